import { useEffect, useRef, useState } from 'preact/hooks'
import type { Refusal } from '#domain/refusal.ts'
import { callKey, newCalls } from './display.ts'
import { type DisplayView, readDisplay } from './hall-api.ts'

const lookEveryMs = 2_000
/** One lost answer is a blink; the second in a row is told. */
const toldAfter = 2

type Shown = {
  view?: DisplayView
  /** Since when nothing was heard; undefined while all is well. */
  lostSince?: number
  refused?: Refusal
  /** Milliseconds by which the clock of this television is behind. */
  behind: number
}

/** Looks every two seconds for as long as the page stands. In: what to do with calls that are new. */
export function useDisplay(
  district: number,
  code: string,
  onCalls: (calls: DisplayView['called']) => void,
): Shown {
  const [shown, setShown] = useState<Shown>({ behind: 0 })
  const tellRef = useRef(onCalls)
  useEffect(() => {
    tellRef.current = onCalls
  })
  useEffect(() => {
    let [seen, misses, heardAt, isStopped] = ['', 0, Date.now(), false]
    let known: ReadonlySet<string> | undefined
    let timer = 0
    const look = async () => {
      const outcome = await readDisplay(district, code, seen)
      if (isStopped) return
      if ('ok' in outcome) {
        ;[misses, heardAt, seen] = [0, Date.now(), outcome.ok.version]
        const { view, now } = outcome.ok
        const behind = Date.parse(now) - heardAt
        setShown((before) => {
          const next = view ?? before.view
          return next ? { view: next, behind } : { behind }
        })
        if (view) {
          const fresh = newCalls(known, view.called)
          known = new Set(view.called.map(callKey))
          if (fresh.length > 0) tellRef.current(fresh)
        }
      } else if ('refused' in outcome) setShown((before) => ({ ...before, refused: outcome.refused }))
      else if (++misses >= toldAfter) setShown((before) => ({ ...before, lostSince: heardAt }))
      timer = window.setTimeout(() => void look(), lookEveryMs)
    }
    void look()
    return () => {
      isStopped = true
      window.clearTimeout(timer)
    }
  }, [district, code])
  return shown
}
