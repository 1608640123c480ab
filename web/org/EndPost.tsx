import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { LastDay } from './LastDay.tsx'
import { peopleWords as words } from './people-words.ts'
import { Refusing } from './Refusing.tsx'
import { useDeed } from './use-deed.ts'

type Props = { personId: string; postId: string; label: string; onClose: () => void }

/** Ends a post at once or after a last day. */
export function EndPost({ personId, postId, label, onClose }: Props) {
  const { say } = useWords()
  const [lastOn, setLastOn] = useState<string | null>(null)
  const { run, isPending, errorAt, rest, isOpenWork } = useDeed(
    (commandId) =>
      call('endPost', {
        params: { id: personId, postId },
        body: { commandId, lastOn },
      }),
    lastOn === null ? [] : ['lastOn'],
    onClose,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <form className="form deed" aria-label={label} onSubmit={submit}>
      <LastDay
        label={words.endWhen}
        atOnce={words.endNow}
        value={lastOn}
        error={errorAt('lastOn')}
        onChange={setLastOn}
      />
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
