import { useCallback, useEffect, useState } from 'preact/hooks'
import type { MessageView, RoomView } from '#contract/room.ts'
import type { Outcome } from '../../api.ts'
import { type Door, openRoom } from '../../mediation-api.ts'

/** How often a room that is looked at is asked for news, and how often while it cannot be reached (milliseconds). */
const everyMs = 5_000
const lostMs = 15_000

/** A room that keeps itself fresh as long as its page is in sight; what was written before is added as it is asked for. */
export function useRoom(door: Door, sessionId: string) {
  const [room, setRoom] = useState<RoomView>()
  const [older, setOlder] = useState<{ messages: readonly MessageView[]; before: number | null }>()
  const [problem, setProblem] = useState<Outcome<unknown>>()
  const look = useCallback(async () => {
    const outcome = await openRoom(door, sessionId)
    if ('ok' in outcome) setRoom(outcome.ok)
    setProblem('ok' in outcome ? undefined : outcome)
    return outcome
  }, [door, sessionId])
  useEffect(() => {
    let timer = 0
    let isOver = false
    const turn = async () => {
      clearTimeout(timer)
      const outcome = document.hidden ? undefined : await look()
      // a link that has ended is asked no more
      if (isOver || (outcome && 'refused' in outcome)) return
      timer = window.setTimeout(() => void turn(), outcome && !('ok' in outcome) ? lostMs : everyMs)
    }
    const now = () => void turn()
    now()
    addEventListener('online', now)
    document.addEventListener('visibilitychange', now)
    return () => {
      isOver = true
      clearTimeout(timer)
      removeEventListener('online', now)
      document.removeEventListener('visibilitychange', now)
    }
  }, [look])
  const before = older ? older.before : (room?.before ?? null)
  const more = async () => {
    if (before === null) return
    const outcome = await openRoom(door, sessionId, before)
    if (!('ok' in outcome)) return setProblem(outcome)
    const { messages } = outcome.ok
    setOlder((was) => ({ messages: [...messages, ...(was?.messages ?? [])], before: outcome.ok.before }))
  }
  const latest = room?.messages ?? []
  const known = new Set(latest.map(({ id }) => id))
  const messages = [...(older?.messages ?? []).filter(({ id }) => !known.has(id)), ...latest]
  return { room, messages, hasMore: before !== null, more, problem, look }
}
