import { readPhone } from '../read-typed.ts'

export const mostWords = 2000

/** What somebody is writing in one stairwell, and how far its sending is. */
export type Draft = {
  district: number
  placeCode: string
  /** The place in words, so that a message about it can be shown anywhere. */
  label: string
  words: string
  byName: boolean
  name: string
  phone: string
  isConfidential: boolean
  /** Made once; sent again unchanged they are the same appeal. */
  ids: { id: string; matterId: string; commandId: string }
  /** `writing`; `sending`: the person has pressed send; `tried`: it may have arrived, so nothing of it may change any more. */
  stage: 'writing' | 'sending' | 'tried'
}

/** An empty draft. In: where, and a maker of ids. */
export function newDraft(district: number, placeCode: string, newId: () => string): Draft {
  return {
    district,
    placeCode,
    label: '',
    words: '',
    byName: false,
    name: '',
    phone: '',
    isConfidential: false,
    ids: { id: newId(), matterId: newId(), commandId: newId() },
    stage: 'writing',
  }
}

export type DraftProblem = 'words' | 'name' | 'phone'

/** What has to be mended before it can be sent, in the order of the page. */
export function problemsOf(draft: Draft): DraftProblem[] {
  const problems: DraftProblem[] = []
  if (draft.words.trim() === '') problems.push('words')
  if (draft.byName && draft.name.trim() === '') problems.push('name')
  if (draft.phone.trim() !== '' && readPhone(draft.phone) === undefined) problems.push('phone')
  return problems
}

/** What is sent. In: the draft and the ids of its photos, all uploaded. */
export function bodyOf(draft: Draft, files: readonly string[]) {
  const phone = readPhone(draft.phone)
  return {
    ...draft.ids,
    placeCode: draft.placeCode,
    words: draft.words.trim(),
    ...(draft.byName && draft.name.trim() !== '' ? { name: draft.name.trim() } : {}),
    ...(phone === undefined ? {} : { phone }),
    isConfidential: draft.isConfidential,
    files,
  }
}

/** A refused draft, open for mending: the refused ids were not used up by the server, but a changed text deserves its own. */
export function reopened(draft: Draft, newId: () => string): Draft {
  return { ...draft, stage: 'writing', ids: { id: newId(), matterId: newId(), commandId: newId() } }
}

/** Milliseconds to wait before the next try by itself. In: how many tries have failed. */
export function waitMs(failures: number): number {
  return [2_000, 4_000, 8_000, 15_000, 30_000][Math.max(0, failures - 1)] ?? 60_000
}
