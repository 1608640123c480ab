import type { Sentence } from '#contract/words/language.ts'
import type { Tracking } from './api.ts'
import { closedWords, turnExtra, turnWords } from './words/turn.ts'

/** How the head of the tracking page looks and reads. `late` only while something is promised and the time is over. */
export type Standing = {
  tone: 'yours' | 'going' | 'late' | 'over'
  sentence: Sentence
  due: number | undefined
}

type Facts = Pick<Tracking, 'state' | 'dueAt' | 'question' | 'closureKind' | 'may' | 'steps' | 'rating'>

/** Whether a request to reopen waits for its answer: the last of its steps is the request. */
function waitsForReopening(steps: Facts['steps']): boolean {
  const last = [...steps]
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .find((s) => ['askReopen', 'reopen', 'keepClosed'].includes(s.verb))
  return last?.verb === 'askReopen'
}

function closedStanding(t: Facts, due: number | undefined): Standing {
  if (waitsForReopening(t.steps)) {
    const sentence = due === undefined ? turnExtra.reopenAsked : turnExtra.reopenAskedDue
    return { tone: 'going', sentence, due }
  }
  const isDenied = t.closureKind === 'resolved' && t.rating?.solved === false
  const sentence = t.closureKind ? closedWords[t.closureKind] : turnExtra.closed
  return { tone: 'over', sentence: isDenied ? turnExtra.closedUnsolved : sentence, due: undefined }
}

/** Whose turn it is, until when. In: what the server tells, and now in epoch milliseconds. */
export function standingOf(t: Facts, now: number): Standing {
  const due = t.dueAt === null ? undefined : Date.parse(t.dueAt)
  if (t.question !== null && t.may.includes('answer')) {
    return { tone: 'yours', sentence: turnExtra.question, due: undefined }
  }
  if (t.state === 'closed') return closedStanding(t, due)
  if (t.state === 'revisiting' && t.rating) {
    const sentence = t.rating.solved ? turnExtra.rated : turnExtra.ratedUnsolved
    return { tone: 'going', sentence, due: undefined }
  }
  const words = turnWords[t.state]
  const isYours = t.state === 'revisiting' && t.may.includes('rate')
  if (due === undefined) return { tone: isYours ? 'yours' : 'going', sentence: words.open, due }
  if (now > due) return { tone: isYours ? 'yours' : 'late', sentence: words.late, due }
  return { tone: isYours ? 'yours' : 'going', sentence: words.inTime, due }
}
