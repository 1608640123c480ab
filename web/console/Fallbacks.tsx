import { Button } from 'antd'
import { useEffect } from 'react'
import { useWords } from '#web/lib/words.ts'
import { Empty } from '#web/ui/States.tsx'
import { consoleWords } from './words.ts'

/** An address that names nothing. */
export function NotFound() {
  const { say } = useWords()
  return (
    <main>
      <Empty
        isPage
        title={say(consoleWords.notFoundTitle)}
        action={<Button href="/console/">{say(consoleWords.goHome)}</Button>}
      >
        {say(consoleWords.notFoundText)}
      </Empty>
    </main>
  )
}

/** A page that exists, but not for my posts. */
export function NotYourPage() {
  const { say } = useWords()
  return (
    <Empty isPage title={say(consoleWords.notYourPage)}>
      {say(consoleWords.notYourPageText)}
    </Empty>
  )
}

const reloadedKey = 'maple.reloaded'

/** A page that failed to draw. A part that is gone from the server means a newer release: load that once. */
export function Crashed({ error }: { error: unknown }) {
  const { say } = useWords()
  const isOldPage = /dynamically imported module|Importing a module script failed|preload/i.test(
    error instanceof Error ? error.message : '',
  )
  useEffect(() => {
    if (!isOldPage || sessionStorage.getItem(reloadedKey)) return
    sessionStorage.setItem(reloadedKey, 'yes')
    location.reload()
  }, [isOldPage])
  return (
    <div role="alert">
      <Empty
        isPage
        title={say(consoleWords.crashed)}
        action={
          <Button type="primary" onClick={() => location.reload()}>
            {say(consoleWords.reload)}
          </Button>
        }
      />
    </div>
  )
}
