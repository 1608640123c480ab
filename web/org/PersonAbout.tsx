import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { type Answer, call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Field, type Wiring } from '#web/ui/Field.tsx'
import { peopleWords as words } from './people-words.ts'
import { Refusing } from './Refusing.tsx'
import './units.css'
import { useDeed } from './use-deed.ts'

type Person = Answer<'getPerson'>

/** Name, pinyin and telephone of a person, and the way to change them. */
export function PersonAbout({ person }: { person: Person }) {
  const { say } = useWords()
  const [isEditing, setEditing] = useState(false)
  return (
    <section className="panel" aria-labelledby="person-about">
      <header>
        <h2 id="person-about">{say(words.about)}</h2>
        {!isEditing && <Button onClick={() => setEditing(true)}>{say(words.edit)}</Button>}
      </header>
      {isEditing ? (
        <EditPerson person={person} onClose={() => setEditing(false)} />
      ) : (
        <div className="panel-body">
          <dl className="unit-facts">
            <dt>{say(words.pinyin)}</dt>
            <dd>{person.pinyin}</dd>
            <dt>{say(words.phone)}</dt>
            <dd className="number">
              {person.phone === null ? '—' : <Phone id={person.id} masked={person.phone} />}
            </dd>
          </dl>
        </div>
      )}
    </section>
  )
}

/** A masked number that opens in full, on record. */
function Phone({ id, masked }: { id: string; masked: string }) {
  const { language, say } = useWords()
  const [commandId] = useState(newId)
  const reveal = useMutation({
    mutationFn: () => call('revealPersonPhone', { params: { id }, body: { commandId } }),
  })
  if (reveal.data) return <>{reveal.data.phone}</>
  return (
    <>
      {masked}{' '}
      <button type="button" className="link" onClick={() => reveal.mutate()}>
        {say(words.showPhone)}
      </button>
      <Refusing words={reveal.error ? failureWords(reveal.error, language) : undefined} isOpenWork={false} />
    </>
  )
}

function EditPerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const { say } = useWords()
  const [given, setGiven] = useState({ name: person.name, pinyin: person.pinyin, phone: '', reason: '' })
  const [isRemoving, setRemoving] = useState(false)
  const { name, pinyin, phone, reason } = given
  const isRenamed = name.trim() !== person.name
  const { run, isPending, errorAt, rest } = useDeed(
    (commandId) =>
      call('editPerson', {
        params: { id: person.id },
        body: {
          // The pinyin of the old name would find nobody under the new one.
          ...{ commandId, name, pinyin: isRenamed && pinyin === person.pinyin ? '' : pinyin },
          ...(isRemoving ? { phone: null } : phone.trim() === '' ? {} : { phone }),
          ...(isRenamed ? { reason } : {}),
        },
      }),
    ['name', 'pinyin', 'phone', 'reason'],
    onClose,
  )
  const line = (field: keyof typeof given, hint: ReactNode, isOptional: boolean, max: number) => (
    <Field label={say(words[field])} hint={hint} isOptional={isOptional} error={errorAt(field)}>
      {(wiring: Wiring) => (
        <input
          {...wiring}
          className="input"
          required={!isOptional}
          maxLength={max}
          autoComplete="off"
          disabled={field === 'phone' && isRemoving}
          inputMode={field === 'phone' ? 'tel' : undefined}
          value={given[field]}
          onChange={(event) => setGiven({ ...given, [field]: event.target.value })}
        />
      )}
    </Field>
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <form className="form panel-body" aria-label={say(words.editOf, { name: person.name })} onSubmit={submit}>
      <div className="fields-2">
        {line('name', undefined, false, 40)}
        {isRenamed && line('reason', undefined, false, 200)}
        {line('pinyin', say(words.pinyinHint), true, 200)}
        {line('phone', say(words.phoneHint), true, 40)}
      </div>
      {person.phone !== null && (
        <label className="unit-closed">
          <input
            type="checkbox"
            checked={isRemoving}
            onChange={(event) => setRemoving(event.target.checked)}
          />{' '}
          {say(words.noPhone)}
        </label>
      )}
      <Refusing words={rest} isOpenWork={false} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {say(words.save)}
        </Button>
        <Button onClick={onClose}>{say(words.cancel)}</Button>
      </div>
    </form>
  )
}
