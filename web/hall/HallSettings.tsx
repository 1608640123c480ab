import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { HallView } from '#contract/hall.ts'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { keepHall } from './queries.ts'
import { hallWords as words } from './words.ts'

/** The addresses for the devices of the hall, and the line of the day. */
export function HallSettings({ hall }: { hall: HallView }) {
  const { language, say } = useWords()
  const queryClient = useQueryClient()
  const [notice, setNotice] = useState(hall.notice)
  const save = useMutation({
    mutationFn: () => call('saveHall', { params: { id: hall.id }, body: { commandId: newId(), notice } }),
    onSuccess: (view) => keepHall(queryClient, view),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <details className="panel hall-settings">
      <summary>{say(words.settings)}</summary>
      <div className="panel-body form">
        <p>{say(words.settingsHint)}</p>
        <div className="form-actions">
          <a className="link" href={new URL(hall.kioskUrl).pathname} target="_blank" rel="noreferrer">
            {say(words.kiosk)}
          </a>
          <a className="link" href={new URL(hall.displayUrl).pathname} target="_blank" rel="noreferrer">
            {say(words.display)}
          </a>
        </div>
        <form className="form" onSubmit={submit}>
          <Field
            label={say(words.notice)}
            error={save.error ? failureWords(save.error, language) : undefined}
            isOptional
          >
            {(wiring) => (
              <input
                {...wiring}
                className="input"
                maxLength={120}
                value={notice}
                onChange={(event) => setNotice(event.target.value)}
              />
            )}
          </Field>
          <div className="form-actions">
            <Button htmlType="submit" loading={save.isPending}>
              {say(words.save)}
            </Button>
            <span role="status">{save.isSuccess && hall.notice === notice.trim() && say(words.saved)}</span>
          </div>
        </form>
      </div>
    </details>
  )
}
