import { Link } from '@tanstack/react-router'
import type { StartNumbers } from '#contract/insight.ts'
import type { Fact } from '#domain/insight/facts.ts'
import { type IndicatorKey, indicatorOf } from '#domain/insight/indicators.ts'
import { leastForRate, rateOf } from '#domain/insight/rates.ts'
import { type Say, useWords } from '#web/lib/words.ts'
import { listOf } from './list-link.ts'
import { factLabels, insightWords as words } from './words.ts'

/** One share: percent where enough was counted, always its numerator and denominator, and the rule. */
export function RateCard({
  of,
  numbers,
  apart,
}: {
  of: IndicatorKey
  numbers: StartNumbers
  /** What is of the denominator, not of the numerator, and worth a number of its own. */
  apart?: Fact | undefined
}) {
  const { say } = useWords()
  const { name, rule, numerator, denominator = numerator } = indicatorOf(of)
  const [part, whole] = [numbers.facts[numerator], numbers.facts[denominator]]
  const rate = rateOf(part, whole)
  return (
    <li className="rate-card">
      <h3>{say(name)}</h3>
      {rate.kind === 'percent' ? (
        <>
          <p className="rate-figure number">{rate.percent} %</p>
          <div className="bar" aria-hidden="true">
            <i style={{ width: `${rate.percent}%` }} />
          </div>
        </>
      ) : (
        <p className="rate-none">
          {rate.kind === 'none' ? say(words.none) : say(words.few, { least: leastForRate })}
        </p>
      )}
      {whole > 0 && <Shares part={[numerator, part]} whole={[denominator, whole]} numbers={numbers} />}
      {apart && numbers.facts[apart] > 0 && (
        <p>
          <Link className="link number" {...listOf(apart, numbers)}>
            {say(words.apart, { count: numbers.facts[apart], what: say(factLabels[apart]) })}
          </Link>
        </p>
      )}
      <p className="quiet">{say(rule)}</p>
    </li>
  )
}

type Counted = [fact: Fact, count: number]

/** “9 of 12”, each number opening its list; the sentence stays whole in both languages. */
function Shares({ part, whole, numbers }: { part: Counted; whole: Counted; numbers: StartNumbers }) {
  const { say } = useWords()
  const counts: Record<string, Counted> = { '{part}': part, '{whole}': whole }
  const pieces = say(words.of, { part: '{part}', whole: '{whole}' }).split(/(\{\w+\})/)
  return (
    <p className="number">
      {pieces.map((piece) => {
        const counted = counts[piece]
        return counted ? (
          <Link
            key={piece}
            className="link"
            {...listOf(counted[0], numbers)}
            aria-label={sayOf(say, counted)}
          >
            {counted[1]}
          </Link>
        ) : (
          piece
        )
      })}
    </p>
  )
}

/** A bare number as a link is read aloud with what it is of. */
const sayOf = (say: Say, [fact, count]: Counted) => `${count} ${say(factLabels[fact])}`
