import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { DutyList } from '#contract/duty.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { useCommunityTrial, useDutyList } from './queries.ts'
import { dutyWords as words } from './words.ts'

/** Whether the list binds for communities, what follows either way, and how to change it. */
export function CommunityList({ mayEdit }: { mayEdit: boolean }) {
  const { say } = useWords()
  const list = useDutyList()
  const [does, setDoes] = useState<'on' | 'off'>()
  const { data } = list
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (!data) return <Skeleton rows={4} />
  const day = data.communityFrom
  return (
    <>
      <section className="panel" aria-labelledby="duty-force">
        <header>
          <h2 id="duty-force">
            {day === null ? say(words.listOff) : say(data.isInForce ? words.listOn : words.listSoon, { day })}
          </h2>
        </header>
        <div className="panel-body">
          <p>{say(data.isInForce ? words.listOnText : words.listOffText)}</p>
          <p className="quiet">
            {say(words.listCount, { lines: data.lines, community: data.communityLines })}{' '}
            <Link className="link" to="/duties" search={{ level: 'community' }}>
              {say(words.look)}
            </Link>
          </p>
          {mayEdit && does === undefined && (
            <div className="form-actions">
              <Button type={day === null ? 'primary' : 'default'} onClick={() => setDoes('on')}>
                {say(day === null ? words.putOn : words.change)}
              </Button>
              {day !== null && <Button onClick={() => setDoes('off')}>{say(words.putOff)}</Button>}
            </div>
          )}
          {does && <ForceForm list={data} isOn={does === 'on'} onClose={() => setDoes(undefined)} />}
        </div>
      </section>
      {mayEdit && <Trial />}
    </>
  )
}

function ForceForm({ list, isOn, onClose }: { list: DutyList; isOn: boolean; onClose: () => void }) {
  const { say } = useWords()
  const { message } = App.useApp()
  const [from, setFrom] = useState(list.communityFrom ?? dayOf(Date.now()))
  const [reason, setReason] = useState('')
  const { run, isPending, errorAt, rest } = useDeed(
    ['rules'],
    (commandId) =>
      call('setCommunityList', {
        body: { commandId, version: list.version, from: isOn ? from : null, reason },
      }),
    ['from', 'reason'],
    () => {
      message.success(say(words.saved))
      onClose()
    },
  )
  return (
    <form
      className="form"
      aria-label={say(isOn ? words.putOn : words.putOff)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        run()
      }}
    >
      {isOn && (
        <Field label={say(words.onFrom)} error={errorAt('from')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input duty-day"
              type="date"
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={say(words.reason)} hint={say(words.reasonHint)} error={errorAt('reason')}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <FormEnd
        refused={rest}
        act={say(isOn ? words.putOn : words.putOff)}
        later={say(words.cancel)}
        isGrave={!isOn}
        isPending={isPending}
        onClose={onClose}
      />
    </form>
  )
}

/** What would have been kept from communities, counted over the last weeks, category by category. */
function Trial() {
  const { language, say } = useWords()
  const { data, error, isPending, refetch } = useCommunityTrial(true)
  return (
    <section className="panel" aria-labelledby="duty-try">
      <header>
        <h2 id="duty-try">{say(words.tryTitle)}</h2>
      </header>
      <div className="panel-body">
        {isPending && <Skeleton rows={3} />}
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {data && (
          <p>
            {data.matters === 0
              ? say(words.tryNothing, { since: data.since })
              : say(words.tryText, {
                  since: data.since,
                  matters: data.matters,
                  unlisted: data.unlisted,
                })}{' '}
            {data.isCapped && say(words.tryCapped, { matters: data.matters })}
          </p>
        )}
        {data && data.byCategory.length > 0 && (
          <ul className="duty-plain">
            {data.byCategory.map(({ category, matters, no }) => (
              <li key={`${category.code} ${no ?? ''}`}>
                {say(words.tryRow, {
                  category: language === 'zh' ? category.nameZh : category.nameEn,
                  count: matters,
                })}
                {no !== null && say(words.tryOther, { no })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
