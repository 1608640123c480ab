import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { ChoiceForm } from './ChoiceForm.tsx'
import { MailForm } from './MailForm.tsx'
import './notify.css'
import { notifyWords as words } from './words.ts'

/** What I am told, where and when. */
export function SettingsPage() {
  const { say } = useWords()
  const choice = useQuery({
    queryKey: ['notice-choice'],
    queryFn: ({ signal }) => call('getNoticeChoice', {}, signal),
  })
  const title = say(words.settings)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page">
      <h1>{title}</h1>
      <p className="page-lead">{say(words.settingsLead)}</p>
      {choice.isPending && <Skeleton rows={6} />}
      {choice.error && <ErrorState error={choice.error} onRetry={() => void choice.refetch()} />}
      {choice.data && <MailForm choice={choice.data} />}
      {choice.data && <ChoiceForm key={choice.data.version} choice={choice.data} />}
    </div>
  )
}
