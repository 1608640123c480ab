import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
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

/** Signing in, and back to the page that was asked for. */
export function SignIn() {
  const { language, say } = useWords()
  const { from } = useSearch({ from: '/sign-in' })
  const router = useRouter()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [isShown, setShown] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const field = useRef<HTMLInputElement>(null)
  const { data: health } = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => call('health', {}, signal),
    retry: false,
  })

  const title = say(words.signInTitle)
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => field.current?.focus(), [])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure(undefined)
    try {
      const me = await call('signIn', { body: { login, password } })
      queryClient.clear()
      queryClient.setQueryData(meQuery.queryKey, me)
      const target = safePath(from)
      if (target.startsWith('/console')) router.history.push(target)
      else await navigate({ to: target as '/' })
    } catch (error) {
      setFailure(error)
      setBusy(false)
      field.current?.focus()
    }
  }

  return (
    <main className="sign-in" id="main">
      <div className="sign-in-card">
        <div className="sign-in-top">
          <Brand name={say(words.product)} note={say(words.signInLead)} />
          <LanguageSwitch />
        </div>
        <h1>{title}</h1>
        <form className="form" onSubmit={(event) => void submit(event)}>
          {failure !== undefined && (
            <Notice tone="act" live>
              {failureWords(failure, language)}
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
        </form>
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
