import type { WhistleTold } from '#contract/whistle.ts'
import { finishLabels, markLabels, ratedLabels, rulingLabels } from '#contract/words/whistle.ts'
import { ratedThings } from '#domain/whistle/whistle.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { type Say, useWords } from '#web/lib/words.ts'
import { When } from '#web/ui/When.tsx'
import { saidLabels, toldWords, whistleWords as words } from './words.ts'

type Facts = WhistleTold['facts']

const labelOf = <K extends string>(labels: Record<K, Parameters<Say>[0]>, key: unknown, say: Say) =>
  typeof key === 'string' && key in labels ? say(labels[key as K]) : ''

/** The facts of a step as its sentence says them. */
function factWords(facts: Facts, say: Say, day: (on: string) => string): Record<string, string> {
  const { ruling, outcome, until, accurate, named } = facts
  const rating = ratedThings.filter((thing) => facts[thing] !== undefined)
  return {
    ruling: [labelOf(rulingLabels, ruling, say), named ?? ''].filter(Boolean).join(' · '),
    outcome: labelOf(finishLabels, outcome, say),
    until: typeof until === 'string' ? day(until) : '',
    accurate: say(accurate === true ? words.accurate : words.inaccurate),
    rating: rating
      .map((thing) => `${say(ratedLabels[thing])} ${labelOf(markLabels, facts[thing], say)}`)
      .join(' · '),
  }
}

/** The whole history of a whistle in sentences, the newest first, with what was said. */
export function Told({ told }: { told: readonly WhistleTold[] }) {
  const { language, say } = useWords()
  const now = useNow()
  return (
    <ol className="whistle-told">
      {told.toReversed().map((one) => (
        <li key={one.id}>
          <p>
            {say(toldWords[one.verb], {
              ...factWords(one.facts, say, (day) => dayWords(day, now, language)),
              ...{ who: one.byName ?? '', unit: one.unitName ?? '' },
            })}{' '}
            <small className="quiet">
              <When at={one.at} />
            </small>
          </p>
          {one.verb !== 'blow' && <Words said={one.words} />}
        </li>
      ))}
    </ol>
  )
}

function Words({ said }: { said: WhistleTold['words'] }) {
  const { say } = useWords()
  const all = Object.entries(said)
  if (all.length === 0) return null
  return (
    <dl className="whistle-words">
      {all.map(([name, text]) => (
        <div key={name}>
          <dt>{saidLabels[name] ? say(saidLabels[name]) : name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
