import { type Day, dayOf, minuteOfDay } from '../../calendar/days.ts'
import type { PartyKind, PartyRole, Side } from '../../party/party.ts'
import type { Mediation, PartyStanding } from '../mediation.ts'

/** A party as it stands on an official paper: in full. */
export type FileParty = {
  id: string
  side: Side
  role: PartyRole
  kind: PartyKind
  name: string
  phone: string | null
  address: string | null
  contactName: string | null
  /** Null: acts for somebody, and is no participant itself. */
  standing: PartyStanding | null
  actsFor: readonly string[]
}

export type FileTerms = {
  facts: string
  issues: string
  clauses: readonly string[]
  manner: string
  whyOral: string | null
  words: Readonly<Record<string, string | null>>
}

/** What was said in a session; also who from outside took part, and who interpreted. */
export type SessionRecord = { subject: string; record: string; invited?: string; interpreter?: string }

/** Everything the papers of one mediation are filled from; nothing is typed a second time. */
export type FileFacts = {
  m: Mediation
  number: string
  committee: string
  matterNumber: string
  matterTitle: string
  category: string | null
  parties: readonly FileParty[]
  mediators: readonly { id: string; name: string }[]
  /** Accounts that revisited. */
  people: ReadonlyMap<string, string>
  story: string
  requests: readonly string[]
  records: ReadonlyMap<string, SessionRecord>
  places: ReadonlyMap<string, string>
  terms: ReadonlyMap<string, FileTerms>
  reasons: ReadonlyMap<string, string>
  witnesses: ReadonlyMap<string, string>
  pictures: ReadonlyMap<string, Uint8Array>
  today: Day
}

/** 2026年11月26日. */
export function dateWords(day: Day): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}

/** 2026年11月26日 14:30. */
export function timeWords(at: number): string {
  const day = dayOf(at)
  const minute = minuteOfDay(at)
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return `${dateWords(day)} ${clock}`
}

/** 1,500.00 元, out of whole fen. */
export function yuanWords(fen: number): string {
  const [whole = '0', part = '00'] = (fen / 100).toFixed(2).split('.')
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${part} 元`
}

const roleWords: Record<PartyRole, string> = {
  applicant: '申请人',
  respondent: '被申请人',
  concerned: '当事人',
  third: '第三人',
  agent: '代理人',
  guardian: '监护人',
  witness: '见证人',
}
export const roleOf = ({ role }: Pick<FileParty, 'role'>) => roleWords[role]

export const partyOfFile = ({ parties }: FileFacts, id: string): FileParty | undefined =>
  parties.find((one) => one.id === id)
export const nameOf = (facts: FileFacts, id: string): string => partyOfFile(facts, id)?.name ?? ''
export const namesOf = (facts: FileFacts, ids: readonly string[]): string =>
  ids.map((id) => nameOf(facts, id)).join('、')
/** Those who were asked to mediate. */
export const participants = ({ parties }: FileFacts) => parties.filter(({ standing }) => standing !== null)
export const mediatorNames = ({ mediators }: FileFacts): string =>
  mediators.map(({ name }) => name).join('、')
/** At the head of every page. */
export const codeOf = ({ matterNumber, number }: FileFacts) => `${matterNumber}　${number}`
