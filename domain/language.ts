/** What the product speaks; Chinese first. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]
