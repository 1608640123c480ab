import type { AgreementView, MediationView } from '#contract/mediation.ts'
import { useWords } from '#web/lib/words.ts'
import { agreementWords as words } from './agreement-words.ts'
import { yuanOf } from './money.ts'
import { nameOf } from './names.ts'
import { ObligationText } from './ObligationText.tsx'

/** What an agreement says, as it is signed. */
export function Terms({ m, agreement }: { m: MediationView; agreement: AgreementView }) {
  const { say } = useWords()
  const name = nameOf(m, say)
  const { terms, obligations, shares, wholeFen } = agreement
  if (!terms) return <p className="quiet">{say(words.termsHidden)}</p>
  return (
    <div className="terms">
      <h4>{say(words.facts)}</h4>
      <p className="prose">{terms.facts}</p>
      <h4>{say(words.issues)}</h4>
      <p className="prose">{terms.issues}</p>
      <h4>{say(words.clauses)}</h4>
      <ol>
        {terms.clauses.map((clause, i) => (
          <li key={`${i}${clause}`}>{clause}</li>
        ))}
      </ol>
      {obligations.length > 0 && (
        <>
          <h4>{say(words.obligations)}</h4>
          <ul>
            {obligations.map((one) => (
              <li key={one.id}>
                <ObligationText one={one} name={name} />
              </li>
            ))}
          </ul>
        </>
      )}
      {wholeFen !== null && (
        <>
          <h4>{say(words.sharesOf, { yuan: yuanOf(wholeFen) })}</h4>
          <ul className="share-list">
            {shares.map((one) => (
              <li key={one.partyId}>
                <span>{name(one.partyId)}</span>
                <span className="number">{say(words.yuan, { yuan: yuanOf(one.fen) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{say(words.manner)}</h4>
      <p className="prose">{terms.manner}</p>
      {terms.whyOral && (
        <>
          <h4>{say(words.whyOral)}</h4>
          <p className="prose">{terms.whyOral}</p>
        </>
      )}
    </div>
  )
}
