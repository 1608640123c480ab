import { BulbOutlined } from '@ant-design/icons'
import { kindLabels, urgencyLabels } from '#contract/words/labels.ts'
import { kinds, urgencies } from '#domain/matter/matter.ts'
import type { Proposal } from '#domain/triage/classify.ts'
import { useWords } from '#web/lib/words.ts'
import { CategoryPicker } from '#web/matter/CategoryPicker.tsx'
import { useCategories } from '#web/matter/queries.ts'
import { Field } from '#web/ui/Field.tsx'
import { deskWords } from './desk-words.ts'
import { type RegisterValue, sortedAs } from './register-value.ts'
import { SelectField } from './SelectField.tsx'
import { intakeWords as words } from './words.ts'

/** Kind, urgency and category, as the words propose them and because of which; a person decides. */
export function SortFields({
  value,
  proposal,
  errors,
  mayTriage,
  onChange,
}: {
  value: RegisterValue
  proposal: Proposal
  errors: Record<string, string>
  mayTriage: boolean
  onChange: (part: Partial<RegisterValue>) => void
}) {
  const { say } = useWords()
  const { nameOf } = useCategories()
  const { kind, urgency } = sortedAs(value, proposal)
  const proposed = mayTriage ? proposal.categoryCode : null
  const hasProposal = proposal.because.length > 0
  return (
    <div className="register-sort">
      <div className="register-line">
        <SelectField
          label={say(words.kind)}
          value={kind}
          options={kinds.map((key) => [key, say(kindLabels[key])] as const)}
          onChange={(chosen) => onChange({ kind: chosen })}
        />
        <SelectField
          label={say(words.urgency)}
          value={urgency}
          options={urgencies.map((key) => [key, say(urgencyLabels[key])] as const)}
          onChange={(chosen) => onChange({ urgency: chosen })}
        />
        {mayTriage && (
          <Field label={say(deskWords.category)} error={errors['categoryCode']} isOptional>
            {(wiring) => (
              <CategoryPicker
                wiring={wiring}
                value={value.categoryCode}
                onPick={(categoryCode) => onChange({ categoryCode })}
              />
            )}
          </Field>
        )}
      </div>
      {hasProposal && (
        <p className="register-proposal" role="status">
          <BulbOutlined aria-hidden="true" />
          <span>
            {say(deskWords.proposed, {
              kind: say(kindLabels[proposal.kind ?? 'request']),
              urgency: say(urgencyLabels[proposal.urgency ?? 'normal']),
            })}
          </span>
          {proposed !== null && (
            <span>{say(deskWords.proposedCategory, { category: nameOf(proposed) ?? proposed })}</span>
          )}
          <span className="quiet">
            {say(deskWords.because)}
            {proposal.because.map((word) => (
              <mark key={word}>{word}</mark>
            ))}
          </span>
          {proposed !== null && value.categoryCode !== proposed && (
            <button type="button" className="link" onClick={() => onChange({ categoryCode: proposed })}>
              {say(deskWords.adopt)}
            </button>
          )}
          {value.categoryCode !== '' && (
            <button type="button" className="link" onClick={() => onChange({ categoryCode: '' })}>
              {say(deskWords.noCategory)}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
