import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { call } from '#web/lib/api.ts'
import { failureWords, fieldOf } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { consoleWords as words } from './words.ts'

/** The old password and the new one; `isFirst` where the old one was for one use. */
export function PasswordForm({ isFirst = false, onDone }: { isFirst?: boolean; onDone?: () => void }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const [given, setGiven] = useState({ old: '', new: '' })
  const change = useMutation({
    mutationFn: () => call('changePassword', { body: given }),
    onSuccess: () => {
      setGiven({ old: '', new: '' })
      message.success(say(words.passwordChanged))
      onDone?.()
    },
  })
  const errorOf = (field: 'old' | 'new') => {
    const { error } = change
    if (!error) return undefined
    const named = error instanceof RefusalError ? fieldOf(error.refusal.field) : undefined
    const place =
      named ?? (error instanceof RefusalError && error.refusal.refused === 'weakPassword' ? 'new' : 'old')
    return place === field ? failureWords(error, language) : undefined
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate()
  }
  return (
    <section className="panel">
      <header>
        <h2>{say(words.changePassword)}</h2>
      </header>
      <form className="form panel-body narrow" onSubmit={submit}>
        <input type="text" autoComplete="username" hidden readOnly />
        <Field label={say(isFirst ? words.oncePassword : words.oldPassword)} error={errorOf('old')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="password"
              autoComplete="current-password"
              value={given.old}
              required
              onChange={(event) => setGiven({ ...given, old: event.target.value })}
            />
          )}
        </Field>
        <Field label={say(words.newPassword)} hint={say(words.newPasswordHint)} error={errorOf('new')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="password"
              autoComplete="new-password"
              value={given.new}
              required
              onChange={(event) => setGiven({ ...given, new: event.target.value })}
            />
          )}
        </Field>
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {say(words.changePassword)}
          </Button>
        </div>
      </form>
    </section>
  )
}
