import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { dayOf } from '#domain/calendar/days.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { peopleWords as words } from './people-words.ts'
import { Refusing } from './Refusing.tsx'
import { useDeed } from './use-deed.ts'

type Props = { personId: string; postId: string; label: string; onClose: () => void }

/** Ends a post at once or after a last day. */
export function EndPost({ personId, postId, label, onClose }: Props) {
  const { say } = useWords()
  const [when, setWhen] = useState<'now' | 'day'>('now')
  const [lastOn, setLastOn] = useState(() => dayOf(Date.now()))
  const { run, isPending, errorAt, rest, isOpenWork } = useDeed(
    (commandId) =>
      call('endPost', {
        params: { id: personId, postId },
        body: { commandId, lastOn: when === 'now' ? null : lastOn },
      }),
    when === 'day' ? ['lastOn'] : [],
    onClose,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <form className="form deed" aria-label={label} onSubmit={submit}>
      <Choices
        label={say(words.endWhen)}
        options={[
          { value: 'now', label: say(words.endNow) },
          { value: 'day', label: say(words.endOn) },
        ]}
        value={when}
        onChoose={setWhen}
      />
      {when === 'day' && (
        <Field label={say(words.lastOn)} error={errorAt('lastOn')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="date"
              required
              value={lastOn}
              onChange={(event) => setLastOn(event.target.value)}
            />
          )}
        </Field>
      )}
      <Refusing words={rest} isOpenWork={isOpenWork} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {say(words.endPost)}
        </Button>
        <Button onClick={onClose}>{say(words.cancel)}</Button>
      </div>
    </form>
  )
}
