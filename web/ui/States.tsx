import { Button } from 'antd'
import type { ReactNode } from 'react'
import { failureWords } from '#web/lib/failure-words.ts'
import { OfflineError } from '#web/lib/failures.ts'
import { useWords } from '#web/lib/words.ts'
import { uiWords } from './ui-words.ts'

const drawings = {
  empty: 'M14 30h44v26H14zM14 30l8-14h28l8 14M28 30c0 5 4 8 8 8s8-3 8-8',
  error: 'M36 14 62 58H10zM36 30v13M36 49v2',
  offline: 'M12 30a36 36 0 0 1 48 0M20 39a24 24 0 0 1 32 0M28 48a12 12 0 0 1 16 0M36 56v1M14 14l44 46',
}

function Drawing({ of }: { of: keyof typeof drawings }) {
  return (
    <svg
      viewBox="0 0 72 72"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      <path d={drawings[of]} />
    </svg>
  )
}

/** Nothing here yet: what will appear, and how to make it appear. */
export function Empty({
  title,
  isPage,
  children,
  action,
}: {
  title: string
  /** Whether it is all there is on the page, so that its title is the page's. */
  isPage?: boolean
  children?: ReactNode
  action?: ReactNode
}) {
  const Title = isPage ? 'h1' : 'h2'
  return (
    <div className="state">
      <Drawing of="empty" />
      <Title>{title}</Title>
      {children && <p>{children}</p>}
      {action && <div className="state-actions">{action}</div>}
    </div>
  )
}

/** What could not be read, what is safe, and the way to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { language, say } = useWords()
  const isOffline = error instanceof OfflineError
  return (
    <div className="state" role="alert">
      <Drawing of={isOffline ? 'offline' : 'error'} />
      <h2>{say(isOffline ? uiWords.offlineTitle : uiWords.failed)}</h2>
      <p>{isOffline ? say(uiWords.offlineRead) : failureWords(error, language)}</p>
      {onRetry && (
        <div className="state-actions">
          <Button onClick={onRetry}>{say(uiWords.retry)}</Button>
        </div>
      )}
    </div>
  )
}
