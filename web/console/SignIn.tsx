import { EyeInvisibleOutlined, EyeOutlined, IdcardOutlined, KeyOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Me, SignedIn } from '#contract/session.ts'
import { wentWrongKey } from '#web/identity/answer.ts'
import { useLeave } from '#web/identity/use-leave.ts'
import { identityWords } from '#web/identity/words.ts'
import { call } from '#web/lib/api.ts'
import { isRefused } from '#web/lib/failures.ts'
import { useWords } from '#web/lib/words.ts'
import { useProofFailure } from '#web/proof/failure.ts'
import { answerWithPasskey, canUsePasskeys } from '#web/proof/passkey.ts'
import { SecondStep } from '#web/proof/SecondStep.tsx'
import { proofWords } from '#web/proof/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Brand } from './Brand.tsx'
import { LanguageSwitch } from './LookMenu.tsx'
import { healthQuery, meQuery } from './queries.ts'
import { useEnter } from './use-enter.ts'
import { consoleWords as words } from './words.ts'
import './sign-in.css'

const gone = { more: proofWords.goneMore, remote: proofWords.goneRemote, idle: proofWords.goneIdle } as const

/** Signing in by password, passkey or identity platform, with a second step where there is one, and back to the page that was asked for. */
export function SignIn() {
  const { say } = useWords()
  const { from, why } = useSearch({ from: '/sign-in' })
  const queryClient = useQueryClient()
  const goIn = useEnter()
  // Whoever reloads the page between the two steps goes on with the second.
  const [step, setStep] = useState<Me | undefined>(() => {
    const me = queryClient.getQueryData(meQuery.queryKey)
    return me?.gate === 'factor' ? me : undefined
  })
  const { data: health } = useQuery(healthQuery)
  const title = say(words.signInTitle)
  useEffect(() => {
    document.title = title
  }, [title])

  const enter = (me: SignedIn) => {
    if (!goIn(me, from)) setStep(me)
  }
  return (
    <main className="sign-in" id="main">
      <div className="sign-in-card">
        <div className="sign-in-top">
          <Brand name={say(words.product)} note={say(words.signInLead)} />
          <LanguageSwitch />
        </div>
        {why && !step && <Notice tone="near">{say(gone[why])}</Notice>}
        {step ? (
          <SecondStep
            me={step}
            onEntered={enter}
            onBack={() => {
              queryClient.clear()
              setStep(undefined)
            }}
          />
        ) : (
          <>
            <h1>{title}</h1>
            <PasswordStep onEntered={enter} provider={health?.provider} from={from} />
          </>
        )}
        {health?.isDemo && <Notice>{say(words.demoHint)}</Notice>}
        <p className="quiet">
          {say(words.residentHint)}{' '}
          <a className="link" href="/">
            {say(words.toPublic)}
          </a>
        </p>
      </div>
    </main>
  )
}

type StepProps = {
  onEntered: (me: SignedIn) => void
  /** How the identity platform is called, where there is one. */
  provider: string | undefined
  from: string | undefined
}

/** What the contract takes as a page of our own. */
const isTaken = (from: string | undefined): from is string =>
  from !== undefined && from.length <= 500 && /^\/(?![/\\])[^\\\s]*$/.test(from)

function PasswordStep({ onEntered, provider, from }: StepProps) {
  const { say } = useWords()
  const queryClient = useQueryClient()
  const leave = useLeave(() => call('askProvider', { body: isTaken(from) ? { from } : {} }))
  const failure = useProofFailure(say)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [isShown, setShown] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const byPassword = useMutation({
    mutationFn: () => call('signIn', { body: { login, password } }),
    onSuccess: onEntered,
    onError: () => field.current?.focus(),
  })
  const byPasskey = useMutation({
    mutationFn: async () => call('signInByPasskey', { body: { answer: await answerWithPasskey() } }),
    onSuccess: onEntered,
  })
  const error =
    byPassword.error ??
    byPasskey.error ??
    leave.error ??
    // What became of the way to the platform, told where one can go on.
    queryClient.getQueryData<Error>(wentWrongKey)
  const isBusy = byPassword.isPending || byPassword.isSuccess
  const submit = (event: FormEvent) => {
    event.preventDefault()
    byPasskey.reset()
    leave.reset()
    byPassword.mutate()
  }
  return (
    <form className="form" onSubmit={submit}>
      {error && (
        <Notice tone={isRefused(error, 'identityUnknown') ? 'near' : 'act'} live>
          {failure(error)}
        </Notice>
      )}
      <Field label={say(words.login)}>
        {(wiring) => (
          <input
            {...wiring}
            ref={field}
            className="input"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={login}
            onChange={(event) => setLogin(event.target.value)}
            required
          />
        )}
      </Field>
      <Field label={say(words.password)}>
        {(wiring) => (
          <div className="password">
            <input
              {...wiring}
              className="input"
              type={isShown ? 'text' : 'password'}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              required
            />
            <button
              type="button"
              aria-label={say(isShown ? words.hidePassword : words.showPassword)}
              onClick={() => setShown(!isShown)}
            >
              {isShown ? <EyeInvisibleOutlined aria-hidden="true" /> : <EyeOutlined aria-hidden="true" />}
            </button>
          </div>
        )}
      </Field>
      <Button type="primary" size="large" htmlType="submit" loading={isBusy} block>
        {say(isBusy ? words.signingIn : words.signIn)}
      </Button>
      {canUsePasskeys() && (
        <Button
          size="large"
          block
          icon={<KeyOutlined />}
          loading={byPasskey.isPending}
          onClick={() => {
            byPassword.reset()
            leave.reset()
            byPasskey.mutate()
          }}
        >
          {say(proofWords.byPasskey)}
        </Button>
      )}
      {provider && (
        <Button
          size="large"
          block
          icon={<IdcardOutlined />}
          loading={leave.isLeaving}
          onClick={() => {
            byPassword.reset()
            byPasskey.reset()
            queryClient.removeQueries({ queryKey: wentWrongKey })
            leave.mutate()
          }}
        >
          {say(leave.isLeaving ? identityWords.leaving : identityWords.byProvider, { provider })}
        </Button>
      )}
    </form>
  )
}
