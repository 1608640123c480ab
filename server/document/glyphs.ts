/** Which characters a font has a glyph for, read from its `cmap` (OpenType, format 12: whole ranges). */
export function coverageOf(font: Buffer): (codePoint: number) => boolean {
  const cmap = tableOf(font, 'cmap').at
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + 8 * i)
    if (font.readUInt16BE(at) !== 12) continue
    const covered = new Uint8Array(0x11_0000)
    for (let group = 0; group < font.readUInt32BE(at + 12); group++) {
      const entry = at + 16 + 12 * group
      covered.fill(1, font.readUInt32BE(entry), font.readUInt32BE(entry + 4) + 1)
    }
    return (codePoint) => covered[codePoint] === 1
  }
  throw new Error('a font without a table of its characters')
}

/** The name by which a font is asked for, put in place of its own of the same length: one installed on the machine is another. */
export function renamed(font: Buffer, from: string, to: string): Buffer {
  if (from.length !== to.length) throw new Error('the name of a font must keep its length')
  const [old, wanted] = [from, to].map((name) => Buffer.from(name, 'utf16le').swap16())
  const { at, length } = tableOf(font, 'name')
  const names = font.subarray(at, at + length)
  for (let found = names.indexOf(old ?? ''); found >= 0; found = names.indexOf(old ?? '', found + 1))
    wanted?.copy(names, found)
  return font
}

function tableOf(font: Buffer, tag: string): { at: number; length: number } {
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16)
    if (font.toString('latin1', entry, entry + 4) === tag)
      return { at: font.readUInt32BE(entry + 8), length: font.readUInt32BE(entry + 12) }
  throw new Error(`a font without the table ${tag}`)
}

/** 〓, the printer's sign for a character that is not at hand. */
export const missing = '〓'

// without a shape of their own: controls, marks of direction, joiners, selectors of variants
const unseen = /[\p{Cc}\p{Cf}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}\ufffe\uffff]/gu
const near: Record<string, string> = { '☐': '□', '✓': '√', '✔': '√', '\u2002': ' ', '\u2003': ' ' }
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Words without what has no shape: line ends are line ends, a tabulator is a space, the order of letters is the order of writing. */
export const visible = (words: string) =>
  words
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replaceAll('\t', '  ')
    .replaceAll(unseen, (unseenOne) => (unseenOne === '\n' ? '\n' : ''))

/** Visible words with 〓 for what the font cannot show; `onMissing` is told what stood there. */
export function inFont(
  words: string,
  has: (codePoint: number) => boolean,
  onMissing: (character: string) => void,
): string {
  const isShown = (cluster: string) => [...cluster].every((c) => c === '\n' || has(c.codePointAt(0) ?? 0))
  const seen = visible(words)
  if (isShown(seen)) return seen
  let shown = ''
  for (const { segment } of graphemes.segment(seen)) {
    const fits = [segment, segment.normalize('NFC'), near[segment] ?? segment].find(isShown)
    if (fits === undefined) onMissing(segment)
    shown += fits ?? missing
  }
  return shown
}

// a break is possible beside these anyhow
const breakable = /(?:[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\u00a0)+/gu
const zeroWidthSpace = '\u200b'

/** How wide a character is at most, in ems. */
const widthOf = (character: string) =>
  character > '\u2e7f' || /[MWmw@%]/.test(character) ? 1 : /[A-Z]/.test(character) ? 0.76 : 0.6

/**
 * Makes a run that could not be broken breakable everywhere when it may be wider than its place (in ems): a zero-width space
 * between letters, two beside a sign, which holds on to its neighbours.
 */
export const softened = (words: string, ems: number) =>
  words.replaceAll(breakable, (run) => {
    let width = 0
    for (const character of run) width += widthOf(character)
    if (width <= ems) return run
    return run.replaceAll(/(?<=[\s\S])(?=[\s\S])/gu, (_, at: number) =>
      /^[a-z\d]{2}$/i.test(run.slice(at - 1, at + 1)) ? zeroWidthSpace : zeroWidthSpace.repeat(2),
    )
  })
