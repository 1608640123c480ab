import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useMe } from '#web/console/queries.ts'
import { sentences, useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { MediationLine } from './MediationLine.tsx'
import { mediationBoxes, useMediations } from './queries.ts'
import { Week } from './Week.tsx'
import { mediationWords } from './words.ts'
import './mediation.css'

const words = sentences({
  boxes: { zh: '看哪些', en: 'Which' },
  mine: { zh: '我主持的', en: 'Mine' },
  open: { zh: '在调的', en: 'Open' },
  agreed: { zh: '履行中', en: 'Being performed' },
  done: { zh: '已了结', en: 'Done' },
  empty: { zh: '这里还没有调解', en: 'No mediation here yet' },
  emptyText: {
    zh: '在矛盾纠纷的事项页点“受理调解”，就会出现在这里，先到期的在前。',
    en: 'Opened from the page of a dispute, a mediation appears here, those that end first at the top.',
  },
  also: { zh: '还有', en: 'Also' },
  subsidy: { zh: '以案定补', en: 'Subsidy' },
  figures: { zh: '统计', en: 'Figures' },
  more: { zh: '再看一些', en: 'Show more' },
})

/** The mediations of whoever mediates, and the week of rooms and sessions. */
export function MediationsPage() {
  const { say } = useWords()
  const { box = 'mine' } = useSearch({ from: '/staff/mediations' })
  const navigate = useNavigate()
  const me = useMe()
  const mediations = useMediations(box)
  const title = say(mediationWords.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = mediations.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="page mediations">
      <div className="page-top">
        <h1>{title}</h1>
        <nav className="mediation-also" aria-label={say(words.also)}>
          <Link to="/mediations/figures" search={{}} className="link">
            {say(words.figures)}
          </Link>
          {me?.permissions.includes('subsidy.read') && (
            <Link to="/mediations/subsidy" className="link">
              {say(words.subsidy)}
            </Link>
          )}
        </nav>
      </div>
      <div className="party-filters" role="group" aria-label={say(words.boxes)}>
        {mediationBoxes.map((one) => (
          <button
            key={one}
            type="button"
            className="pick"
            aria-pressed={box === one}
            onClick={() => void navigate({ to: '/mediations', search: { box: one } })}
          >
            {say(words[one])}
          </button>
        ))}
      </div>
      {mediations.isPending && <Skeleton rows={6} />}
      {mediations.error && <ErrorState error={mediations.error} onRetry={() => void mediations.refetch()} />}
      {mediations.data && rows.length === 0 && <Empty title={say(words.empty)}>{say(words.emptyText)}</Empty>}
      {rows.length > 0 && (
        <ul className="panel mediation-lines">
          {rows.map((row) => (
            <MediationLine key={row.id} row={row} />
          ))}
        </ul>
      )}
      {mediations.hasNextPage && (
        <Button loading={mediations.isFetchingNextPage} onClick={() => void mediations.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
      <Week />
    </div>
  )
}
