import { App, Button } from 'antd'
import { useState } from 'react'
import { dayOf } from '#domain/calendar/days.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import type { Category } from './CategoriesPage.tsx'
import { useRuling } from './queries.ts'
import { categoryWords as words } from './words.ts'

/** Ends the use of a category after a day, or takes that back. */
export function CloseCategory({ category, members }: { category: Category; members: number }) {
  const { say } = useWords()
  const { message } = App.useApp()
  const [isAsking, setAsking] = useState(false)
  const [lastOn, setLastOn] = useState(() => dayOf(Date.now()))
  const isEnding = category.lastOn === null
  const { run, isPending, errorAt, rest } = useRuling(
    (commandId) =>
      call('closeCategory', {
        params: { code: category.code },
        body: { commandId, version: category.version, lastOn: isEnding ? lastOn : null },
      }),
    ['lastOn'],
    () => void message.success(say(words.done)),
  )
  return (
    <div className="panel-body category-close">
      {rest && (
        <Notice tone="act" live>
          {rest}
        </Notice>
      )}
      {isEnding && isAsking && (
        <div className="form">
          <Field label={say(words.closeFrom)} hint={say(words.closeAsk)} error={errorAt('lastOn')}>
            {(wiring) => (
              <input
                {...wiring}
                className="input category-day"
                type="date"
                value={lastOn}
                onChange={(event) => setLastOn(event.target.value)}
              />
            )}
          </Field>
          {members > 0 && <p>{say(words.closeMembers, { count: members })}</p>}
          <div className="form-actions">
            <Button danger loading={isPending} onClick={run}>
              {say(words.close)}
            </Button>
            <Button onClick={() => setAsking(false)}>{say(words.cancel)}</Button>
          </div>
        </div>
      )}
      {isEnding && !isAsking && <Button onClick={() => setAsking(true)}>{say(words.close)}</Button>}
      {!isEnding && (
        <Button loading={isPending} onClick={run}>
          {say(words.open)}
        </Button>
      )}
    </div>
  )
}
