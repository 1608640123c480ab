import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import { subsidyStateLabels } from '#contract/words/subsidy-labels.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { figureSpan } from '#domain/mediation/figures.ts'
import { useMe } from '#web/console/queries.ts'
import { call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { yuanOf } from './money.ts'
import { useSubsidies, useSubsidyDeed } from './subsidy-queries.ts'
import { subsidyWords as words } from './subsidy-words.ts'
import './subsidy.css'

/** The subsidy lists of the units in reach, and the form that draws one up. */
export function SubsidiesPage() {
  const { say } = useWords()
  const me = useMe()
  const lists = useSubsidies()
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = lists.data?.pages.flatMap((page) => page.rows) ?? []
  const units = lists.data?.pages[0]?.units ?? []
  const mayDraw = me?.permissions.includes('subsidy.draw') === true && units.length > 0
  return (
    <div className="page subsidies">
      <h1>{title}</h1>
      <p className="page-lead">{say(words.lead)}</p>
      {mayDraw && <DrawForm units={units} />}
      {lists.isPending && <Skeleton rows={6} />}
      {lists.error && <ErrorState error={lists.error} onRetry={() => void lists.refetch()} />}
      {lists.data && rows.length === 0 && <Empty title={say(words.none)}>{say(words.noneText)}</Empty>}
      {rows.length > 0 && (
        <ul className="panel subsidy-lists">
          {rows.map(({ id, unit, from, to, state, count, paid, fen, drawn }) => (
            <li key={id}>
              <Link className="subsidy-link" to="/mediations/subsidy/$id" params={{ id }}>
                <b>{say(words.days, { unit: unit.name, from, to })}</b>
                <FlagTag tone={state === 'approved' ? 'good' : state === 'checked' ? 'near' : 'info'}>
                  {say(subsidyStateLabels[state])}
                </FlagTag>
                <span className="number">{say(words.sums, { count, paid, yuan: yuanOf(fen) })}</span>
                <span className="quiet">
                  {say(words.drawnBy, { name: drawn.name })} <When at={drawn.at} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {lists.hasNextPage && (
        <Button loading={lists.isFetchingNextPage} onClick={() => void lists.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}

function DrawForm({ units }: { units: readonly { id: string; name: string; depth: number }[] }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const [id] = useState(newId)
  const [span, setSpan] = useState(() => figureSpan('lastMonth', dayOf(Date.now())))
  const [unitId, setUnitId] = useState(units[0]?.id ?? '')
  const deed = useSubsidyDeed(
    (commandId) => call('drawSubsidy', { body: { commandId, id, unitId, ...span } }),
    ['to'],
    () => void navigate({ to: '/mediations/subsidy/$id', params: { id } }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.run()
  }
  return (
    <form className="panel panel-body form subsidy-draw" aria-label={say(words.draw)} onSubmit={submit}>
      <Field label={say(words.unit)}>
        {(wiring) => (
          <select
            {...wiring}
            className="input"
            value={unitId}
            onChange={(event) => setUnitId(event.target.value)}
          >
            {units.map(({ id: unit, name, depth }) => (
              <option key={unit} value={unit}>
                {'\u2003'.repeat(Math.max(0, depth)) + name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} label={say(words[end])} error={deed.errorAt(end)}>
          {(wiring) => (
            <input
              {...wiring}
              type="date"
              className="input"
              required
              value={span[end]}
              onChange={(event) => setSpan({ ...span, [end]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Button type="primary" htmlType="submit" loading={deed.isPending}>
        {say(words.draw)}
      </Button>
      {deed.rest && (
        <Notice tone="act" live>
          {deed.rest}
        </Notice>
      )}
    </form>
  )
}
