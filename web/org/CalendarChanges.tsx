import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type Answer, call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { ShareBar } from '#web/ui/ShareBar.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { orgWords as words } from './words.ts'

type Change = Answer<'listCalendarChanges'>['rows'][number]

/** While clocks are still being reckoned anew the page asks again this often (milliseconds). */
const askAgainMs = 2000

/** Who changed the calendar when, what it did to running clocks, and how far the newest change has come. */
export function CalendarChanges() {
  const { say } = useWords()
  const changes = useInfiniteQuery({
    queryKey: ['calendar', 'changes'],
    queryFn: ({ pageParam, signal }) => call('listCalendarChanges', { query: { before: pageParam } }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.rows.some((row) => row.finishedAt === null) ? askAgainMs : false,
  })
  const rows = changes.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section className="panel" aria-labelledby="calendar-changes">
      <header>
        <h2 id="calendar-changes">{say(words.changes)}</h2>
      </header>
      {changes.isPending && <Skeleton rows={2} />}
      {changes.error && <ErrorState error={changes.error} onRetry={() => void changes.refetch()} />}
      {changes.data && rows.length === 0 && <p className="panel-body quiet">{say(words.noChanges)}</p>}
      <ol className="calendar-changes">
        {rows.map((row) => (
          <ChangeItem key={row.version} change={row} />
        ))}
      </ol>
      {changes.hasNextPage && (
        <div className="panel-body">
          <Button loading={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()}>
            {say(words.earlierChanges)}
          </Button>
        </div>
      )}
    </section>
  )
}

function ChangeItem({ change }: { change: Change }) {
  const { say, language } = useWords()
  const number = (count: number) => count.toLocaleString(language === 'en' ? 'en' : 'zh-CN')
  const { year, by, source, clocks, looked, earlier, later, finishedAt } = change
  const facts = { earlier: number(earlier), later: number(later), same: number(looked - earlier - later) }
  return (
    <li>
      <h3>
        {say(words.changedBy, { year, by })} <When at={change.at} />
      </h3>
      <p className="quiet calendar-source">{say(words.changeSource, { source })}</p>
      {finishedAt === null ? (
        <div role="status">
          <p className="number">{say(words.reckoning, { looked: number(looked), clocks: number(clocks) })}</p>
          <ShareBar share={clocks === 0 ? 1 : looked / clocks} tone="calm" />
          <p className="quiet">{say(words.reckoningNote)}</p>
        </div>
      ) : (
        <p className="number">{say(looked === 0 ? words.reckonedNone : words.reckoned, facts)}</p>
      )}
    </li>
  )
}
