import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { History } from './History.tsx'
import './profile.css'
import { ProfileEditor } from './ProfileEditor.tsx'
import { profileWords as words } from './words.ts'

/** What the district decides for itself: the version that counts, the draft of the next, and all that came before. */
export function ProfilePage() {
  const { say } = useWords()
  const profile = useQuery({
    queryKey: ['rules', 'profile'],
    queryFn: ({ signal }) => call('getProfilePage', {}, signal),
  })
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const { data } = profile
  return (
    <div className="page">
      <div className="page-top">
        <h1>{title}</h1>
        {data && (
          <p className="quiet profile-version">
            {say(words.version, { version: data.version })} · <When at={data.fromAt} />
          </p>
        )}
      </div>
      <p className="page-lead">{say(words.lead)}</p>
      {profile.isPending && <Skeleton rows={8} />}
      {profile.error && <ErrorState error={profile.error} onRetry={() => void profile.refetch()} />}
      {data && (
        <>
          <ProfileEditor key={data.version} page={data} />
          <History />
        </>
      )}
    </div>
  )
}
