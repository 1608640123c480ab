import type { OwnAppeal } from '#contract/resident.ts'
import type { Sentence } from '#contract/words/language.ts'
import type { Tracking } from './api.ts'
import { closedWords, turnExtra, turnWords } from './words/turn.ts'

/** How the head of the tracking page looks and reads. `late` only while something is promised and the time is over. */
export type Standing = {
  tone: 'yours' | 'going' | 'late' | 'over'
  sentence: Sentence
  due: number | undefined
}

type Facts = Pick<OwnAppeal, 'state' | 'dueAt' | 'closureKind' | 'asked' | 'isReopenAsked' | 'rating'>
type Told = Pick<Tracking, 'state' | 'dueAt' | 'question' | 'closureKind' | 'may' | 'steps' | 'rating'>

/** Whether a request to reopen waits for its answer: the last of its steps is the request. */
function waitsForReopening(steps: Told['steps']): boolean {
  const last = [...steps]
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .find((s) => ['askReopen', 'reopen', 'keepClosed'].includes(s.verb))
  return last?.verb === 'askReopen'
}

function closedStanding(t: Facts, due: number | undefined): Standing {
  if (t.isReopenAsked) {
    const sentence = due === undefined ? turnExtra.reopenAsked : turnExtra.reopenAskedDue
    return { tone: 'going', sentence, due }
  }
  const isDenied = t.closureKind === 'resolved' && t.rating?.solved === false
  const sentence = t.closureKind ? closedWords[t.closureKind] : turnExtra.closed
  return { tone: 'over', sentence: isDenied ? turnExtra.closedUnsolved : sentence, due: undefined }
}

/** What is asked of the person now: the one thing that matters most. */
function askedOf({ question, may, state, rating }: Told): Facts['asked'] {
  if (question !== null && may.includes('answer')) return 'answer'
  return state === 'revisiting' && !rating && may.includes('rate') ? 'rate' : null
}

/** Whose turn it is, until when. In: what the server tells of one appeal, and now in epoch milliseconds. */
export const standingOf = (t: Told, now: number): Standing =>
  standingOfLine({ ...t, asked: askedOf(t), isReopenAsked: waitsForReopening(t.steps) }, now)

/** The same of a line in a list. */
export function standingOfLine(t: Facts, now: number): Standing {
  const due = t.dueAt === null ? undefined : Date.parse(t.dueAt)
  if (t.asked === 'answer') return { tone: 'yours', sentence: turnExtra.question, due: undefined }
  if (t.state === 'closed') return closedStanding(t, due)
  if (t.state === 'revisiting' && t.rating) {
    const sentence = t.rating.solved ? turnExtra.rated : turnExtra.ratedUnsolved
    return { tone: 'going', sentence, due: undefined }
  }
  const words = turnWords[t.state]
  const isYours = t.asked === 'rate'
  if (due === undefined) return { tone: isYours ? 'yours' : 'going', sentence: words.open, due }
  if (now > due) return { tone: isYours ? 'yours' : 'late', sentence: words.late, due }
  return { tone: isYours ? 'yours' : 'going', sentence: words.inTime, due }
}
