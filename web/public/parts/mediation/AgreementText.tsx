/** @jsxImportSource preact */
import type { Sentence } from '#contract/words/language.ts'
import type { LinkView } from '../../mediation-api.ts'
import { useSay } from '../../reader.ts'
import { dayWords } from '../../when.ts'
import { mediationPageWords as words } from '../../words/mediation.ts'

type Agreement = LinkView['agreements'][number]

const sentences: Record<Agreement['obligations'][number]['kind'], Sentence> = {
  pay: words.pays,
  act: words.acts,
  apologise: words.apologises,
}
/** A day as an instant, so that it can be said. */
export const noonOf = (day: string): number => Date.parse(`${day}T12:00:00+08:00`)

const yuanOf = (fen: number) => (fen / 100).toLocaleString('en', { maximumFractionDigits: 2 })

/** What an agreement says, in large plain type. */
export function AgreementText({ agreement }: { agreement: Agreement }) {
  const { say, language } = useSay()
  const { terms, obligations, names } = agreement
  const nameOf = (id: string | null) => names.find(({ partyId }) => partyId === id)?.name ?? ''
  return (
    <div class="agreement">
      <p class="hint tabular">{agreement.number}</p>
      <h3>{say(words.facts)}</h3>
      <p class="words">{terms.facts}</p>
      <h3>{say(words.issues)}</h3>
      <p class="words">{terms.issues}</p>
      <h3>{say(words.clauses)}</h3>
      <ol>
        {terms.clauses.map((clause, i) => (
          <li key={`${i}${clause}`}>{clause}</li>
        ))}
      </ol>
      {obligations.length > 0 && (
        <>
          <h3>{say(words.obligations)}</h3>
          <ul>
            {obligations.map((one) => (
              <li key={one.id}>
                {say(sentences[one.kind], {
                  by: nameOf(one.byId),
                  to: nameOf(one.toId),
                  yuan: yuanOf(one.fen),
                  text: one.text ?? '',
                  day: dayWords(noonOf(one.dueOn), language),
                })}
                {one.isDone && <strong> · {say(words.done)}</strong>}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{say(words.manner)}</h3>
      <p class="words">{terms.manner}</p>
    </div>
  )
}
