import { App, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useRuling } from '#web/category/queries.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { profileWords as words } from './words.ts'

/** Makes the draft the version that counts, with a reason that stays on record. */
export function Publish({ version, draft, isReady }: { version: number; draft: number; isReady: boolean }) {
  const { say } = useWords()
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const { run, isPending, errorAt, rest } = useRuling(
    (commandId) => call('publishProfile', { body: { commandId, version: draft, reason } }),
    ['reason'],
    (page) => {
      setReason('')
      message.success(say(words.publishedDone, { version: page.version }))
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <section className="panel profile-part" aria-labelledby="profile-publish">
      <header>
        <h2 id="profile-publish">{say(words.publish)}</h2>
      </header>
      <form className="panel-body form" aria-label={say(words.publish)} onSubmit={submit}>
        <p>{say(words.publishHint, { version })}</p>
        <Field label={say(words.reason)} hint={say(words.reasonHint)} error={errorAt('reason')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {rest && (
          <Notice tone="act" live>
            {rest}
          </Notice>
        )}
        <div className="form-actions">
          <Button
            type="primary"
            htmlType="submit"
            disabled={!isReady || reason.trim() === ''}
            loading={isPending}
          >
            {say(words.publish)}
          </Button>
          {!isReady && <span className="quiet">{say(words.trySaveFirst)}</span>}
        </div>
      </form>
    </section>
  )
}
