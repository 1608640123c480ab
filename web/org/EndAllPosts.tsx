import { Button } from 'antd'
import { type Answer, call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { peopleWords as words } from './people-words.ts'
import { Refusing } from './Refusing.tsx'
import { useDeed } from './use-deed.ts'

type Props = { person: Pick<Answer<'getPerson'>, 'id' | 'name'>; onClose: () => void }

/** Ends every post of a person at once; asks first. */
export function EndAllPosts({ person, onClose }: Props) {
  const { say } = useWords()
  const { run, isPending, rest, isOpenWork } = useDeed(
    (commandId) => call('endAllPosts', { params: { id: person.id }, body: { commandId } }),
    [],
    onClose,
  )
  return (
    <div className="form panel-body">
      <p>{say(words.endAllAsk, { name: person.name })}</p>
      <Refusing words={rest} isOpenWork={isOpenWork} />
      <div className="form-actions">
        <Button type="primary" loading={isPending} onClick={run}>
          {say(words.endAll)}
        </Button>
        <Button onClick={onClose}>{say(words.cancel)}</Button>
      </div>
    </div>
  )
}
