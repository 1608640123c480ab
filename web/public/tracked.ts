import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { type Outcome, type Tracking, track } from './api.ts'

const everyMs = 20_000

/** What is known of a tracked appeal: the last answer, when it came, and how the last look went. */
export type Watched = {
  tracking: Tracking | undefined
  seenAt: number
  outcome: Outcome<Tracking> | undefined
  look: () => Promise<void>
}

/** Looks at an appeal now, every 20 seconds while somebody can see the page, and when the network or the person comes back. */
export function useTracked(district: number, queryCode: string | undefined): Watched {
  const [seen, setSeen] = useState<{ tracking: Tracking; at: number }>()
  const [outcome, setOutcome] = useState<Outcome<Tracking>>()
  const turnRef = useRef(0)

  const look = useCallback(async () => {
    if (queryCode === undefined) return
    const mine = ++turnRef.current
    const answer = await track(district, queryCode)
    // A slow answer must not cover a newer one.
    if (mine !== turnRef.current) return
    setOutcome(answer)
    if ('ok' in answer) setSeen({ tracking: answer.ok, at: Date.now() })
  }, [district, queryCode])

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
