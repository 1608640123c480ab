import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { type Answer, call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { useAbsences } from './absence-queries.ts'
import { absenceWords as words } from './absence-words.ts'
import './people.css'
import { Refusing } from './Refusing.tsx'
import { SetAbsence } from './SetAbsence.tsx'
import { useDeed } from './use-deed.ts'

type Absence = Answer<'listAbsences'>['rows'][number]
type Props = { personId: string; children?: ReactNode }

/** When a person is away and who stands in, and for whom the person stands in. */
export function Absences({ personId, children }: Props) {
  const { say } = useWords()
  const absences = useAbsences(personId)
  const [isSetting, setSetting] = useState(false)
  const rows = absences.data?.rows ?? []
  return (
    <section className="panel" aria-labelledby="absences-title">
      <header>
        <h2 id="absences-title">{say(words.title)}</h2>
        {absences.data?.maySet && !isSetting && (
          <Button onClick={() => setSetting(true)}>{say(words.set)}</Button>
        )}
      </header>
      {children}
      {isSetting && <SetAbsence key={personId} personId={personId} onClose={() => setSetting(false)} />}
      {absences.isPending && <Skeleton rows={2} />}
      {absences.error && <ErrorState error={absences.error} onRetry={() => void absences.refetch()} />}
      {!isSetting && <div className="panel-body quiet">{say(words.lead)}</div>}
      {absences.data && rows.length === 0 && <div className="panel-body quiet">{say(words.none)}</div>}
      <ul className="lines">
        {rows.map((row) => (
          <AbsenceLine
            key={row.id}
            absence={row}
            personId={personId}
            mayEnd={(absences.data?.maySet ?? false) && row.person.id === personId}
          />
        ))}
      </ul>
    </section>
  )
}

type LineProps = { absence: Absence; personId: string; mayEnd: boolean }

function AbsenceLine({ absence, personId, mayEnd }: LineProps) {
  const { say } = useWords()
  const [isEnding, setEnding] = useState(false)
  const { fromOn: from, toOn: to, person, substitute, when } = absence
  const isVoid = to < from
  const line =
    person.id === personId
      ? say(words.line, { from, to: isVoid ? from : to, name: substitute.name })
      : say(words.duty, { from, to: isVoid ? from : to, name: person.name })
  const { run, isPending, rest } = useDeed(
    (commandId) => call('endAbsence', { params: { id: absence.id }, body: { commandId, lastOn: null } }),
    [],
    () => setEnding(false),
    'absence',
  )
  const isOver = isVoid || when === 'past'
  return (
    <li className="post-line">
      <span className={isOver ? 'quiet number' : 'number'}>
        {line}{' '}
        <span className="flag" data-tone={isOver ? 'still' : when === 'now' ? 'near' : 'info'}>
          {say(isVoid ? words.never : words[when])}
        </span>
      </span>
      {mayEnd && !isOver && !isEnding && (
        <Button aria-label={say(words.endOf, { line })} onClick={() => setEnding(true)}>
          {say(when === 'coming' ? words.callOff : words.end)}
        </Button>
      )}
      {isEnding && (
        <div className="form deed">
          <p>{say(words.endAsk, { name: substitute.name })}</p>
          <Refusing words={rest} isOpenWork={false} />
          <div className="form-actions">
            <Button type="primary" loading={isPending} onClick={run}>
              {say(when === 'coming' ? words.callOff : words.endNow)}
            </Button>
            <Button onClick={() => setEnding(false)}>{say(words.cancel)}</Button>
          </div>
        </div>
      )}
    </li>
  )
}
