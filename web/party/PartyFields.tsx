import type { PartyView } from '#contract/party.ts'
import { capacityLabels, partyKindLabels, partyRoleLabels, sideLabels } from '#contract/words/party-labels.ts'
import {
  actsForOthers,
  capacities,
  isPrincipal,
  mostRepresentatives,
  partyKinds,
  rolesOf,
  sides,
} from '#domain/party/party.ts'
import { fieldWords } from '#web/lib/field-words.ts'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import type { Clearable, PartyValue } from './form-value.ts'
import { partyWords as words } from './words.ts'

type Props = {
  value: PartyValue
  errors: Record<string, string>
  present: readonly PartyView[]
  party: PartyView | undefined
  isFromVoice: boolean
  onChange: (more: Partial<PartyValue>) => void
}

/** The fields of a party; which there are depends on who it is and in which role. */
export function PartyFields({ value, errors, present, party, isFromVoice, onChange }: Props) {
  const { say } = useWords()
  const options = <T extends string>(keys: readonly T[], labels: Record<T, Sentence>) =>
    keys.map((key) => ({ value: key, label: say(labels[key]) }))
  const isOrganisation = value.kind === 'organisation'
  const now: Partial<Record<'name' | 'phone' | 'contactName', string | null>> = party ?? {}
  const line = (
    name: 'name' | 'phone' | 'address' | 'contactName',
    label: Sentence,
    max: number,
    more: { mode?: 'tel'; isNeeded?: boolean } = {},
  ) => {
    const known = name === 'address' ? null : now[name]
    const kept = known ? say(words.keepNow, { value: known }) : say(words.keep)
    return (
      <Field label={say(label)} isOptional={!more.isNeeded} error={errors[name]} hint={party && kept}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            autoComplete="off"
            maxLength={max}
            inputMode={more.mode}
            value={value[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        )}
      </Field>
    )
  }
  return (
    <>
      {isFromVoice && <p className="quiet">{say(words.fromVoice)}</p>}
      <Choices
        label={say(words.side)}
        options={options(sides, sideLabels)}
        value={value.side}
        error={errors['side']}
        onChoose={(side) => onChange({ side, actsFor: [] })}
      />
      {!party && (
        <Choices
          label={say(words.kind)}
          options={options(partyKinds, partyKindLabels)}
          value={value.kind}
          onChoose={(kind) => onChange({ kind })}
        />
      )}
      <Choices
        label={say(words.role)}
        options={options(rolesOf[value.side], partyRoleLabels)}
        value={value.role}
        error={errors['role']}
        onChoose={(role) => onChange({ role })}
      />
      {actsForOthers(value) && (
        <ActsFor
          value={value}
          error={errors['actsFor']}
          present={present}
          party={party}
          onChange={onChange}
        />
      )}
      <div className="fields-2">
        {line('name', isOrganisation ? words.orgName : words.name, 60, { isNeeded: !party && !isFromVoice })}
        {line('phone', words.phone, 60, { mode: 'tel' })}
      </div>
      {isOrganisation && line('contactName', words.contactName, 40)}
      {line('address', isOrganisation ? words.orgAddress : words.address, 200)}
      {party && <Clearing value={value} party={party} onChange={onChange} />}
      {!isOrganisation && (
        <Choices
          label={say(words.capacity)}
          options={options(capacities, capacityLabels)}
          value={value.capacity}
          error={errors['capacity']}
          hint={say(words.capacityHint)}
          onChoose={(capacity) => onChange({ capacity })}
        />
      )}
      {isPrincipal(value) && (
        <FieldGroup label={say(words.representative)} isOptional error={errors['isRepresentative']}>
          <label className="check">
            <input
              type="checkbox"
              checked={value.isRepresentative}
              onChange={(event) => onChange({ isRepresentative: event.target.checked })}
            />
            {say(words.representativeField, { most: mostRepresentatives })}
          </label>
        </FieldGroup>
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={value.isConfidential}
          onChange={(event) => onChange({ isConfidential: event.target.checked })}
        />
        {say(words.confidentialField)}
      </label>
    </>
  )
}

/** For whom of the same side an agent or a guardian acts. */
function ActsFor({
  value,
  error,
  present,
  party,
  onChange,
}: Pick<Props, 'value' | 'present' | 'party' | 'onChange'> & { error: string | undefined }) {
  const { say } = useWords()
  const isGuardian = value.role === 'guardian'
  const principals = present.filter(
    (one) =>
      one.id !== party?.id &&
      one.side === value.side &&
      isPrincipal(one) &&
      (!isGuardian || (one.capacity !== null && one.capacity !== 'full')),
  )
  const toggle = (id: string) =>
    onChange({
      actsFor: value.actsFor.includes(id)
        ? value.actsFor.filter((one) => one !== id)
        : [...value.actsFor, id],
    })
  return (
    <FieldGroup
      label={say(words.actsForField)}
      hint={say(isGuardian ? words.actsForGuardianHint : words.actsForHint)}
      error={error}
    >
      {principals.length === 0 && <p className="quiet">{say(words.actsForNone)}</p>}
      <div className="choices">
        {principals.map((one) => (
          <label key={one.id} className="choice">
            <input type="checkbox" checked={value.actsFor.includes(one.id)} onChange={() => toggle(one.id)} />
            <span>
              {say(words.no, { no: one.no })} {one.name ?? say(words.hidden)}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

/** What a correction empties. */
function Clearing({ value, party, onChange }: Pick<Props, 'value' | 'onChange'> & { party: PartyView }) {
  const { language, say } = useWords()
  const there: Clearable[] = [
    ...(party.phone === null ? [] : (['phone'] as const)),
    ...(party.hasAddress ? (['address'] as const) : []),
    ...(party.contactName === null ? [] : (['contactName'] as const)),
  ]
  if (there.length === 0) return null
  const toggle = (field: Clearable) =>
    onChange({
      clear: value.clear.includes(field)
        ? value.clear.filter((one) => one !== field)
        : [...value.clear, field],
    })
  return (
    <FieldGroup label={say(words.clear)} isOptional>
      <div className="choices">
        {there.map((field) => (
          <label key={field} className="choice">
            <input type="checkbox" checked={value.clear.includes(field)} onChange={() => toggle(field)} />
            <span>{fieldWords[field]?.[language]}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
