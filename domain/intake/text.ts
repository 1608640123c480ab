/** Full-width letters, digits and signs as half-width ones; the ideographic space as a space. In: any text. */
export function halfWidth(text: string): string {
  if (!/[\uff01-\uff5e\u3000\u00a0]/.test(text)) return text
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
}

const unusual = /[\u0000-\u0008\u000b-\u001f\u007f\u200b\u2060\ufeff\ud800-\udfff]/

/** A text that any store and any file takes: line ends as \n, no control characters, half surrogates or invisible marks. */
export function storable(text: string): string {
  if (!unusual.test(text)) return text
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b\u2060\ufeff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}

/** The same without space at either end. Its other signs stay as they were typed. */
export function cleanText(text: string): string {
  return storable(text).trim()
}

const blanks = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '无',
  '未知',
  '不详',
  '空',
  'n/a',
  '#n/a',
  'null',
  'none',
])

/** Whether a cell says in so many words that there is nothing: empty, a dash, 无, N/A. */
export function isBlank(text: string): boolean {
  return blanks.has(halfWidth(text).trim().toLowerCase())
}

/** How many characters a reader counts: code points, so that a rare surname is one. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** The text, or its first `max` characters with … as the last of them. In: max ≥ 1. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  const characters = [...text]
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`
}
