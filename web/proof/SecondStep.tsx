import { KeyOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Me, SignedIn } from '#contract/session.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { useProofFailure } from './failure.ts'
import { answerWithPasskey, canUsePasskeys } from './passkey.ts'
import { proofWords as words } from './words.ts'

type Props = { me: Me; onEntered: (me: SignedIn) => void; onBack: () => void }

/** After the right password: the code of an authenticator, a recovery code, or a passkey. */
export function SecondStep({ me, onEntered, onBack }: Props) {
  const { say } = useWords()
  const failure = useProofFailure(say)
  const [code, setCode] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const give = useMutation({
    mutationFn: () => call('giveFactor', { body: { code } }),
    onSuccess: onEntered,
    onError: () => field.current?.focus(),
  })
  const byPasskey = useMutation({
    mutationFn: async () => call('signInByPasskey', { body: { answer: await answerWithPasskey() } }),
    onSuccess: onEntered,
  })
  const hasCode = me.ways.includes('code')
  const hasPasskey = me.ways.includes('passkey') && canUsePasskeys()
  useEffect(() => field.current?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give.mutate()
  }
  const told = failure(give.error ?? byPasskey.error ?? new Error())
  return (
    <>
      <h1>{say(words.stepTitle)}</h1>
      <p className="quiet">{say(words.stepLead, { name: me.name })}</p>
      <form className="form" onSubmit={submit}>
        {(give.error ?? byPasskey.error) && told && (
          <Notice tone="act" live>
            {told}
          </Notice>
        )}
        {hasPasskey && (
          <Button
            type={hasCode ? 'default' : 'primary'}
            size="large"
            block
            icon={<KeyOutlined />}
            loading={byPasskey.isPending}
            onClick={() => byPasskey.mutate()}
          >
            {say(words.byPasskey)}
          </Button>
        )}
        <Field
          label={say(hasCode ? words.code : words.recoveryOnly)}
          hint={say(hasCode ? words.codeHint : words.recoveryHint)}
        >
          {(wiring) => (
            <input
              {...wiring}
              ref={field}
              className="input code-input"
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={40}
              value={code}
              required
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
        <Button
          type={hasCode ? 'primary' : 'default'}
          size="large"
          htmlType="submit"
          loading={give.isPending}
          block
        >
          {say(words.finish)}
        </Button>
        <Button type="link" onClick={onBack}>
          {say(words.otherAccount)}
        </Button>
      </form>
    </>
  )
}
