import { App, Button, Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import { type LinkKind, linkKinds } from '#domain/nearby/links.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { useWords } from '#web/lib/words.ts'
import { checkInput } from '#web/matter/check.ts'
import { formWords } from '#web/matter/form-words.ts'
import { MatterField } from '#web/matter/MatterField.tsx'
import { useMove } from '#web/matter/use-move.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { nearbyWords as words } from './words.ts'

const notes = {
  related: words.relatedNote,
  sameCause: words.sameCauseNote,
  followUp: words.followUpNote,
}

/** Relates another matter to this one: which, and how. */
export function RelateForm({ matter, onClose }: { matter: MatterPage; onClose: () => void }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const move = useMove(matter)
  const [otherId, setOtherId] = useState('')
  const [relation, setRelation] = useState<LinkKind>('related')
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const input = { otherId: otherId || undefined, relation, ...(note.trim() ? { note } : {}) }
  const refusals = checkInput('relate', input)
  const missing = refusals['otherId'] && failureWords(new RefusalError(refusals['otherId'], 422), language)
  const told =
    move.error instanceof RefusalError && move.error.refusal.field === 'otherId'
      ? failureWords(move.error, language)
      : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(refusals).length > 0) return
    move.mutate(
      { verb: 'relate', input },
      {
        onSuccess: () => {
          message.success(say(words.relateDone))
          onClose()
        },
      },
    )
  }
  return (
    <Modal open onCancel={onClose} footer={null} title={say(words.relate)} width={560}>
      <form className="form" aria-label={say(words.relate)} onSubmit={submit} noValidate>
        <p className="quiet">{say(words.relateLead)}</p>
        <MatterField
          label={say(words.other)}
          hint={say(words.otherHint)}
          error={told ?? (isTried ? missing : undefined)}
          matter={matter}
          value={otherId}
          onPick={(id) => {
            setOtherId(id)
            move.reset()
          }}
          box="all"
        />
        <Choices
          label={say(words.relation)}
          options={linkKinds.map((kind) => ({
            value: kind,
            label: say(words[kind]),
            note: say(notes[kind]),
          }))}
          value={relation}
          onChoose={setRelation}
          isWide
        />
        <Field label={say(words.note)} isOptional>
          {(wiring) => (
            <textarea
              {...wiring}
              className="input"
              rows={2}
              maxLength={1000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        {move.error && told === undefined && (
          <Notice tone="act" live>
            {failureWords(move.error, language)}
          </Notice>
        )}
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={move.isPending}>
            {say(formWords.confirm, { verb: say(words.relate) })}
          </Button>
          <Button onClick={onClose}>{say(formWords.later)}</Button>
        </div>
      </form>
    </Modal>
  )
}
