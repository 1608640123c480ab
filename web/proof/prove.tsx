import { KeyOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { createContext, type FormEvent, type ReactNode, useCallback, useContext, useState } from 'react'
import { consoleWords } from '#web/console/words.ts'
import { call, type Given } from '#web/lib/api.ts'
import { isRefused } from '#web/lib/failures.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { useProofFailure } from './failure.ts'
import { NotProved } from './not-proved.ts'
import { answerWithPasskey, canUsePasskeys } from './passkey.ts'
import { proofWords as words } from './words.ts'

type Proven = <T>(work: () => Promise<T>) => Promise<T>
const ProvenContext = createContext<Proven>((work) => work())

/** Does what asks for a fresh proof: asks for it where the last is too old, and then does it again. */
export const useProven = () => useContext(ProvenContext)

type Waiting = { done: () => void; gone: () => void }

export function ProofProvider({ children }: { children: ReactNode }) {
  const [waiting, setWaiting] = useState<Waiting>()
  const proven = useCallback<Proven>(async (work) => {
    try {
      return await work()
    } catch (error) {
      if (!isRefused(error, 'proveFirst')) throw error
      await new Promise<void>((resolve, reject) =>
        setWaiting({ done: resolve, gone: () => reject(new NotProved()) }),
      )
      return work()
    }
  }, [])
  const end = (how: 'done' | 'gone') => {
    waiting?.[how]()
    setWaiting(undefined)
  }
  return (
    <ProvenContext value={proven}>
      {children}
      {waiting && <ProofDialog onDone={() => end('done')} onClose={() => end('gone')} />}
    </ProvenContext>
  )
}

function ProofDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { say } = useWords()
  const failure = useProofFailure(say)
  const factors = useQuery({
    queryKey: ['factors'],
    queryFn: ({ signal }) => call('getFactors', {}, signal),
  })
  const [typed, setTyped] = useState('')
  const prove = useMutation({
    mutationFn: (body: Given<'prove'>['body']) => call('prove', { body }),
    onSuccess: onDone,
  })
  const byPasskey = useMutation({
    mutationFn: async () => call('prove', { body: { answer: await answerWithPasskey() } }),
    onSuccess: onDone,
  })
  const { data } = factors
  const hasPasskey = (data?.passkeys.length ?? 0) > 0
  const needsCode = data !== undefined && (data.totpSince !== null || hasPasskey)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    prove.mutate(needsCode ? { code: typed } : { password: typed })
  }
  const told = prove.error ?? byPasskey.error ?? factors.error
  const label = !needsCode ? consoleWords.oldPassword : data?.totpSince ? words.code : words.recoveryOnly
  return (
    <Modal open onCancel={onClose} footer={null} title={say(words.proveTitle)} width={440}>
      <form className="form" onSubmit={submit}>
        <p className="quiet">{say(words.proveLead)}</p>
        {told && failure(told) && (
          <Notice tone="act" live>
            {failure(told)}
          </Notice>
        )}
        {data && (
          <>
            {hasPasskey && canUsePasskeys() && (
              <Button icon={<KeyOutlined />} loading={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
                {say(words.provePasskey)}
              </Button>
            )}
            <Field
              label={say(label)}
              hint={needsCode ? say(data.totpSince ? words.codeHint : words.recoveryHint) : undefined}
            >
              {(wiring) => (
                <input
                  {...wiring}
                  className="input"
                  type={needsCode ? 'text' : 'password'}
                  autoComplete={needsCode ? 'one-time-code' : 'current-password'}
                  value={typed}
                  required
                  onChange={(event) => setTyped(event.target.value)}
                />
              )}
            </Field>
          </>
        )}
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={prove.isPending} disabled={!data}>
            {say(words.proveGo)}
          </Button>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
        </div>
      </form>
    </Modal>
  )
}
