import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { RegisterFile, RegisterView } from '#contract/record.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { classWords } from '#web/profile/rule-words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { When } from '#web/ui/When.tsx'
import { useRegisterDeed } from './queries.ts'
import { recordWords as words } from './words.ts'

/** A file of a register: what it is, since when it is over, and whether it goes. */
export function RegisterFileLine({ register, file }: { register: RegisterView; file: RegisterFile }) {
  const { language, say } = useWords()
  return (
    <tr>
      <td className="number" data-label={say(words.number)}>
        {file.number}
      </td>
      <td data-label={say(words.name)}>{file.title ?? say(words.locked)}</td>
      <td className="number" data-label={say(words.archivedOn)}>
        {file.archivedOn}
      </td>
      <td data-label={say(words.kept)}>
        {classWords({ code: file.retention, years: file.years }, language)}
      </td>
      <td className="number" data-label={say(words.from)}>
        {file.from}
      </td>
      <td data-label={say(words.what)}>
        <div>
          {file.destroyedAt ? (
            <>
              {say(words.destroyedAt)} <When at={file.destroyedAt} />
            </>
          ) : file.keptWhy === 'reopened' ? (
            say(words.reopened)
          ) : file.keptWhy ? (
            say(words.keptBack, { why: file.keptWhy })
          ) : (
            say(words.destroy)
          )}
          {register.mayEdit && <Keep register={register} file={file} />}
        </div>
      </td>
    </tr>
  )
}

function Keep({ register, file }: { register: RegisterView; file: RegisterFile }) {
  const { say } = useWords()
  const [isAsking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const isKept = file.keptWhy !== null
  const { run, isPending, errorAt, rest } = useRegisterDeed(
    (commandId) =>
      call('keepFile', {
        params: { id: register.id },
        body: { commandId, matterId: file.matterId, why: isKept ? '' : why },
      }),
    ['why'],
    () => setAsking(false),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  if (!isAsking)
    return (
      <div>
        <Button
          size="small"
          loading={isPending}
          aria-label={`${say(isKept ? words.putBack : words.keep)} ${file.number}`}
          onClick={() => (isKept ? run() : setAsking(true))}
        >
          {say(isKept ? words.putBack : words.keep)}
        </Button>
      </div>
    )
  return (
    <form className="form" onSubmit={submit}>
      <Field label={say(words.why)} error={errorAt('why')}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            maxLength={200}
            required
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
        )}
      </Field>
      {rest && (
        <Notice tone="act" live>
          {rest}
        </Notice>
      )}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {say(words.keep)}
        </Button>
        <Button onClick={() => setAsking(false)}>{say(words.cancel)}</Button>
      </div>
    </form>
  )
}
