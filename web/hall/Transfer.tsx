import { Button } from 'antd'
import { useState } from 'react'
import type { HallView } from '#contract/hall.ts'
import { useMe } from '#web/console/queries.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import type { HallDeed } from './queries.ts'
import { hallWords as words } from './words.ts'

type Props = { hall: HallView; ticketId: string; run: (deed: HallDeed) => void; onClose: () => void }

/** Sends a number on, to a window or room or to somebody who is here today. */
export function Transfer({ hall, ticketId, run, onClose }: Props) {
  const { say } = useWords()
  const me = useMe()
  const [target, setTarget] = useState('')
  const others = hall.windows.filter((one) => one.id !== hall.myWindowId)
  const people = hall.windows.flatMap((one) =>
    one.people.filter((person) => person.accountId !== me?.accountId),
  )
  const send = () => {
    const [kind, id = ''] = target.split(' ')
    run({
      do: 'move',
      id: ticketId,
      verb: 'transfer',
      ...(kind === 'unit' ? { unitId: id } : { accountId: id }),
    })
    onClose()
  }
  return (
    <div className="form transfer">
      <Field label={say(words.transferTo)}>
        {(wiring) => (
          <select
            {...wiring}
            className="input"
            value={target}
            onChange={(event) => setTarget(event.target.value)}
          >
            <option value="">{say(words.choose)}</option>
            <optgroup label={say(words.windows)}>
              {others.map((one) => (
                <option key={one.id} value={`unit ${one.id}`}>
                  {one.name}
                </option>
              ))}
            </optgroup>
            {people.length > 0 && (
              <optgroup label={say(words.people)}>
                {people.map((one) => (
                  <option key={one.accountId} value={`account ${one.accountId}`}>
                    {one.name}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
        )}
      </Field>
      <div className="form-actions">
        <Button type="primary" disabled={target === ''} onClick={send}>
          {say(words.transferGo)}
        </Button>
        <Button onClick={onClose}>{say(words.cancel)}</Button>
      </div>
    </div>
  )
}
