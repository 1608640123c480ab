import { languageLabels } from '#contract/words/mediation-labels.ts'
import { type Language, languages } from '#domain/mediation/proposal.ts'
import type { Answer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { openWords as words } from './open-words.ts'
import { reasonsFor } from './people-specs.ts'
import { Checks } from './StepField.tsx'

/** Who mediates, with what speaks for each; the first chosen leads until somebody else is named. */
export function MediatorFields({
  offers,
  chosen,
  lead,
  language,
  error,
  onChange,
  onLanguage,
}: {
  offers: Answer<'listMatterMediations'>['mediators']
  chosen: readonly string[]
  lead: string
  /** What a party speaks, if it is out of the ordinary. */
  language: Language | undefined
  error: string | undefined
  onLanguage: (language: Language | undefined) => void
  onChange: (more: { mediators: string[]; lead: string }) => void
}) {
  const { say } = useWords()
  if (offers.length === 0) return <p className="quiet">{say(words.noMediators)}</p>
  const named = offers.filter(({ accountId }) => chosen.includes(accountId))
  return (
    <>
      <Field label={say(words.language)} isOptional>
        {(wiring) => (
          <select
            {...wiring}
            className="input"
            value={language ?? ''}
            onChange={(event) => onLanguage(languages.find((one) => one === event.target.value))}
          >
            <option value="">{say(words.anyLanguage)}</option>
            {languages
              .filter((one) => one !== 'mandarin')
              .map((one) => (
                <option key={one} value={one}>
                  {say(languageLabels[one])}
                </option>
              ))}
          </select>
        )}
      </Field>
      <Checks
        label={say(words.mediators)}
        hint={`${say(words.mediatorsHint)} ${say(words.mediatorsOrder)}`}
        error={error}
        options={offers.map((one) => ({ value: one.accountId, label: one.name, note: reasonsFor(one, say) }))}
        value={chosen}
        onChange={(mediators) =>
          onChange({ mediators, lead: mediators.includes(lead) ? lead : (mediators[0] ?? '') })
        }
      />
      {named.length > 1 && (
        <Choices
          label={say(words.lead)}
          options={named.map((one) => ({ value: one.accountId, label: one.name }))}
          value={lead}
          onChoose={(next) => onChange({ mediators: [...chosen], lead: next })}
        />
      )}
    </>
  )
}
