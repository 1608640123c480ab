import { diffArrays } from 'diff'

export type Part = { is: 'same' | 'in' | 'out'; text: string }

/** A text in words, as a reader of Chinese parts them; where the browser cannot, in signs. Joined again they are the text. */
export function wordsOf(text: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return [...text]
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

/** What of a text stayed, what was put in and what was taken out, in the order of reading; what went stands before what came. */
export function compareTexts(before: string, after: string): Part[] {
  return diffArrays(wordsOf(before), wordsOf(after)).map(({ added, removed, value }) => ({
    is: added ? 'in' : removed ? 'out' : 'same',
    text: value.join(''),
  }))
}
