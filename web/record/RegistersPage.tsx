import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import { mostInRegister } from '#domain/record/retention.ts'
import { call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import './registers.css'
import { useRegisterDeed, useRegisters } from './queries.ts'
import { countWords, overdueWords, stateWords, recordWords as words } from './words.ts'

/** The registers of destruction, and what is over its period and waits for one. */
export function RegistersPage() {
  const { say } = useWords()
  const registers = useRegisters()
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const [first] = registers.data?.pages ?? []
  const rows = registers.data?.pages.flatMap((page) => page.rows) ?? []
  const isOpen = rows.some(({ state }) => state === 'drawn' || state === 'approved')
  return (
    <div className="page registers">
      <h1>{title}</h1>
      <p className="page-lead">{say(words.lead)}</p>
      {registers.isPending && <Skeleton rows={6} />}
      {registers.error && <ErrorState error={registers.error} onRetry={() => void registers.refetch()} />}
      {first && first.overdue > 0 && (
        <section className="panel panel-body">
          <Overdue count={first.overdue} />
          {first.mayDraw && !isOpen && <DrawForm />}
        </section>
      )}
      {first && rows.length === 0 && <Empty title={say(words.none)}>{say(words.noneText)}</Empty>}
      {rows.length > 0 && (
        <ul className="panel register-list">
          {rows.map((row) => (
            <li key={row.id}>
              <Link className="register-link" to="/registers/$id" params={{ id: row.id }}>
                <span className="register-name">{row.reason}</span>
                <span className="flag" data-tone={row.state === 'drawn' ? 'near' : 'info'}>
                  {say(stateWords[row.state])}
                </span>
                <span className="quiet">
                  {say(countWords.files, { count: row.count, kept: row.kept, destroyed: row.destroyed })}
                </span>
                <span className="quiet">
                  {say(words.drawnBy, { name: row.drawn.name })} <When at={row.drawn.at} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {registers.hasNextPage && (
        <Button loading={registers.isFetchingNextPage} onClick={() => void registers.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}

function Overdue({ count }: { count: number }) {
  const { say } = useWords()
  const shown = count > mostInRegister ? `${mostInRegister}+` : count
  return <p>{say(overdueWords(count), { count: shown })}</p>
}

function DrawForm() {
  const { say } = useWords()
  const navigate = useNavigate()
  const [id] = useState(newId)
  const [reason, setReason] = useState('')
  const { run, isPending, errorAt, rest } = useRegisterDeed(
    (commandId) => call('drawRegister', { body: { commandId, id, reason } }),
    ['reason'],
    () => void navigate({ to: '/registers/$id', params: { id } }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <form className="form" onSubmit={submit}>
      <Field label={say(words.reason)} hint={say(words.reasonHint)} error={errorAt('reason')}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            maxLength={200}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
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
          {say(words.draw)}
        </Button>
      </div>
    </form>
  )
}
