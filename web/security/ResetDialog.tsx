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

/** What may be taken away from a colleague, and its words. */
const kinds = {
  factors: {
    route: 'resetFactors',
    title: words.resetTitle,
    text: words.resetText,
    reason: words.resetReason,
    go: words.reset,
    done: words.resetDone,
  },
  identity: {
    route: 'removeIdentity',
    title: words.unlinkTitle,
    text: words.unlinkText,
    reason: words.unlinkReason,
    go: words.unlink,
    done: words.unlinkDone,
  },
} as const

type Props = { row: AccountRow; what: keyof typeof kinds; onClose: () => void }

/** Takes the second factors or the linked identity of a colleague away, with the reason. */
export function ResetDialog({ row, what, onClose }: Props) {
  const kind = kinds[what]
  const { say } = useWords()
  const { message } = App.useApp()
  const failure = useProofFailure(say)
  const proven = useProven()
  const queryClient = useQueryClient()
  const [reason, setReason] = useState('')
  const [commandId] = useState(newId)
  const reset = useMutation({
    mutationFn: () => proven(() => call(kind.route, { params: { id: row.id }, body: { commandId, reason } })),
    onSuccess: () => {
      message.success(say(kind.done, { name: row.name }))
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
    <Modal open onCancel={onClose} footer={null} title={say(kind.title, { name: row.name })} width={480}>
      <form className="form" onSubmit={submit}>
        <p>{say(kind.text)}</p>
        <Field label={say(kind.reason)}>
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
            {say(kind.go)}
          </Button>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
        </div>
      </form>
    </Modal>
  )
}
