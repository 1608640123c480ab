import { App, Button, Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { refuse } from '#domain/refusal.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { formWords as words } from './form-words.ts'
import { useMove } from './use-move.ts'

/** Takes something away from a matter, for a reason that stays on record. */
export function ReasonDialog({
  matter,
  verb,
  named,
  title,
  lead,
  label,
  act,
  done,
  onClose,
}: {
  matter: Pick<MatterPage, 'id' | 'version'>
  verb: Verb
  /** What the move is told beside the reason. */
  named: Record<string, string>
  title: string
  lead?: string
  label: string
  /** What the button confirms, and what is said afterwards. */
  act: string
  done: string
  onClose: () => void
}) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const move = useMove(matter)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  const missing = new RefusalError(refuse('missingField', { field: 'reason' }, 'reason'), 422)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isMissing) return
    move.mutate(
      { verb, input: { ...named, reason } },
      {
        onSuccess: () => {
          message.success(done)
          onClose()
        },
      },
    )
  }
  return (
    <Modal open onCancel={onClose} footer={null} title={title} width={460}>
      <form className="form" aria-label={title} onSubmit={submit} noValidate>
        {lead && <p className="quiet">{lead}</p>}
        <Field label={label} error={isTried && isMissing ? failureWords(missing, language) : undefined}>
          {(wiring) => (
            <textarea
              {...wiring}
              className="input"
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {move.error && (
          <Notice tone="act" live>
            {failureWords(move.error, language)}
          </Notice>
        )}
        <div className="form-actions">
          <Button type="primary" danger htmlType="submit" loading={move.isPending}>
            {say(words.confirm, { verb: act })}
          </Button>
          <Button onClick={onClose}>{say(words.later)}</Button>
        </div>
      </form>
    </Modal>
  )
}
