import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { dayOf } from '#domain/calendar/days.ts'
import { call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PostFields, type PostGiven } from './PostFields.tsx'
import { peopleWords as words } from './people-words.ts'
import { useDeed } from './use-deed.ts'

/** One more post of a person, from a day to a day. */
export function GivePost({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { say } = useWords()
  const [postId] = useState(newId)
  const [post, setPost] = useState<PostGiven>({ unit: null, role: '', fromOn: dayOf(Date.now()) })
  const [toOn, setToOn] = useState('')
  const { unit, role, fromOn } = post
  const { run, isPending, errorAt, rest } = useDeed(
    (commandId) =>
      call('givePost', {
        params: { id: personId },
        body: {
          ...{ commandId, postId, unitId: unit?.id ?? '', fromOn, toOn: toOn === '' ? null : toOn },
          role: role === '' ? ('' as 'expert') : role,
        },
      }),
    ['unitId', 'role', 'fromOn', 'toOn'],
    onClose,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <form className="form panel-body" aria-label={say(words.givePost)} onSubmit={submit}>
      <PostFields given={post} onChange={setPost} errorAt={errorAt} />
      <div className="fields-2">
        <Field label={say(words.toOn)} isOptional error={errorAt('toOn')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="date"
              value={toOn}
              onChange={(event) => setToOn(event.target.value)}
            />
          )}
        </Field>
      </div>
      {rest && (
        <Notice tone="act" live>
          {rest}
        </Notice>
      )}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={!unit || role === ''}>
          {say(words.givePost)}
        </Button>
        <Button onClick={onClose}>{say(words.cancel)}</Button>
      </div>
    </form>
  )
}
