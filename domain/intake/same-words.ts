/**
 * What two texts are compared by, to see whether the same was said twice: letters, digits and Chinese characters only, half-width and
 * lower case. In: what was said. Out: '' where nothing but signs was said, which equals nothing.
 */
export function sameWordsKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
