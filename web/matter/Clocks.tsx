import type { MatterPage } from '#contract/matter.ts'
import { exactTime } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { ShareBar } from '#web/ui/ShareBar.tsx'
import { type ClockView, clockBar, clockBasis, clockSentence } from './clock-words.ts'
import { matterWords as words } from './words.ts'

/** The running clocks as thin bars with their sentence; those that ended on request. */
export function Clocks({ clocks }: { clocks: MatterPage['clocks'] }) {
  const { say } = useWords()
  const running = clocks.filter((clock) => clock.stoppedAt === null)
  const past = clocks.filter((clock) => clock.stoppedAt !== null)
  return (
    <section className="panel" aria-labelledby="clocks-title">
      <header>
        <h2 id="clocks-title">{say(words.clocks)}</h2>
      </header>
      <div className="panel-body clocks">
        {running.length === 0 && <p className="quiet">{say(words.noClock)}</p>}
        {running.map((clock) => (
          <RunningClock key={clock.id} clock={clock} />
        ))}
        {past.length > 0 && (
          <details>
            <summary>{say(words.pastClocks, { count: past.length })}</summary>
            <ul>
              {past.map((clock) => (
                <PastClock key={clock.id} clock={clock} />
              ))}
            </ul>
          </details>
        )}
      </div>
    </section>
  )
}

function RunningClock({ clock }: { clock: ClockView }) {
  const { language } = useWords()
  const now = useNow()
  const bar = clockBar(clock, now)
  return (
    <div
      className="clock"
      data-tone={bar.tone}
      title={clock.dueAt ? exactTime(Date.parse(clock.dueAt), language) : undefined}
    >
      <p className="number">{clockSentence(clock, now, language)}</p>
      <ShareBar {...bar} />
      <p className="clock-basis">{clockBasis(clock, now, language)}</p>
    </div>
  )
}

function PastClock({ clock }: { clock: ClockView }) {
  const { language } = useWords()
  const now = useNow()
  return (
    <li
      data-outcome={clock.outcome}
      title={clock.stoppedAt ? exactTime(Date.parse(clock.stoppedAt), language) : undefined}
    >
      {clockSentence(clock, now, language)}
      <p className="clock-basis">{clockBasis(clock, now, language)}</p>
    </li>
  )
}
