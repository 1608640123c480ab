import { type FormEvent, useEffect, useRef, useState } from 'react'
import { dayOf } from '#domain/calendar/days.ts'
import { type Answer, call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { PostFields, type PostGiven } from './PostFields.tsx'
import { peopleWords as words } from './people-words.ts'
import { useDeed } from './use-deed.ts'

type Props = { onAdded: (person: Answer<'addPerson'>) => void; onClose: () => void }

/** A person, the account and the first post on one screen. */
export function AddPerson({ onAdded, onClose }: Props) {
  const { say } = useWords()
  const [ids] = useState(() => ({ id: newId(), accountId: newId(), postId: newId() }))
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [post, setPost] = useState<PostGiven>({ unit: null, role: '', fromOn: dayOf(Date.now()) })
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const { id, accountId, postId } = ids
  const { unit, role, fromOn } = post
  const { run, isPending, errorAt, rest } = useDeed(
    (commandId) =>
      call('addPerson', {
        body: {
          ...{ commandId, id, accountId, name, login },
          ...(unit && role !== '' ? { post: { postId, unitId: unit.id, role, fromOn } } : {}),
        },
      }),
    ['name', 'login', 'unitId', 'role', 'fromOn'],
    onAdded,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <section className="panel" aria-labelledby="add-person">
      <header>
        <h2 id="add-person">{say(words.add)}</h2>
      </header>
      <form className="form panel-body" onSubmit={submit}>
        <div className="fields-2">
          <Field label={say(words.name)} error={errorAt('name')}>
            {(wiring) => (
              <input
                {...wiring}
                ref={first}
                className="input"
                maxLength={40}
                required
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Field label={say(words.login)} hint={say(words.loginHint)} error={errorAt('login')}>
            {(wiring) => (
              <input
                {...wiring}
                className="input"
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                maxLength={40}
                required
                value={login}
                onChange={(event) => setLogin(event.target.value)}
              />
            )}
          </Field>
        </div>
        <b>{say(words.withPost)}</b>
        <PostFields given={post} onChange={setPost} errorAt={errorAt} />
        <FormEnd
          refused={rest}
          act={say(words.add)}
          later={say(words.cancel)}
          isPending={isPending}
          onClose={onClose}
        />
      </form>
    </section>
  )
}
