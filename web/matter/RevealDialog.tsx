import { useMutation } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { type ComponentType, type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { failureWords } from '#web/lib/failure-words.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { uiWords } from '#web/ui/ui-words.ts'
import { matterWords as words } from './words.ts'

const purposes = {
  contact: words.purposeContact,
  visit: words.purposeVisit,
  revisit: words.purposeRevisit,
  other: words.purposeOther,
}
export type Purpose = keyof typeof purposes

/** What a person of a matter is called for, the likely purpose first. */
export const purposesIn = (state: string): readonly Purpose[] =>
  state === 'revisiting' ? ['revisit', 'contact', 'visit', 'other'] : ['contact', 'visit', 'revisit', 'other']

export type Shown = { name: string | null; phone: string | null; seconds: number }
type Props<S extends Shown> = {
  /** Asks for it: the command, and what for. */
  ask: (body: { commandId: string; purpose: string }) => Promise<S>
  /** The purposes offered, the likely one first. */
  offered: readonly Purpose[]
  /** What is shown below name and number. */
  more?: ComponentType<{ shown: S }>
  onClose: () => void
}

/** Asks what for, then shows name and number until the minute is over. */
export function RevealDialog<S extends Shown>({ ask, offered, more: More, onClose }: Props<S>) {
  const { language, say } = useWords()
  const [purpose, setPurpose] = useState<Purpose>(offered[0] ?? 'other')
  const [other, setOther] = useState('')
  const [commandId] = useState(newId)
  const reveal = useMutation({
    mutationFn: () => ask({ commandId, purpose: purpose === 'other' ? other : purposes[purpose].zh }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reveal.mutate()
  }
  return (
    <Modal open onCancel={onClose} footer={null} title={say(words.revealTitle)} width={440}>
      {reveal.data ? (
        <Revealed contact={reveal.data} onOver={onClose}>
          {More && <More shown={reveal.data} />}
        </Revealed>
      ) : (
        <form className="form" onSubmit={submit}>
          <p className="quiet">{say(words.revealLead)}</p>
          <Choices
            label={say(words.purpose)}
            options={offered.map((value) => ({
              value,
              label: say(purposes[value]),
            }))}
            value={purpose}
            onChoose={setPurpose}
          />
          {purpose === 'other' && (
            <Field label={say(words.purposeOther)}>
              {(wiring) => (
                <input
                  {...wiring}
                  className="input"
                  maxLength={200}
                  required
                  value={other}
                  onChange={(event) => setOther(event.target.value)}
                />
              )}
            </Field>
          )}
          {reveal.error && (
            <Notice tone="act" live>
              {failureWords(reveal.error, language)}
            </Notice>
          )}
          <div className="form-actions">
            <Button type="primary" htmlType="submit" loading={reveal.isPending}>
              {say(words.revealGo)}
            </Button>
            <Button onClick={onClose}>{say(uiWords.close)}</Button>
          </div>
        </form>
      )}
    </Modal>
  )
}

function Revealed({
  contact,
  onOver,
  children,
}: {
  contact: Shown
  onOver: () => void
  children: ReactNode
}) {
  const { say } = useWords()
  const [left, setLeft] = useState(contact.seconds)
  useEffect(() => {
    const until = Date.now() + contact.seconds * 1000
    const timer = window.setInterval(() => {
      const seconds = Math.ceil((until - Date.now()) / 1000)
      setLeft(seconds)
      if (seconds <= 0) onOver()
    }, 500)
    return () => window.clearInterval(timer)
  }, [contact.seconds, onOver])
  return (
    <div className="revealed">
      <p role="status">
        <b>{contact.name ?? say(words.noName)}</b>
        <br />
        {contact.phone ? (
          <a className="link number" href={`tel:${contact.phone}`}>
            {contact.phone}
          </a>
        ) : (
          say(words.noPhone)
        )}
      </p>
      {children}
      <p className="quiet number">{say(words.secondsLeft, { seconds: Math.max(left, 0) })}</p>
    </div>
  )
}
