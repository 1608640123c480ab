import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { teamBoxes } from '#contract/team.ts'
import { useMe } from '#web/console/queries.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import '#web/whistle/whistle.css'
import { readTeamSearch, useTeams } from './queries.ts'
import { TeamLine } from './TeamLine.tsx'
import { teamWords as words } from './words.ts'

/** The project teams: those that run, those I am in, those that have ended. */
export function TeamsPage() {
  const { say } = useWords()
  const search = useSearch({ from: '/staff/teams' })
  const { of = 'on' } = search
  const navigate = useNavigate()
  const me = useMe()
  const teams = useTeams(search)
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = teams.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="page whistles">
      <div className="page-top">
        <h1>{title}</h1>
        <nav className="whistle-also" aria-label={say(words.orders)}>
          <Link to="/aids" search={{}} className="link">
            {say(words.orders)}
          </Link>
          {me?.permissions.includes('team.found') && (
            <Link to="/teams/new" className="whistle-blow">
              {say(words.found)}
            </Link>
          )}
        </nav>
      </div>
      <p className="page-lead">{say(words.lead)}</p>
      <div className="whistle-filters">
        <div className="whistle-boxes" role="group" aria-label={say(words.which)}>
          {teamBoxes.map((box) => (
            <button
              key={box}
              type="button"
              className="whistle-box"
              aria-pressed={of === box}
              onClick={() =>
                void navigate({ to: '/teams', search: readTeamSearch({ of: box }), replace: true })
              }
            >
              {say(words[box])}
            </button>
          ))}
        </div>
      </div>
      {teams.isPending && <Skeleton rows={6} />}
      {teams.error && <ErrorState error={teams.error} onRetry={() => void teams.refetch()} />}
      {teams.data && rows.length === 0 && <Empty title={say(words.none)}>{say(words.noneText)}</Empty>}
      {rows.length > 0 && (
        <ul className="panel whistle-list">
          {rows.map((row) => (
            <TeamLine key={row.id} row={row} />
          ))}
        </ul>
      )}
      {teams.hasNextPage && (
        <Button loading={teams.isFetchingNextPage} onClick={() => void teams.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}
