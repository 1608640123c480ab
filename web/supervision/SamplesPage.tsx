import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { defaultSample } from '#domain/supervision/sample.ts'
import { useMe } from '#web/console/queries.ts'
import { call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { useSamples } from './queries.ts'
import { SupervisionNav } from './SupervisionNav.tsx'
import { supervisionWords as words } from './words.ts'
import './supervision.css'

/** The samples of closed matters, and the form that draws one. */
export function SamplesPage() {
  const { say } = useWords()
  const me = useMe()
  const samples = useSamples()
  const title = say(words.samples)
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = samples.data?.pages.flatMap((page) => page.rows) ?? []
  const units = samples.data?.pages[0]?.units ?? []
  const mayDraw = me?.permissions.includes('supervision.decide') === true && units.length > 0
  return (
    <div className="page supervision">
      <SupervisionNav />
      <h1>{title}</h1>
      <p className="page-lead">{say(words.samplesLead)}</p>
      {mayDraw && <DrawForm units={units} />}
      {samples.isPending && <Skeleton rows={5} />}
      {samples.error && <ErrorState error={samples.error} onRetry={() => void samples.refetch()} />}
      {samples.data && rows.length === 0 && (
        <Empty title={say(words.noSamples)}>{say(words.noSamplesText)}</Empty>
      )}
      {rows.length > 0 && (
        <ul className="panel supervision-list">
          {rows.map(({ id, unit, month, drawn, checked, drawnAt }) => (
            <li key={id}>
              <Link className="supervision-link" to="/supervision/samples/$id" params={{ id }}>
                <span className="supervision-name">
                  {say(words.sampleOf, { unit: unit.name, month: month.slice(0, 7) })}
                </span>
                <span className="number">{say(words.progress, { checked, drawn })}</span>
                <span className="quiet">
                  <When at={drawnAt} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {samples.hasNextPage && (
        <Button loading={samples.isFetchingNextPage} onClick={() => void samples.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}

/** The month before this one. */
const lastMonth = () => addDays(`${dayOf(Date.now()).slice(0, 7)}-01`, -1).slice(0, 7)

function DrawForm({ units }: { units: readonly { id: string; name: string }[] }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const [id] = useState(newId)
  const [unitId, setUnitId] = useState(units[0]?.id ?? '')
  const [month, setMonth] = useState(lastMonth)
  const [share, setShare] = useState(String(defaultSample.share))
  const [minimum, setMinimum] = useState(String(defaultSample.minimum))
  const deed = useDeed(
    ['supervision'],
    (commandId) =>
      call('drawClosureSample', {
        body: {
          ...{ commandId, id, unitId, month: `${month}-01` },
          ...{ share: Number(share), minimum: Number(minimum) },
        },
      }),
    ['unitId', 'month', 'share', 'minimum'],
    () => void navigate({ to: '/supervision/samples/$id', params: { id } }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.run()
  }
  return (
    <form className="panel panel-body form sample-draw" aria-label={say(words.draw)} onSubmit={submit}>
      <Field label={say(words.area)} error={deed.errorAt('unitId')}>
        {(wiring) => (
          <select
            {...wiring}
            className="input"
            value={unitId}
            onChange={(event) => setUnitId(event.target.value)}
          >
            {units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say(words.month)} error={deed.errorAt('month')}>
        {(wiring) => (
          <input
            {...wiring}
            type="month"
            className="input"
            required
            max={lastMonth()}
            value={month}
            onChange={(event) => setMonth(event.target.value)}
          />
        )}
      </Field>
      <Field label={say(words.share)} error={deed.errorAt('share')}>
        {(wiring) => (
          <input
            {...wiring}
            type="number"
            className="input"
            required
            min={1}
            max={100}
            value={share}
            onChange={(event) => setShare(event.target.value)}
          />
        )}
      </Field>
      <Field label={say(words.minimum)} error={deed.errorAt('minimum')}>
        {(wiring) => (
          <input
            {...wiring}
            type="number"
            className="input"
            required
            min={0}
            max={50}
            value={minimum}
            onChange={(event) => setMinimum(event.target.value)}
          />
        )}
      </Field>
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
