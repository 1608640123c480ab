import { EyeInvisibleOutlined, EyeOutlined, KeyOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Me, SignedIn } from '#contract/session.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { useKeepEnded } from '#web/proof/EndedNotice.tsx'
import { useProofFailure } from '#web/proof/failure.ts'
import { answerWithPasskey, canUsePasskeys } from '#web/proof/passkey.ts'
import { SecondStep } from '#web/proof/SecondStep.tsx'
import { proofWords } from '#web/proof/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Brand } from './Brand.tsx'
import { LanguageSwitch } from './LookMenu.tsx'
import { meQuery } from './queries.ts'
import { consoleWords as words } from './words.ts'
import './sign-in.css'

/** Only a path of this console: an address from outside must not lead elsewhere after signing in. `/` leads home. */
function safePath(from: string | undefined): string {
  return from && /^\/(?!\/)/.test(from) ? from : '/'
}

const gone = { more: proofWords.goneMore, remote: proofWords.goneRemote, idle: proofWords.goneIdle } as const

/** Signing in by password or passkey, with a second step where there is one, and back to the page that was asked for. */
export function SignIn() {
  const { say } = useWords()
  const { from, why } = useSearch({ from: '/sign-in' })
  const router = useRouter()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const keepEnded = useKeepEnded()
  // Whoever reloads the page between the two steps goes on with the second.
  const [step, setStep] = useState<Me | undefined>(() => {
    const me = queryClient.getQueryData(meQuery.queryKey)
    return me?.gate === 'factor' ? me : undefined
  })
  const { data: health } = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => call('health', {}, signal),
    retry: false,
  })
  const title = say(words.signInTitle)
  useEffect(() => {
    document.title = title
  }, [title])

  const enter = (me: SignedIn) => {
    queryClient.clear()
    if (me.gate === 'factor') return setStep(me)
    queryClient.setQueryData(meQuery.queryKey, me)
    keepEnded(me.ended?.device)
    const target = safePath(from)
    if (target.startsWith('/console')) router.history.push(target)
    else void navigate({ to: target as '/' })
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
            <PasswordStep onEntered={enter} />
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

function PasswordStep({ onEntered }: { onEntered: (me: SignedIn) => void }) {
  const { say } = useWords()
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
  const error = byPassword.error ?? byPasskey.error
  const isBusy = byPassword.isPending || byPassword.isSuccess
  const submit = (event: FormEvent) => {
    event.preventDefault()
    byPasskey.reset()
    byPassword.mutate()
  }
  return (
    <form className="form" onSubmit={submit}>
      {error && (
        <Notice tone="act" live>
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
            byPasskey.mutate()
          }}
        >
          {say(proofWords.byPasskey)}
        </Button>
      )}
    </form>
  )
}
