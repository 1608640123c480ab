/** @jsxImportSource preact */
import type { Tracking } from '../api.ts'
import { useSay } from '../reader.ts'
import { standingOf } from '../turn.ts'
import { dueWords, exactly } from '../when.ts'
import { trackWords } from '../words/track.ts'
import { stopOf, stops, turnExtra } from '../words/turn.ts'

const badges = {
  yours: trackWords.yourTurn,
  going: trackWords.underWay,
  late: trackWords.overdue,
  over: trackWords.over,
}

function Way({ state }: { state: Tracking['state'] }) {
  const { say } = useSay()
  const here = stopOf[state]
  return (
    <ol class="way" aria-label={say(trackWords.way)}>
      {stops.map((stop, i) => {
        const isPast = i < here || state === 'closed'
        return (
          <li
            key={stop.en}
            class={`${isPast ? 'past' : i === here ? 'here' : ''} ${i === here ? 'now' : ''}`}
            aria-current={i === here ? 'step' : undefined}
          >
            <span class="dot" aria-hidden="true">
              {isPast ? '✓' : i + 1}
            </span>
            <span class="label">{say(stop)}</span>
          </li>
        )
      })}
    </ol>
  )
}

/** The three answers of every screen of a matter: whose turn, until when, and (the call) what can be done at once. */
export function Standing({ tracking: t }: { tracking: Tracking }) {
  const { say, language } = useSay()
  const { tone, sentence, due } = standingOf(t, Date.now())
  const facts = { holder: t.holderName, due: due === undefined ? '' : dueWords(due, Date.now(), language) }
  return (
    <section class={`sheet standing ${tone}`}>
      <div class="row between">
        <span class="badge">{say(badges[tone])}</span>
        <span class="hint tabular">{t.number}</span>
      </div>
      <h1 aria-live="polite">{say(sentence, facts)}</h1>
      {due !== undefined && <p class="hint">{say(trackWords.exactDue, { due: exactly(due, language) })}</p>}
      {tone === 'late' && <p>{say(turnExtra.lateHint)}</p>}
      <Way state={t.state} />
      {t.holderPhone && t.state !== 'closed' && (
        <a class={`button ${tone === 'late' ? 'primary' : ''}`} href={`tel:${t.holderPhone}`}>
          {say(trackWords.callHolder, { name: t.holderName })}
        </a>
      )}
    </section>
  )
}
