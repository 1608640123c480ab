import { addDays, type Day, dayOf, type Instant } from '../calendar/days.ts'
import type { Matter } from '../matter/matter.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** What somebody may ask about their own data beside seeing it, which needs no asking (Personal Information Protection Act arts 45–48). */
export const subjectKinds = ['correct', 'erase', 'explain'] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** What of it may be wrong. Name and number are facts and are written anew; what was said is history and gets a note beside it. */
export const subjectFields = ['name', 'phone', 'words', 'place'] as const
export type SubjectField = (typeof subjectFields)[number]

/** Why it should go (art. 47): its purpose is reached, the consent is withdrawn, the law was broken, something else. */
export const eraseGrounds = ['achieved', 'withdrawn', 'unlawful', 'other'] as const
export type EraseGround = (typeof eraseGrounds)[number]

/** `partly`: a correction noted beside what stays, or an erasure by which the data is kept under lock and not used (art. 47, last paragraph). */
export const subjectOutcomes = ['granted', 'partly', 'refused'] as const
export type SubjectOutcome = (typeof subjectOutcomes)[number]
export const subjectStates = ['open', ...subjectOutcomes] as const
export type SubjectState = (typeof subjectStates)[number]

/** How it was made sure that it is the person: signed in by the number, called on the number that stands here, seen in person. */
export const identityChecks = ['signedIn', 'called', 'inPerson'] as const
export type IdentityCheck = (typeof identityChecks)[number]

/** Answered within so many days of the calendar, with no extension (GB/T 35273-2020, 8.7). */
export const answerDays = 30
/** The unit is reminded so many days before. */
export const remindDays = 5

/** The last day for the answer. In: when it was asked. */
export const answerDueOn = (askedAt: Instant): Day => addDays(dayOf(askedAt), answerDays)

/** What the title of a matter becomes whose first words were erased. */
export const erasedTitle = '（内容已应本人请求删除）'

/** The voice that is asked about, as far as it decides. */
export type SubjectVoice = { isErased: boolean; isDestroyed: boolean; open: readonly SubjectKind[] }

/** Why somebody may not ask this now: `fileDestroyed`, `subjectErased`, `subjectAsked` (one open request of a kind at a time). */
export function whyNotAsk(kind: SubjectKind, voice: SubjectVoice): Refusal | undefined {
  if (voice.isDestroyed) return refuse('fileDestroyed')
  if (voice.isErased && kind !== 'explain') return refuse('subjectErased')
  return voice.open.includes(kind) ? refuse('subjectAsked') : undefined
}

/** A request as far as it decides, with where its matter stands. */
export type Asked = {
  kind: SubjectKind
  field: SubjectField | null
  ground: EraseGround | null
  byPhone: boolean
  isErased: boolean
  isDestroyed: boolean
  matter: Pick<Matter, 'state' | 'reopenAsked' | 'archivedAt'>
}

/**
 * How a request may be answered, the likely way first. While a matter is handled its person cannot be taken out of it: handling
 * it is the duty of the office (art. 13 (3)); a file in the archive is kept for its period, so that its data is put under lock
 * instead (art. 47, last paragraph; Archives Act), unless it should never have been collected.
 */
export function outcomesFor({
  kind,
  field,
  ground,
  matter,
  ...voice
}: Omit<Asked, 'byPhone'>): SubjectOutcome[] {
  if (kind === 'explain') return ['granted', 'refused']
  if (voice.isDestroyed || voice.isErased) return ['refused']
  if (kind === 'correct') return [field === 'name' || field === 'phone' ? 'granted' : 'partly', 'refused']
  if (matter.state !== 'closed' || matter.reopenAsked) return ['refused']
  return matter.archivedAt !== null && ground !== 'unlawful'
    ? ['partly', 'refused']
    : ['granted', 'partly', 'refused']
}

export type SubjectAnswer = {
  outcome: SubjectOutcome
  checked: IdentityCheck | null
  takesWords: boolean
}

/**
 * Why a request may not be answered so: `outcomeNotNow` (see `outcomesFor`), `checkFirst` (nothing of a person is changed before
 * it is sure who asks; GB/T 35273-2020, 8.7 a). Being signed in counts only for what was asked so.
 */
export function whyNotAnswer(asked: Asked, answer: SubjectAnswer): Refusal | undefined {
  if (!outcomesFor(asked).includes(answer.outcome)) return refuse('outcomeNotNow')
  if (answer.outcome === 'refused' || asked.kind === 'explain') return undefined
  const isSure = answer.checked !== null && (answer.checked !== 'signedIn' || asked.byPhone)
  return isSure ? undefined : refuse('checkFirst', undefined, 'checked')
}

/** Who may come to see what was given, by their part in it. */
export const subjectReaders = ['centre', 'handler', 'assistant', 'leader', 'auditor', 'sender'] as const
export type SubjectReader = (typeof subjectReaders)[number]

/** Which of them there are. In: whether somebody assists, and whether another system sent it. */
export function readersOf(at: { isHandled: boolean; isAssisted: boolean; isSent: boolean }): SubjectReader[] {
  const isThere: Partial<Record<SubjectReader, boolean>> = {
    handler: at.isHandled,
    assistant: at.isAssisted,
    sender: at.isSent,
  }
  return subjectReaders.filter((reader) => isThere[reader] ?? true)
}
