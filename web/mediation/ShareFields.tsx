import { Button } from 'antd'
import type { ParticipantView } from '#contract/mediation.ts'
import { useWords } from '#web/lib/words.ts'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import { agreementWords as words } from './agreement-words.ts'
import { type DraftValue, equalShares, sumOfShares } from './draft-value.ts'
import { fenOf, yuanOf } from './money.ts'
import { partyName } from './names.ts'

/** A sum divided among the households of side A: equally or by hand, with what is left to divide always in sight. */
export function ShareFields({
  parties,
  value,
  set,
  errorAt,
}: {
  parties: readonly ParticipantView[]
  value: DraftValue
  set: (more: Partial<DraftValue>) => void
  errorAt: (place: string) => string | undefined
}) {
  const { say } = useWords()
  const households = parties.filter(({ side }) => side === 'a')
  if (households.length < 2 && !value.divides) return null
  const { sum, gap } = sumOfShares(value)
  const facts = { sum: yuanOf(sum), whole: value.whole, gap: gap < 0 ? `−${yuanOf(-gap)}` : yuanOf(gap) }
  return (
    <FieldGroup label={say(words.shares)} error={errorAt('shares')}>
      <label className="check">
        <input
          type="checkbox"
          checked={value.divides}
          onChange={(event) => set({ divides: event.target.checked })}
        />
        {say(words.divides)}
      </label>
      {value.divides && (
        <>
          <div className="share-whole">
            <Field label={say(words.whole)} error={errorAt('wholeFen')}>
              {(wiring) => (
                <input
                  {...wiring}
                  className="input number"
                  inputMode="decimal"
                  value={value.whole}
                  onChange={(event) => set({ whole: event.target.value })}
                />
              )}
            </Field>
            <Button
              disabled={fenOf(value.whole) === undefined}
              onClick={() =>
                set({
                  shares: equalShares(
                    value.whole,
                    households.map(({ partyId }) => partyId),
                  ),
                })
              }
            >
              {say(words.equally)}
            </Button>
          </div>
          <ul className="share-list">
            {households.map((one) => (
              <li key={one.partyId}>
                <label htmlFor={`share-${one.partyId}`}>{partyName(one, say)}</label>
                <input
                  id={`share-${one.partyId}`}
                  className="input number"
                  inputMode="decimal"
                  value={value.shares[one.partyId] ?? ''}
                  onChange={(event) =>
                    set({ shares: { ...value.shares, [one.partyId]: event.target.value } })
                  }
                />
              </li>
            ))}
          </ul>
          <p className={gap === 0 && sum > 0 ? 'share-sum' : 'share-sum share-gap'} role="status">
            {say(gap === 0 && sum > 0 ? words.sumRight : words.sumWrong, facts)}
          </p>
        </>
      )}
    </FieldGroup>
  )
}
