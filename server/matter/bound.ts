/** What a sealed column of a voice is sealed to. */
export const appealBound = (district: number, appealId: string, column: 'name' | 'phone' | 'query') =>
  `${district}:${appealId}:${column}`
