import { useId } from 'react'
import { dayOf } from '#domain/calendar/days.ts'
import {
  dayInReply,
  fill,
  type TemplateFacts,
  type TemplateField,
  templateFields,
} from '#domain/template/template.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { fieldWords, templateWords as words } from './words.ts'

const names = Object.keys(templateFields) as TemplateField[]

/** An invented matter, so that whoever writes sees how it will read. */
function example(): TemplateFacts {
  const now = Date.now()
  return {
    number: '261123-00001-0',
    title: '楼道灯不亮',
    place: '柳岸社区 柳岸新村 3 幢',
    categoryName: '路灯照明',
    unit: '枫溪区住建局',
    today: dayInReply(dayOf(now)),
    dueOn: dayInReply(dayOf(now + 5 * 86_400_000)),
  }
}

/** The text of a template with its fields to press, and how it will read. */
export function BodyField({
  body,
  error,
  onChange,
}: {
  body: string
  error: string | undefined
  onChange: (body: string) => void
}) {
  const { language, say } = useWords()
  const groupId = useId()
  const { text, toFill } = fill(body, example(), {})
  const insert = (mark: string, input: HTMLTextAreaElement | null) => {
    const at = input?.selectionStart ?? body.length
    onChange(`${body.slice(0, at)}${mark}${body.slice(at)}`)
    requestAnimationFrame(() => {
      input?.focus()
      input?.setSelectionRange(at + mark.length, at + mark.length)
    })
  }
  const areaOf = () => document.querySelector<HTMLTextAreaElement>(`[data-body="${groupId}"]`)
  const markOf = (name: TemplateField) => `{{${language === 'zh' ? templateFields[name] : name}}}`
  return (
    <>
      <Field label={say(words.body)} hint={say(words.bodyHint)} error={error}>
        {(wiring) => (
          <textarea
            {...wiring}
            data-body={groupId}
            className="input"
            rows={5}
            maxLength={2000}
            value={body}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <div className="template-fields" role="group" aria-label={say(words.insertField)}>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            className="template-field"
            onClick={() => insert(markOf(name), areaOf())}
          >
            {say(fieldWords[name])}
          </button>
        ))}
        <button
          type="button"
          className="template-field"
          onClick={() => insert(`{{?${say(words.blankName)}}}`, areaOf())}
        >
          {say(words.blank)}
        </button>
      </div>
      {body.trim() !== '' && (
        <div>
          <h3 className="template-preview">{say(words.preview)}</h3>
          <p className="template-text">{text}</p>
          {toFill.length > 0 && (
            <p className="quiet">{say(words.stillToFill, { names: toFill.join(' · ') })}</p>
          )}
        </div>
      )}
    </>
  )
}
