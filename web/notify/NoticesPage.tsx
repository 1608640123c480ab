import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { topicWords } from '#contract/words/notices.ts'
import { type Topic, topics } from '#domain/notify/occasions.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { NoticeGroups } from './NoticeGroups.tsx'
import './notify.css'
import { type NoticeFilters, useNotices, useSee } from './queries.ts'
import { notifyWords as words } from './words.ts'

/** Everything I was told, by matter, newest first. */
export function NoticesPage() {
  const { say } = useWords()
  const filters = useSearch({ from: '/staff/notices' })
  const navigate = useNavigate()
  const notices = useNotices(filters)
  const see = useSee()
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = notices.data?.pages.flatMap((page) => page.rows) ?? []
  const [first] = rows
  const filter = (change: { topic?: Topic | undefined; unseen?: true | undefined }) =>
    void navigate({ to: '/notices', search: tidied({ ...filters, ...change }), replace: true })
  return (
    <div className="page">
      <div className="page-top">
        <h1>{title}</h1>
        <div className="form-actions">
          <Link to="/account/notices" className="link">
            {say(words.settings)}
          </Link>
          <Button
            disabled={!rows.some((row) => row.isNew)}
            loading={see.isPending}
            onClick={() => first && see.mutate({ until: first.createdAt })}
          >
            {say(words.seeAll)}
          </Button>
        </div>
      </div>
      <p className="page-lead">{say(words.lead)}</p>
      <div className="notice-filters">
        <select
          className="input"
          aria-label={say(words.topic)}
          value={filters.topic ?? ''}
          onChange={(event) => filter({ topic: (event.target.value || undefined) as Topic | undefined })}
        >
          <option value="">{say(words.anyTopic)}</option>
          {topics.map((topic) => (
            <option key={topic} value={topic}>
              {say(topicWords[topic])}
            </option>
          ))}
        </select>
        <label className="check">
          <input
            type="checkbox"
            checked={filters.unseen ?? false}
            onChange={(event) => filter({ unseen: event.target.checked || undefined })}
          />
          {say(words.unseen)}
        </label>
      </div>
      <section className="panel" aria-label={title}>
        {notices.isPending && <Skeleton rows={8} />}
        {notices.error && <ErrorState error={notices.error} onRetry={() => void notices.refetch()} />}
        {notices.data && rows.length === 0 && !notices.hasNextPage && (
          <Empty title={say(filters.topic || filters.unseen ? words.noneHere : words.none)}>
            {say(filters.topic || filters.unseen ? words.noneHereText : words.noneText)}
          </Empty>
        )}
        <NoticeGroups rows={rows} />
      </section>
      {notices.hasNextPage && (
        <div>
          <Button loading={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
            {say(words.more)}
          </Button>
        </div>
      )}
    </div>
  )
}

function tidied({ topic, unseen }: { topic?: Topic | undefined; unseen?: true | undefined }): NoticeFilters {
  return { ...(topic ? { topic } : {}), ...(unseen ? { unseen } : {}) }
}
