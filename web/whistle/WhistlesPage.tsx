import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useEffect } from 'react'
import { whistleBoxes } from '#contract/whistle.ts'
import { whistleKindLabels } from '#contract/words/whistle.ts'
import { whistleKinds } from '#domain/whistle/limits.ts'
import { useMe } from '#web/console/queries.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { readWhistleSearch, useWhistles, type WhistleSearch } from './queries.ts'
import { WhistleLine } from './WhistleLine.tsx'
import './whistle.css'
import { whistleWords as words } from './words.ts'

/** The whistles: those that wait for me, those we blew, those that go on in the area, and those that are over. */
export function WhistlesPage() {
  const { say } = useWords()
  const search = useSearch({ from: '/staff/whistles' })
  const { of = 'todo' } = search
  const me = useMe()
  const whistles = useWhistles(search)
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = whistles.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="page whistles">
      <div className="page-top">
        <h1>{title}</h1>
        <nav className="whistle-also" aria-label={say(words.figures)}>
          <Link to="/whistles/figures" search={{}} className="link">
            {say(words.figures)}
          </Link>
          {me?.permissions.includes('whistle.blow') && (
            <Link to="/whistles/new" search={{}} className="whistle-blow">
              {say(words.blow)}
            </Link>
          )}
        </nav>
      </div>
      <p className="page-lead">{say(words.lead)}</p>
      <Filters search={search} mayBlow={me?.permissions.includes('whistle.blow') ?? false} />
      {whistles.isPending && <Skeleton rows={6} />}
      {whistles.error && <ErrorState error={whistles.error} onRetry={() => void whistles.refetch()} />}
      {whistles.data && rows.length === 0 && (
        <Empty title={say(of === 'todo' ? words.noneTodo : words.none)}>{say(words.noneText)}</Empty>
      )}
      {rows.length > 0 && (
        <ul className="panel whistle-list">
          {rows.map((row) => (
            <WhistleLine key={row.id} row={row} />
          ))}
        </ul>
      )}
      {whistles.hasNextPage && (
        <Button loading={whistles.isFetchingNextPage} onClick={() => void whistles.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}

function Filters({ search, mayBlow }: { search: WhistleSearch; mayBlow: boolean }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const { of = 'todo', type, late } = search
  const go = (change: Record<string, unknown>) =>
    void navigate({ to: '/whistles', search: readWhistleSearch({ ...search, ...change }), replace: true })
  return (
    <div className="whistle-filters">
      <div className="whistle-boxes" role="group" aria-label={say(words.which)}>
        {whistleBoxes
          .filter((box) => box !== 'blown' || mayBlow)
          .map((box) => (
            <button
              key={box}
              type="button"
              className="whistle-box"
              aria-pressed={of === box}
              onClick={() => go({ of: box === 'todo' ? undefined : box })}
            >
              {say(words[box])}
            </button>
          ))}
      </div>
      <select
        className="input whistle-kind"
        aria-label={say(words.kind)}
        value={type ?? ''}
        onChange={(event) => go({ type: event.target.value })}
      >
        <option value="">{say(words.anyKind)}</option>
        {whistleKinds.map((one) => (
          <option key={one} value={one}>
            {say(whistleKindLabels[one])}
          </option>
        ))}
      </select>
      <Checkbox
        checked={late === '1'}
        onChange={(event) => go({ late: event.target.checked ? '1' : undefined })}
      >
        {say(words.lateOnly)}
      </Checkbox>
    </div>
  )
}
