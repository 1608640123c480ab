import { useEffect } from 'react'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { PolicyForm } from './PolicyForm.tsx'
import { usePolicy } from './queries.ts'
import { SecuredList } from './SecuredList.tsx'
import './security.css'
import { securityWords as words } from './words.ts'

/** What the district demands of whoever signs in, and the second step of every account. */
export function SecurityPage() {
  const { say } = useWords()
  const policy = usePolicy()
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page">
      <h1>{title}</h1>
      <p className="page-lead">{say(words.lead)}</p>
      {policy.isPending && <Skeleton rows={6} />}
      {policy.error && <ErrorState error={policy.error} onRetry={() => void policy.refetch()} />}
      {policy.data && <PolicyForm key={policy.data.version} page={policy.data} />}
      <SecuredList />
    </div>
  )
}
