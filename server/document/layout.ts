import type { Document } from '#domain/document/document.ts'

/** Millimetres. GB/T 9704 for what is sent out; records and forms are bound at the left and need more of the sheet. */
export const marginsOf = (document: Document) =>
  (document.textSize ?? 16) === 16
    ? { top: 37, bottom: 35, left: 28, right: 26 }
    : { top: 25, bottom: 22, left: 28, right: 20 }

/** From the foot of a line to the head of the next, in points: 28 a line at 16 (GB/T 9704: 22 lines a page). */
export const leadingOf = (document: Document) => ({ 16: 12, 14: 10, 12: 8 })[document.textSize ?? 16]

const pointsPerMm = 72 / 25.4

/** What a line of text has, in points. */
export function widthOf(document: Document): number {
  const { left, right } = marginsOf(document)
  return ((document.isLandscape ? 297 : 210) - left - right) * pointsPerMm
}

/** What a picture may have of the height of a page beside its words, in millimetres. */
export function heightOf(document: Document): number {
  const { top, bottom } = marginsOf(document)
  return (document.isLandscape ? 210 : 297) - top - bottom - 30
}

/** The widths of the columns of a table over the whole line, in points. */
export function columnWidths(document: Document, shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => (widthOf(document) * share) / all)
}
