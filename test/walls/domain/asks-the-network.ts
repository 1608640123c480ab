export const holidays = fetch('https://example.invalid/holidays')
