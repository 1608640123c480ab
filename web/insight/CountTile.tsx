import { Link } from '@tanstack/react-router'
import type { StartNumbers } from '#contract/insight.ts'
import { type IndicatorKey, indicatorOf } from '#domain/insight/indicators.ts'
import { useWords } from '#web/lib/words.ts'
import { listOf } from './list-link.ts'

/** One count: what it is, how many, by which rule. The number opens its list. */
export function CountTile({
  of,
  numbers,
  told,
}: {
  of: IndicatorKey
  numbers: StartNumbers
  /** The number in words, where it is more than a figure. */
  told?: string
}) {
  const { language, say } = useWords()
  const { name, rule, numerator } = indicatorOf(of)
  const count = numbers.facts[numerator]
  return (
    <li className="count-tile" data-tone={of === 'late' && count > 0 ? 'act' : undefined}>
      <Link {...listOf(numerator, numbers)} className="count-link">
        <span>{say(name)}</span>
        <b className="number">{told ?? count.toLocaleString(language)}</b>
      </Link>
      <p>{say(rule)}</p>
    </li>
  )
}
