export const district = process.env['DISTRICT']
