import { SnippetsOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type KeyboardEvent, useId, useState } from 'react'
import type { Verb } from '#domain/matter/moves.ts'
import {
  fill,
  type TemplateField,
  type TemplateVerb,
  templateVerbs,
  withTemplate,
} from '#domain/template/template.ts'
import { type Answer, call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import './template.css'
import { fieldWords, templateWords as words } from './words.ts'

type Template = Answer<'listFitting'>['rows'][number]

/** Whether a field of a verb's form is one that templates write into. */
const serves = (verb: Verb, field: string): verb is TemplateVerb =>
  verb in templateVerbs && templateVerbs[verb as TemplateVerb] === field

/**
 * A quiet offer of the replies written beforehand for this verb and category. What is chosen goes in at the cursor of the field
 * beside it, never over what was typed, and only once nothing is left to fill.
 */
export function TemplatePicker({
  matterId,
  verb,
  field,
  inputId,
  value,
  onChange,
}: {
  matterId: string
  verb: Verb
  field: string
  /** The id of the text field it writes into. */
  inputId: string
  value: string
  onChange: (value: string) => void
}) {
  const { say } = useWords()
  const panelId = useId()
  const isServed = serves(verb, field)
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<Template>()
  const [said, setSaid] = useState<Record<string, string>>({})
  const [wasInserted, setInserted] = useState(false)
  const { data } = useQuery({
    queryKey: ['templates', matterId, verb],
    queryFn: ({ signal }) =>
      call('listFitting', { params: { id: matterId }, query: { verb: verb as TemplateVerb } }, signal),
    enabled: isServed,
    staleTime: 60_000,
  })
  if (!isServed || !data || data.rows.length === 0) return null

  const insert = (template: Template, answers: Record<string, string>) => {
    const { text, toFill } = fill(template.body, data.facts, answers)
    if (toFill.length > 0) return
    const input = document.getElementById(inputId)
    const area = input instanceof HTMLTextAreaElement ? input : undefined
    const at = area?.selectionStart ?? value.length
    const whole = withTemplate(value, text, at)
    onChange(whole)
    setOpen(false)
    setChosen(undefined)
    setInserted(true)
    const end = whole.length - (value.length - at)
    // once the new text stands in the field
    requestAnimationFrame(() => {
      area?.focus()
      area?.setSelectionRange(end, end)
    })
  }
  const choose = (template: Template) => {
    setSaid({})
    if (fill(template.body, data.facts, {}).toFill.length === 0) insert(template, {})
    else setChosen(template)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation()
    setOpen(false)
  }
  return (
    <div className="template-picker" onKeyDown={onKeyDown}>
      <button
        type="button"
        className="link template-open"
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => {
          setOpen(!isOpen)
          setChosen(undefined)
          setInserted(false)
        }}
      >
        <SnippetsOutlined aria-hidden="true" /> {say(words.use)}
      </button>
      <span role="status" className="quiet">
        {wasInserted && say(words.inserted)}
      </span>
      <div id={panelId} className="template-panel" hidden={!isOpen}>
        {isOpen && !chosen && (
          <ul aria-label={say(words.list)}>
            {data.rows.map((row) => (
              <li key={row.id}>
                <button type="button" className="template-choice" onClick={() => choose(row)}>
                  <b>{row.name}</b> {row.unitName && <small className="quiet">{row.unitName}</small>}
                  <span>{fill(row.body, data.facts, {}).text}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {isOpen && chosen && (
          <Blanks
            template={chosen}
            facts={data.facts}
            said={said}
            onSay={setSaid}
            onInsert={() => insert(chosen, said)}
            onBack={() => setChosen(undefined)}
          />
        )}
      </div>
    </div>
  )
}

function Blanks({
  template,
  facts,
  said,
  onSay,
  onInsert,
  onBack,
}: {
  template: Template
  facts: Answer<'listFitting'>['facts']
  said: Record<string, string>
  onSay: (said: Record<string, string>) => void
  onInsert: () => void
  onBack: () => void
}) {
  const { say } = useWords()
  const id = useId()
  const { toFill: all } = fill(template.body, facts, {})
  const { text, toFill } = fill(template.body, facts, said)
  const nameOf = (name: string) => {
    const known = fieldWords[name as TemplateField]
    return known ? say(known) : name
  }
  return (
    <div className="template-blanks">
      <p className="template-text">{text}</p>
      {all.map((name, index) => (
        <div key={name} className="field">
          <label htmlFor={`${id}-${index}`}>{nameOf(name)}</label>
          <input
            id={`${id}-${index}`}
            className="input"
            maxLength={300}
            // biome-ignore lint/a11y/noAutofocus: the blank opened on the press of its template
            autoFocus={index === 0}
            value={said[name] ?? ''}
            onChange={(event) => onSay({ ...said, [name]: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              // not the form around it
              event.preventDefault()
              onInsert()
            }}
          />
        </div>
      ))}
      <p role="status" className="quiet">
        {toFill.length > 0 && say(words.fillFirst, { names: toFill.map(nameOf).join(' · ') })}
      </p>
      <div className="form-actions">
        <Button onClick={onInsert} disabled={toFill.length > 0}>
          {say(words.insert)}
        </Button>
        <Button type="text" onClick={onBack}>
          {say(words.other)}
        </Button>
      </div>
    </div>
  )
}
