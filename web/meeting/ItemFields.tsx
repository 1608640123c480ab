import { Button, Checkbox } from 'antd'
import { sendFile } from '#web/lib/send-file.ts'
import { useWords } from '#web/lib/words.ts'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import { FileInput } from '#web/ui/FileInput.tsx'
import type { DraftItem, Person } from './draft.ts'
import { formWords as words } from './form-words.ts'

/** One item of an agenda: what about, who presents it, who studies it, papers. */
export function ItemFields({
  item,
  no,
  units,
  onChange,
  onRemove,
}: {
  item: DraftItem
  no: number
  /** Those that are called, and who calls. */
  units: readonly Person[]
  onChange: (change: Partial<DraftItem>) => void
  onRemove: () => void
}) {
  const { say } = useWords()
  const name = item.matter?.title ?? say(words.item, { no })
  return (
    <section className="meeting-part" aria-label={say(words.item, { no })}>
      <header>
        <b>
          {say(words.item, { no })}
          {item.matter && (
            <>
              {' '}
              <span className="number">{item.matter.number}</span> {item.matter.title}
            </>
          )}
        </b>
        <Button type="text" size="small" onClick={onRemove} aria-label={say(words.remove, { name })}>
          ×
        </Button>
      </header>
      {!item.matter && (
        <Field label={say(words.topic)}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              maxLength={60}
              value={item.title}
              onChange={(event) => onChange({ title: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field label={say(words.brief)} hint={say(words.briefHint)} isOptional>
        {(wiring) => (
          <textarea
            {...wiring}
            className="input"
            rows={2}
            maxLength={2000}
            value={item.brief}
            onChange={(event) => onChange({ brief: event.target.value })}
          />
        )}
      </Field>
      <div className="fields-2">
        <Field label={say(words.presenter)} isOptional>
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              value={item.presenterId}
              onChange={(event) => onChange({ presenterId: event.target.value })}
            >
              <option value="">{say(words.nobody)}</option>
              {units.map((unit) => (
                <option key={unit.id} value={unit.id}>
                  {unit.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say(words.itemMinutes)}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="number"
              min={1}
              max={300}
              value={item.minutes}
              onChange={(event) => onChange({ minutes: event.target.value })}
            />
          )}
        </Field>
      </div>
      {units.length > 1 && (
        <FieldGroup label={say(words.forUnits)} hint={item.matter ? undefined : say(words.forAll)} isOptional>
          <div className="meeting-checks">
            {units.slice(1).map((unit) => (
              <Checkbox
                key={unit.id}
                checked={item.unitIds.includes(unit.id)}
                onChange={({ target }) =>
                  onChange({
                    unitIds: target.checked
                      ? [...item.unitIds, unit.id]
                      : item.unitIds.filter((id) => id !== unit.id),
                  })
                }
              >
                {unit.name}
              </Checkbox>
            ))}
          </div>
        </FieldGroup>
      )}
      <FileInput
        label={`${say(words.files)} ${no}`}
        value={item.files}
        onChange={(files) => onChange({ files })}
        send={(id, file, onProgress) =>
          sendFile('uploadFile', { params: { id }, query: { name: file.name } }, file, onProgress)
        }
      />
    </section>
  )
}
