/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Outcome } from '../api.ts'
import { forgetWriting } from '../mine.ts'
import { leave, listOwn, type OwnAppeal, type OwnList } from '../my-api.ts'
import { myPath } from '../paths.ts'
import { useSay } from '../reader.ts'
import { unreachedWords } from '../refused.ts'
import { standingOfLine } from '../turn.ts'
import { atWords, dayWords, dueWords } from '../when.ts'
import { myWords } from '../words/my.ts'
import { startWords } from '../words/start.ts'
import { trackWords } from '../words/track.ts'
import { Link } from './Link.tsx'

const badges = {
  going: trackWords.underWay,
  late: trackWords.overdue,
  over: trackWords.over,
} as const

/** One appeal in a line: what it is, whose turn it is and until when, what is asked of the person. */
function Line({ district, row }: { district: number; row: OwnAppeal }) {
  const { say, language } = useSay()
  const now = Date.now()
  const { tone, sentence, due } = standingOfLine(row, now)
  const badge =
    tone === 'yours' ? (row.asked === 'rate' ? myWords.askedRate : myWords.askedAnswer) : badges[tone]
  const facts = { holder: row.holderName, due: due === undefined ? '' : dueWords(due, now, language) }
  return (
    <li class={`own ${tone}`}>
      <Link to={myPath(district, row.id)}>
        <span class="badge">{say(badge)}</span>
        <strong>{row.title}</strong>
        <span class="own-turn">{say(sentence, facts)}</span>
        <small class="tabular">
          {row.number} ·{' '}
          {say(startWords.sentOn, { when: atWords(Date.parse(row.submittedAt), now, language) })}
        </small>
      </Link>
    </li>
  )
}

type Props = { district: number; first: OwnList; onOut: (notice: string) => void }

/** What the number gave, newest first, and the way out. */
export function MyAppeals({ district, first, onOut }: Props) {
  const { say, language } = useSay()
  const [{ rows, next }, setPage] = useState({ rows: first.rows, next: first.next })
  const [problem, setProblem] = useState<Outcome<unknown>>()
  const more = async () => {
    const outcome = await listOwn(district, next ?? undefined)
    setProblem(outcome)
    if ('refused' in outcome) return onOut(say(myWords.ended))
    if ('ok' in outcome) setPage({ rows: [...rows, ...outcome.ok.rows], next: outcome.ok.next })
  }
  const until = dayWords(Date.parse(first.expiresAt), language)
  return (
    <>
      <section class="sheet">
        <h1>{say(startWords.my)}</h1>
        <p class="hint">{say(myWords.signedIn, { phone: first.phone, until })}</p>
        {rows.length === 0 && (
          <>
            <p>{say(myWords.none)}</p>
            <p class="hint">{say(myWords.noneHint)}</p>
          </>
        )}
        <ul class="mine owns">
          {rows.map((row) => (
            <Line key={row.id} district={district} row={row} />
          ))}
        </ul>
        {next !== null && (
          <button type="button" class="wide" onClick={() => void more()}>
            {say(myWords.more)}
          </button>
        )}
        <p class="error" role="alert">
          {problem && 'unreached' in problem && say(unreachedWords(problem))}
        </p>
        <p class="hint">
          {say(myWords.hidden)} <Link to={`/t/${district}`}>{say(myWords.byCode)}</Link>
        </p>
      </section>
      <Leaving district={district} ids={rows.map((row) => row.id)} onOut={onOut} />
    </>
  )
}

/** Signing out here or everywhere; what was half written here goes too, since others may use the device. */
function Leaving({ district, ids, onOut }: { district: number; ids: string[]; onOut: Props['onOut'] }) {
  const { say } = useSay()
  const [isSure, setSure] = useState(false)
  const [problem, setProblem] = useState<Outcome<unknown>>()
  const go = async (isEverywhere: boolean) => {
    const outcome = await leave(district, isEverywhere)
    // Refused means that this device was out already.
    if ('unreached' in outcome) return setProblem(outcome)
    for (const id of ids) forgetWriting(id)
    onOut(say(isEverywhere ? myWords.leftEverywhere : myWords.left))
  }
  return (
    <section class="sheet" aria-labelledby="leave-title">
      <h2 id="leave-title">{say(myWords.leaveTitle)}</h2>
      <p>{say(myWords.leaveHint)}</p>
      {isSure ? (
        <div role="alert">
          <p>{say(myWords.everywhereAsk)}</p>
          <div class="row">
            <button type="button" class="grave" onClick={() => void go(true)}>
              {say(myWords.everywhere)}
            </button>
            <button type="button" onClick={() => setSure(false)}>
              {say(startWords.cancel)}
            </button>
          </div>
        </div>
      ) : (
        <div class="row">
          <button type="button" onClick={() => void go(false)}>
            {say(myWords.leave)}
          </button>
          <button type="button" class="quiet" onClick={() => setSure(true)}>
            {say(myWords.everywhere)}
          </button>
        </div>
      )}
      {problem && (
        <p class="error" role="alert">
          {say(unreachedWords(problem))}
        </p>
      )}
    </section>
  )
}
