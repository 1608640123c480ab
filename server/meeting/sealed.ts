import { seal, unseal } from '../secrets.ts'

/** What is written of a meeting, and what each of it looks like when it is opened. */
export type Words = {
  /** What an item is about; the number is that of its matter. */
  topic: { title: string; number: string | null; brief: string }
  said: string
  conclusion: string
  person: { name: string; post: string }
  reply: string
  task: { what: string; doneWhen: string }
  report: string
  note: string
}
export type TextKind = keyof Words

/** To what a text of a meeting is sealed: what it belongs to, and as what. */
export const meetingBound = (district: number, ofId: string, kind: string) =>
  `${district}:${ofId}:meeting.${kind}`

export const sealWords = <K extends TextKind>(
  district: number,
  ofId: string,
  kind: K,
  words: Words[K],
): Buffer => seal(JSON.stringify(words), meetingBound(district, ofId, kind))

type Sealed = { district_id: number; of_id: string; kind: string; sealed: Buffer }

/** The texts of a meeting; each is opened when it is asked for. */
export function opener(rows: readonly Sealed[]) {
  const byKey = new Map(rows.map((row) => [`${row.of_id} ${row.kind}`, row]))
  return <K extends TextKind>(ofId: string, kind: K): Words[K] | null => {
    const row = byKey.get(`${ofId} ${kind}`)
    if (!row) return null
    return JSON.parse(unseal(row.sealed, meetingBound(row.district_id, ofId, kind))) as Words[K]
  }
}
export type Open = ReturnType<typeof opener>
