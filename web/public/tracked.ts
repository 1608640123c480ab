import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { type Opened, type Outcome, type Tracking, track } from './api.ts'

const everyMs = 20_000

/** What is known of a tracked appeal: the last answer, when it came, and how the last look went. */
export type Watched = {
  tracking: Tracking | undefined
  seenAt: number
  outcome: Outcome<Tracking> | undefined
  look: () => Promise<void>
}

/** Looks at an appeal (always the same object) now, every 20 seconds while somebody can see the page, and when the network or the person comes back. */
export function useTracked(opened: Opened | undefined): Watched {
  const [seen, setSeen] = useState<{ tracking: Tracking; at: number }>()
  const [outcome, setOutcome] = useState<Outcome<Tracking>>()
  const turnRef = useRef(0)

  const look = useCallback(async () => {
    if (opened === undefined) return
    const mine = ++turnRef.current
    const answer = await track(opened)
    // A slow answer must not cover a newer one.
    if (mine !== turnRef.current) return
    setOutcome(answer)
    if ('ok' in answer) setSeen({ tracking: answer.ok, at: Date.now() })
  }, [opened])

  useEffect(() => {
    void look()
    const whenSeen = () => {
      if (document.visibilityState === 'visible') void look()
    }
    const timer = setInterval(whenSeen, everyMs)
    addEventListener('online', whenSeen)
    document.addEventListener('visibilitychange', whenSeen)
    return () => {
      turnRef.current += 1
      clearInterval(timer)
      removeEventListener('online', whenSeen)
      document.removeEventListener('visibilitychange', whenSeen)
    }
  }, [look])

  return { tracking: seen?.tracking, seenAt: seen?.at ?? 0, outcome, look }
}
