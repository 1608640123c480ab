/**
 * What two texts are compared by, to see whether the same was said twice: letters, digits and Chinese characters only,
 * half-width and lower case. In: what was said. Out: the key; the text itself where there are nothing but signs in it.
 */
export function sameWordsKey(text: string): string {
  const key = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return key || text.trim()
}
