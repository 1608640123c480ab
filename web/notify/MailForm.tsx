import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import type { NoticeChoice } from './ChoiceForm.tsx'
import { notifyWords as words } from './words.ts'

/** The address: given, confirmed by a code, or taken away. */
export function MailForm({ choice }: { choice: NoticeChoice }) {
  const { language, say } = useWords()
  const queryClient = useQueryClient()
  const [mail, setMail] = useState('')
  const [code, setCode] = useState('')
  const onSuccess = (fresh: NoticeChoice) => {
    queryClient.setQueryData(['notice-choice'], fresh)
    setCode('')
  }
  const ask = useMutation({
    mutationFn: () => call('askMail', { body: { commandId: newId(), mail: mail.trim() } }),
    onSuccess,
  })
  const confirm = useMutation({ mutationFn: () => call('confirmMail', { body: { code } }), onSuccess })
  const remove = useMutation({ mutationFn: () => call('removeMail', {}), onSuccess })
  const wordsOf = (error: Error | null) => (error ? failureWords(error, language) : undefined)
  const on = (run: () => void) => (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <section className="panel" aria-labelledby="notice-mail">
      <header>
        <h2 id="notice-mail">{say(words.mail)}</h2>
        {choice.mail !== null && (
          <Button loading={remove.isPending} onClick={() => remove.mutate()}>
            {say(words.removeMail)}
          </Button>
        )}
      </header>
      <div className="form panel-body">
        <p>{choice.mail === null ? say(words.mailNone) : say(words.mailNow, { mail: choice.mail })}</p>
        {!choice.isMailOn && <Notice tone="info">{say(words.mailOff)}</Notice>}
        {choice.isMailOn && (
          <form className="form narrow" onSubmit={on(() => ask.mutate())}>
            <Field label={say(words.mail)} hint={say(words.mailHint)} error={wordsOf(ask.error)}>
              {(wiring) => (
                <input
                  {...wiring}
                  className="input"
                  type="email"
                  autoComplete="email"
                  maxLength={200}
                  required
                  value={mail}
                  onChange={(event) => setMail(event.target.value)}
                />
              )}
            </Field>
            <div className="form-actions">
              <Button htmlType="submit" loading={ask.isPending}>
                {say(words.sendCode)}
              </Button>
            </div>
          </form>
        )}
        {choice.asked !== null && (
          <form className="form narrow" onSubmit={on(() => confirm.mutate())}>
            <Notice tone="info" live>
              {say(words.codeSent, { mail: choice.asked })}
            </Notice>
            <Field label={say(words.code)} error={wordsOf(confirm.error)}>
              {(wiring) => (
                <input
                  {...wiring}
                  className="input number"
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  maxLength={12}
                  required
                  value={code}
                  onChange={(event) => setCode(event.target.value)}
                />
              )}
            </Field>
            <div className="form-actions">
              <Button type="primary" htmlType="submit" loading={confirm.isPending}>
                {say(words.confirm)}
              </Button>
            </div>
          </form>
        )}
      </div>
    </section>
  )
}
