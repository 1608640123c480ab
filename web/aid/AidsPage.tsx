import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useEffect } from 'react'
import { aidBoxes } from '#contract/aid.ts'
import { useMe } from '#web/console/queries.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import '#web/whistle/whistle.css'
import { AidLine } from './AidLine.tsx'
import './aid.css'
import { kindName } from './kind-name.ts'
import { type AidSearch, readAidSearch, useAidForm, useAids } from './queries.ts'
import { aidWords as words } from './words.ts'

/** The orders for help: those that wait for me, those we posted, those that go on in the area, and those that are over. */
export function AidsPage() {
  const { say } = useWords()
  const search = useSearch({ from: '/staff/aids' })
  const { of = 'todo' } = search
  const me = useMe()
  const aids = useAids(search)
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const mayPost = me?.permissions.includes('aid.post') ?? false
  const rows = aids.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="page whistles">
      <div className="page-top">
        <h1>{title}</h1>
        <nav className="whistle-also" aria-label={say(words.also)}>
          <Link to="/teams" search={{}} className="link">
            {say(words.teams)}
          </Link>
          <Link to="/aids/figures" search={{}} className="link">
            {say(words.figures)}
          </Link>
          {mayPost && (
            <Link to="/aids/new" search={{}} className="whistle-blow">
              {say(words.post)}
            </Link>
          )}
        </nav>
      </div>
      <p className="page-lead">{say(words.lead)}</p>
      <Filters search={search} mayPost={mayPost} />
      {aids.isPending && <Skeleton rows={6} />}
      {aids.error && <ErrorState error={aids.error} onRetry={() => void aids.refetch()} />}
      {aids.data && rows.length === 0 && (
        <Empty title={say(of === 'todo' ? words.noneTodo : words.none)}>{say(words.noneText)}</Empty>
      )}
      {rows.length > 0 && (
        <ul className="panel whistle-list">
          {rows.map((row) => (
            <AidLine key={row.id} row={row} />
          ))}
        </ul>
      )}
      {aids.hasNextPage && (
        <Button loading={aids.isFetchingNextPage} onClick={() => void aids.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}

function Filters({ search, mayPost }: { search: AidSearch; mayPost: boolean }) {
  const { language, say } = useWords()
  const navigate = useNavigate()
  const form = useAidForm()
  const { of = 'todo', type, late } = search
  const go = (change: Record<string, unknown>) =>
    void navigate({ to: '/aids', search: readAidSearch({ ...search, ...change }), replace: true })
  return (
    <div className="whistle-filters">
      <div className="whistle-boxes" role="group" aria-label={say(words.which)}>
        {aidBoxes
          .filter((box) => box !== 'posted' || mayPost)
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
        {(form.data?.kinds ?? []).map((kind) => (
          <option key={kind.code} value={kind.code}>
            {kindName(kind, language)}
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
