import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type Dropped, outboxStates } from '#contract/outlet.ts'
import { type Answer, call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { type OutboxState, useOutbox, useOutgoing } from './outlet-queries.ts'
import { droppedWords, outboxStateWords, outletWords as words } from './outlet-words.ts'

/** What left, what waits, what was given up and why. */
export function OutboxPanel({ state }: { state: OutboxState }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const outbox = useOutbox(state)
  const rows = outbox.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section className="panel" aria-labelledby="outbox">
      <header>
        <h2 id="outbox">{say(words.outbox)}</h2>
        <select
          className="input outbox-state"
          aria-label={say(words.show)}
          value={state}
          onChange={(event) =>
            void navigate({
              to: '/outlets',
              search: { outbox: event.target.value as OutboxState },
              replace: true,
            })
          }
        >
          {outboxStates.map((one) => (
            <option key={one} value={one}>
              {say(outboxStateWords[one])}
            </option>
          ))}
        </select>
      </header>
      {outbox.isPending && <Skeleton rows={4} />}
      {outbox.error && <ErrorState error={outbox.error} onRetry={() => void outbox.refetch()} />}
      {outbox.data && rows.length === 0 && <Empty title={say(words.empty)}>{say(words.emptyText)}</Empty>}
      <ul className="lines">
        {rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </ul>
      {outbox.hasNextPage && (
        <div className="panel-body">
          <Button loading={outbox.isFetchingNextPage} onClick={() => void outbox.fetchNextPage()}>
            {say(words.more)}
          </Button>
        </div>
      )}
    </section>
  )
}

function Line({ row }: { row: Answer<'listOutbox'>['rows'][number] }) {
  const { say } = useWords()
  const again = useOutgoing(
    (commandId) => call('sendAgain', { params: { id: row.id }, body: { commandId } }),
    () => {},
  )
  const known = row.why === null ? undefined : droppedWords[row.why as Dropped]
  const why = known ? say(known) : row.why
  return (
    <li>
      <span>
        <b>{row.to}</b> <span>{say(words[row.topic])}</span>
        <br />
        <small className="quiet">
          <When at={row.createdAt} /> · {say(words.tries, { count: row.attempts })}
          {why !== null && ` · ${say(words.why, { why })}`}
          {row.nextAt !== null && row.attempts > 0 && (
            <>
              {' · '}
              {say(words.next)} <When at={row.nextAt} as="plan" />
            </>
          )}
        </small>
      </span>
      {row.state === 'dead' && (
        <Button
          loading={again.isPending}
          aria-label={say(words.againOf, { to: row.to })}
          onClick={() => again.mutate()}
        >
          {say(words.again)}
        </Button>
      )}
    </li>
  )
}
