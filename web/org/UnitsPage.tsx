import { Link, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useDeferredValue, useEffect, useState } from 'react'
import { unitKindLabels } from '#contract/words/labels.ts'
import { usePhone } from '#web/lib/use-media.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import './people.css'
import { UnitTree } from './UnitTree.tsx'
import './units.css'
import { type UnitFilters, useUnitRows } from './unit-queries.ts'
import { unitWords as words } from './unit-words.ts'

/** The tree of the units beside one of them; one after the other on a phone. */
export function UnitsPage() {
  const { say } = useWords()
  const filters = useSearch({ from: '/staff/units' })
  const { id } = useParams({ strict: false })
  const isPhone = usePhone()
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="people">
      {(!isPhone || id === undefined) && <TreeColumn filters={filters} openId={id} />}
      {(!isPhone || id !== undefined) && (
        <div className="people-detail">
          {id === undefined ? <Empty title={title}>{say(words.lead)}</Empty> : <Outlet />}
        </div>
      )}
    </div>
  )
}

function TreeColumn({ filters, openId }: { filters: UnitFilters; openId: string | undefined }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(filters.find ?? '')
  const find = useDeferredValue(filters.find ?? '')
  const filter = (change: UnitFilters) =>
    void navigate({ to: '.', search: { ...filters, ...change }, replace: true })
  const open = (id: string) =>
    void navigate({ to: '/units/$id', params: { id }, search: { ...filters, under: undefined } })
  return (
    <section className="people-list" aria-label={say(words.title)}>
      <div className="people-head">
        <h1>{say(words.title)}</h1>
        <input
          className="input"
          type="search"
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          maxLength={60}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            filter({ find: event.target.value.trim() || undefined })
          }}
        />
        <label className="unit-closed">
          <input
            type="checkbox"
            checked={filters.closed ?? false}
            onChange={(event) => filter({ closed: event.target.checked || undefined })}
          />{' '}
          {say(words.withClosed)}
        </label>
      </div>
      <div className="people-scroll">
        {find === '' ? (
          <UnitTree openId={openId} closed={filters.closed ?? false} onOpen={open} />
        ) : (
          <FoundUnits find={find} filters={filters} openId={openId} />
        )}
      </div>
    </section>
  )
}

type FoundProps = { find: string; filters: UnitFilters; openId: string | undefined }

function FoundUnits({ find, filters, openId }: FoundProps) {
  const { say } = useWords()
  const found = useUnitRows({ q: find, closed: filters.closed ?? false })
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? []
  if (found.isPending) return <Skeleton rows={6} />
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (rows.length === 0) return <Empty title={say(words.none)}>{say(words.noneText)}</Empty>
  return (
    <>
      <ul className="people-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              to="/units/$id"
              params={{ id: row.id }}
              search={{ ...filters, under: undefined }}
              className="person-row"
              aria-current={row.id === openId ? 'page' : undefined}
            >
              <span>
                <b>{row.name}</b>{' '}
                {!row.isOpen && (
                  <span className="flag" data-tone="still">
                    {say(words.closed)}
                  </span>
                )}
                <br />
                <small>{[say(unitKindLabels[row.kind]), ...row.names.slice(1)].join(' · ')}</small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <div className="people-more">
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {say(words.more)}
          </Button>
        </div>
      )}
    </>
  )
}
