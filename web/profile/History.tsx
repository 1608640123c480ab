import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { ChangeList } from './Changes.tsx'
import { profileWords as words } from './words.ts'

/** Every version with who published it, why, and what it changed. */
export function History() {
  const { say } = useWords()
  const versions = useInfiniteQuery({
    queryKey: ['rules', 'versions'],
    queryFn: ({ pageParam, signal }) => call('listProfileVersions', { query: { before: pageParam } }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const rows = versions.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section className="panel profile-part" aria-labelledby="profile-history">
      <header>
        <h2 id="profile-history">{say(words.history)}</h2>
      </header>
      {versions.isPending && <Skeleton rows={3} />}
      {versions.error && <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />}
      <ol className="profile-versions">
        {rows.map((row, index) => {
          const before = rows[index + 1]
          return (
            <li key={row.version}>
              <h3>
                {say(words.versionOf, { version: row.version })} <When at={row.fromAt} />
              </h3>
              <p>
                {row.by === null
                  ? say(words.shipped)
                  : say(words.published, { by: row.by, reason: row.reason })}
              </p>
              {before && <ChangeList was={before.data} is={row.data} />}
            </li>
          )
        })}
      </ol>
      {versions.hasNextPage && (
        <div className="panel-body">
          <Button loading={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
            {say(words.more)}
          </Button>
        </div>
      )}
    </section>
  )
}
