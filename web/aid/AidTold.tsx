import type { AidTold as One } from '#contract/aid.ts'
import { aidRatedLabels } from '#contract/words/aid.ts'
import { markLabels } from '#contract/words/whistle.ts'
import { aidRatedThings } from '#domain/aid/aid.ts'
import { type Mark, marks } from '#domain/whistle/whistle.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { type Say, useWords } from '#web/lib/words.ts'
import { When } from '#web/ui/When.tsx'
import { SaidWords } from './SaidWords.tsx'
import { aidSaidLabels, aidToldWords } from './words.ts'

const markOf = (value: string | undefined): Mark | undefined => marks.find((mark) => mark === value)

/** What was rated with a confirmation. */
const ratingWords = (facts: One['facts'], say: Say) =>
  aidRatedThings
    .flatMap((thing) => {
      const mark = markOf(facts[thing])
      return mark ? [`${say(aidRatedLabels[thing])} ${say(markLabels[mark])}`] : []
    })
    .join(' · ')

/** The whole history of an order in sentences, the newest first, with what was said. */
export function AidTold({ told }: { told: readonly One[] }) {
  const { language, say } = useWords()
  const now = useNow()
  return (
    <ol className="whistle-told">
      {told.toReversed().map((one) => (
        <li key={one.id}>
          <p>
            {say(aidToldWords[one.verb], {
              ...{ who: one.byName ?? '', unit: one.name ?? '', names: one.facts['names'] ?? '' },
              on: one.facts['on'] ? dayWords(one.facts['on'], now, language) : '',
              rating: ratingWords(one.facts, say),
            })}{' '}
            <small className="quiet">
              <When at={one.at} />
            </small>
          </p>
          <SaidWords said={one.words} labels={aidSaidLabels} />
        </li>
      ))}
    </ol>
  )
}
