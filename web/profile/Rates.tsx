import { levelLabels } from '#contract/words/labels.ts'
import { tierLabels } from '#contract/words/subsidy-labels.ts'
import { subsidyTiers } from '#domain/mediation/subsidy.ts'
import { levels } from '#domain/org/roles.ts'
import type { Profile } from '#domain/profile/profile.ts'
import { useWords } from '#web/lib/words.ts'
import { profileWords as words } from './words.ts'

type RateList = Profile['subsidy']

/** What a case is paid with, level by level, in yuan; a level that is not ticked is not paid. */
export function Rates({ rates, onChange }: { rates: RateList; onChange: (rates: RateList) => void }) {
  const { say } = useWords()
  return (
    <div className="profile-hours">
      {levels.map((level) => {
        const rate = rates.find((one) => one.level === level)
        const others = rates.filter((one) => one.level !== level)
        return (
          <span key={level}>
            <label className="profile-rate">
              <input
                type="checkbox"
                checked={rate !== undefined}
                onChange={() =>
                  onChange(rate ? others : [...rates, { level, ordinary: 0, difficult: 0, major: 0 }])
                }
              />
              {say(levelLabels[level])}
            </label>
            {rate &&
              subsidyTiers.map((tier) => (
                <input
                  key={tier}
                  className="input"
                  type="number"
                  inputMode="decimal"
                  min={0}
                  max={10_000}
                  step="0.01"
                  aria-label={say(words.rateOf, {
                    level: say(levelLabels[level]),
                    tier: say(tierLabels[tier]),
                  })}
                  value={rate[tier] / 100}
                  onChange={(event) => {
                    const fen = Math.round(Number(event.target.value) * 100)
                    onChange(rates.map((one) => (one === rate ? { ...one, [tier]: fen } : one)))
                  }}
                />
              ))}
          </span>
        )
      })}
    </div>
  )
}
