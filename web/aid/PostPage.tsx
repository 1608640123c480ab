import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import '#web/whistle/whistle.css'
import './aid.css'
import { PostForm } from './PostForm.tsx'
import { useAidForm } from './queries.ts'
import { aidWords as words } from './words.ts'

/** The form to order help, with the matter that it is about where it was reached from one. */
export function PostPage() {
  const { say } = useWords()
  const { matter } = useSearch({ from: '/staff/aids/new' })
  const navigate = useNavigate()
  const form = useAidForm(matter)
  const title = say(words.postTitle)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page whistles">
      <p>
        <Link className="link" to="/aids" search={{}}>
          {say(words.back)}
        </Link>
      </p>
      <h1>{title}</h1>
      <p className="page-lead">{say(words.lead)}</p>
      {form.isPending && <Skeleton rows={8} />}
      {form.error && <ErrorState error={form.error} onRetry={() => void form.refetch()} />}
      {form.data?.units.length === 0 && <Empty title={say(words.mayNot)}>{say(words.mayNotText)}</Empty>}
      {form.data && form.data.units.length > 0 && (
        <PostForm
          offer={form.data}
          onDone={(id) => void navigate({ to: '/aids/$id', params: { id }, replace: true })}
        />
      )}
    </div>
  )
}
