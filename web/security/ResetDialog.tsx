import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import type { AccountRow } from '#contract/factor.ts'
import { call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { useProofFailure } from '#web/proof/failure.ts'
import { useProven } from '#web/proof/prove.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { securityWords as words } from './words.ts'

/** Takes the second factors of a colleague away, with the reason. */
export function ResetDialog({ row, onClose }: { row: AccountRow; onClose: () => void }) {
  const { say } = useWords()
  const { message } = App.useApp()
  const failure = useProofFailure(say)
  const proven = useProven()
  const queryClient = useQueryClient()
  const [reason, setReason] = useState('')
  const [commandId] = useState(newId)
  const reset = useMutation({
    mutationFn: () =>
      proven(() => call('resetFactors', { params: { id: row.id }, body: { commandId, reason } })),
    onSuccess: () => {
      message.success(say(words.resetDone, { name: row.name }))
      onClose()
      return queryClient.invalidateQueries({ queryKey: ['secured'] })
    },
  })
  const told = reset.error ? failure(reset.error) : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reset.mutate()
  }
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      title={say(words.resetTitle, { name: row.name })}
      width={480}
    >
      <form className="form" onSubmit={submit}>
        <p>{say(words.resetText)}</p>
        <Field label={say(words.resetReason)}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              maxLength={200}
              required
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {told && (
          <Notice tone="act" live>
            {told}
          </Notice>
        )}
        <div className="form-actions">
          <Button danger type="primary" htmlType="submit" loading={reset.isPending}>
            {say(words.reset)}
          </Button>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
        </div>
      </form>
    </Modal>
  )
}
