import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { PaperView } from '#contract/paper.ts'
import { papers } from '#domain/paper/paper.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { paperWords as words } from './words.ts'

const purposes = {
  person: words.toPerson,
  unit: words.toUnit,
  file: words.toFile,
  other: words.other,
}
type Purpose = keyof typeof purposes

type Props = {
  view: PaperView
  onVoice: (appealId: string) => void
  onPrint: (asked: { purpose: string; withContact: boolean }) => void
  isPending: boolean
  isOnRecord: boolean
  error: unknown
}

/** What a print is for, for whom, and whether with the name: asked before anything leaves the printer. */
export function PrintBar({ view, onVoice, onPrint, isPending, isOnRecord, error }: Props) {
  const { language, say } = useWords()
  const [purpose, setPurpose] = useState<Purpose>(papers[view.paper].to)
  const [other, setOther] = useState('')
  const [withContact, setWithContact] = useState(false)
  const { person, people } = view
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onPrint({
      purpose: purpose === 'other' ? other : purposes[purpose].zh,
      withContact: withContact && person.mayOpen,
    })
  }
  return (
    <form className="print-bar" onSubmit={submit} aria-label={say(words.menu)}>
      <Field label={say(words.purpose)}>
        {(wiring) => (
          <select
            {...wiring}
            className="input"
            value={purpose}
            onChange={(event) => setPurpose(event.target.value as Purpose)}
          >
            {(Object.keys(purposes) as Purpose[]).map((one) => (
              <option key={one} value={one}>
                {say(purposes[one])}
              </option>
            ))}
          </select>
        )}
      </Field>
      {purpose === 'other' && (
        <Field label={say(words.other)}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              maxLength={100}
              required
              value={other}
              onChange={(event) => setOther(event.target.value)}
            />
          )}
        </Field>
      )}
      {people.length > 1 && papers[view.paper].to === 'person' && (
        <Field label={say(words.whom)}>
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              value={person.appealId}
              onChange={(event) => onVoice(event.target.value)}
            >
              {people.map((one, index) => (
                <option key={one.appealId} value={one.appealId}>
                  {index + 1}. {one.label ?? say(words.nameless)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {person.mayOpen ? (
        <label className="check">
          <input
            type="checkbox"
            checked={withContact}
            onChange={(event) => setWithContact(event.target.checked)}
          />
          {say(words.withContact)}
        </label>
      ) : (
        person.shown !== 'none' && <p className="quiet">{say(words.cannotOpen)}</p>
      )}
      <Button type="primary" htmlType="submit" icon={<PrinterOutlined />} loading={isPending}>
        {say(words.go)}
      </Button>
      <p className="quiet print-lead" role="status">
        {say(isOnRecord ? words.again : words.lead)}
      </p>
      {error !== null && error !== undefined && (
        <Notice tone="act" live>
          {failureWords(error, language)}
        </Notice>
      )}
    </form>
  )
}
