import type { ReactNode } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { AssistAlong } from '#web/duty/AssistAlong.tsx'
import { sendFile } from '#web/lib/send-file.ts'
import { useWords } from '#web/lib/words.ts'
import { TemplatePicker } from '#web/template/TemplatePicker.tsx'
import { Choices } from '#web/ui/Choices.tsx'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import { FileInput, type KeptFile } from '#web/ui/FileInput.tsx'
import { CategoryPicker } from './CategoryPicker.tsx'
import { ColleagueField, PartField, RetentionField, VoiceField } from './ChoiceFields.tsx'
import type { FieldSpec } from './field-spec.ts'
import { formWords as words } from './form-words.ts'
import { MatterField } from './MatterField.tsx'
import { type Mention, MentionField } from './MentionField.tsx'
import { TargetList } from './TargetList.tsx'

type Props = {
  verb: Verb
  spec: FieldSpec
  /** The matter it is about; of several moved at once the first, whose own words do not matter. */
  matter: MatterPage | Pick<MatterPage, 'id'>
  value: unknown
  error: string | undefined
  onChange: (value: unknown) => void
  /** Changes another field of the form along with this one. */
  onOther?: (name: string, value: unknown) => void
}

/** Whether the form is of one matter, whose own facts its fields may show. */
const isOne = (matter: Props['matter']): matter is MatterPage => 'story' in matter
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** One control of a verb's form, drawn from its row in the table. */
export function MoveField({ verb, spec, matter, value, error, onChange, onOther }: Props): ReactNode {
  const { say } = useWords()
  const label = say(spec.label)
  const before = isOne(matter) ? spec.before?.(matter) : undefined
  const hint = before !== undefined ? say(words.now, { value: before || '—' }) : spec.hint && say(spec.hint)
  const common = { label, hint, error, ...(spec.isOptional ? { isOptional: true } : {}) }
  const text = typeof value === 'string' ? value : ''
  const options = (spec.options ?? []).map((one) => ({
    value: one.value,
    label: say(one.label),
    note: one.note && say(one.note),
  }))

  switch (spec.kind) {
    case 'line':
      return (
        <Field {...common}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              value={text}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </Field>
      )
    case 'area':
      return (
        <Field {...common}>
          {(wiring) => (
            <>
              <textarea
                {...wiring}
                className="input"
                rows={3}
                value={text}
                onChange={(event) => onChange(event.target.value)}
              />
              {/* a template is filled with the facts of one matter */}
              {isOne(matter) && (
                <TemplatePicker
                  {...{
                    verb,
                    field: spec.name,
                    matterId: matter.id,
                    inputId: wiring.id,
                    value: text,
                    onChange,
                  }}
                />
              )}
            </>
          )}
        </Field>
      )
    case 'choices':
    case 'wideChoices':
      return (
        <Choices
          {...common}
          options={options}
          value={text}
          onChoose={onChange}
          isWide={spec.kind === 'wideChoices'}
        />
      )
    case 'select':
      return (
        <Field {...common}>
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              value={text}
              onChange={(event) => onChange(event.target.value)}
            >
              <option value="" />
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          )}
        </Field>
      )
    case 'yesNo': {
      const yesNo = [
        { value: 'yes', label: spec.yes ? say(spec.yes) : '' },
        { value: 'no', label: spec.no ? say(spec.no) : '' },
      ]
      return (
        <Choices
          {...common}
          options={yesNo}
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          onChoose={(chosen) => onChange(chosen === 'yes')}
        />
      )
    }
    case 'check':
      return (
        <label className="check">
          <input
            type="checkbox"
            checked={value === true}
            onChange={(event) => onChange(event.target.checked)}
          />
          {label}
        </label>
      )
    case 'category':
      return (
        <Field {...common}>
          {(wiring) => <CategoryPicker wiring={wiring} value={text} onPick={onChange} />}
        </Field>
      )
    case 'target':
      return (
        <TargetList
          label={label}
          error={error}
          matter={matter}
          verb={verb}
          value={text === '' ? [] : [text]}
          onPick={([id = '']) => onChange(id)}
          onList={(isOff, assistIds) => {
            onOther?.('offList', isOff)
            if (verb === 'dispatch') onOther?.('assistIds', assistIds)
          }}
        />
      )
    case 'targets':
      return (
        <TargetList
          label={label}
          error={error}
          matter={matter}
          verb={verb}
          isMany
          value={listOf(value)}
          onPick={onChange}
        />
      )
    case 'assistAlong':
      return <AssistAlong {...{ matterId: matter.id, error, value: listOf(value) }} onChange={onChange} />
    case 'number':
      return (
        <Field {...common}>
          {(wiring) => (
            <input
              {...wiring}
              className="input number short"
              inputMode="numeric"
              value={typeof value === 'number' ? String(value) : text}
              onChange={(event) => onChange(event.target.value.normalize('NFKC').replace(/\D/g, ''))}
            />
          )}
        </Field>
      )
    case 'colleague':
      return <ColleagueField {...common} matter={matter} value={text} onPick={onChange} />
    case 'voices':
      return (
        isOne(matter) && <VoiceField {...common} matter={matter} value={listOf(value)} onPick={onChange} />
      )
    case 'openPart':
      return isOne(matter) && <PartField {...common} matter={matter} value={text} onPick={onChange} />
    case 'matter':
      return isOne(matter) && <MatterField {...common} matter={matter} value={text} onPick={onChange} />
    case 'retention':
      return isOne(matter) && <RetentionField {...common} matter={matter} value={text} onPick={onChange} />
    case 'mentions':
      return (
        <MentionField
          label={label}
          hint={spec.hint && say(spec.hint)}
          error={error}
          matterId={matter.id}
          value={(value as Mention[] | undefined) ?? []}
          onChange={onChange}
        />
      )
    case 'files':
      return (
        <FieldGroup {...common}>
          <FileInput
            label={label}
            value={(value as KeptFile[] | undefined) ?? []}
            onChange={onChange}
            send={(id, file, onProgress) =>
              sendFile('uploadFile', { params: { id }, query: { name: file.name } }, file, onProgress)
            }
          />
        </FieldGroup>
      )
  }
}
