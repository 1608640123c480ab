import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { NoticeGroups } from './NoticeGroups.tsx'
import { useNewest, useSee } from './queries.ts'
import { notifyWords as words } from './words.ts'

/** What the bell opens: the new notices, and the ways to all of them and to the settings. */
export function FreshNotices({ onGo }: { onGo: () => void }) {
  const { say } = useWords()
  const newest = useNewest(true)
  const see = useSee()
  const rows = newest.data?.rows ?? []
  const [first] = rows
  return (
    <section className="fresh" aria-label={say(words.title)}>
      {newest.isPending && <Skeleton rows={3} />}
      {newest.error && <ErrorState error={newest.error} onRetry={() => void newest.refetch()} />}
      {newest.data && !first && (
        <p className="quiet">
          {say(words.none)}
          <br />
          <small>{say(words.noneText)}</small>
        </p>
      )}
      <NoticeGroups rows={rows} most={3} onGo={onGo} />
      <div className="fresh-foot">
        <Link to="/notices" search={{}} className="link" onClick={onGo}>
          {say(words.all)}
        </Link>
        <Link to="/account/notices" className="link" onClick={onGo}>
          {say(words.settings)}
        </Link>
        {first && (
          <Button type="text" loading={see.isPending} onClick={() => see.mutate({ until: first.createdAt })}>
            {say(words.seeAll)}
          </Button>
        )}
      </div>
    </section>
  )
}
