import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useWords } from '#web/lib/words.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { consoleWords as words } from './words.ts'

/** The only page for somebody whose password was for one use. */
export function FirstPassword() {
  const { say } = useWords()
  const queryClient = useQueryClient()
  const title = say(words.ownPassword)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page">
      <h1>{title}</h1>
      <p className="page-lead">{say(words.ownPasswordText)}</p>
      <PasswordForm isFirst onDone={() => void queryClient.invalidateQueries()} />
    </div>
  )
}
