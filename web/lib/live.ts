import type { QueryClient } from '@tanstack/react-query'

export type Nudge = { kind: string; id: string; version: number }
export type LiveState = 'connecting' | 'open' | 'lost'

const waits = [1_000, 2_000, 5_000, 10_000, 30_000]

/**
 * Listens for nudges and hands them on. A nudge is never the source of anything: the reader refetches. After a break
 * `onCatchUp` is called, because what happened meanwhile was not told. Returns how to stop.
 */
export function listenLive(hear: {
  onNudge: (nudge: Nudge) => void
  onCatchUp: () => void
  onState: (state: LiveState) => void
}): () => void {
  let source: EventSource | undefined
  let timer: number | undefined
  let tries = 0
  let wasOpen = false
  let isStopped = false

  const connect = () => {
    source = new EventSource('/api/live')
    source.onopen = () => {
      hear.onState('open')
      if (wasOpen) hear.onCatchUp()
      wasOpen = true
      tries = 0
    }
    source.onmessage = (event: MessageEvent<string>) => {
      const nudge = readNudge(event.data)
      if (nudge) hear.onNudge(nudge)
    }
    source.onerror = () => {
      // the browser's own retry gives up on an HTTP answer and knows no backoff
      source?.close()
      hear.onState('lost')
      if (isStopped) return
      window.clearTimeout(timer)
      timer = window.setTimeout(connect, waits[Math.min(tries++, waits.length - 1)])
    }
  }
  const again = () => {
    if (source?.readyState === EventSource.OPEN || document.hidden) return
    window.clearTimeout(timer)
    source?.close()
    connect()
  }
  hear.onState('connecting')
  connect()
  window.addEventListener('online', again)
  document.addEventListener('visibilitychange', again)
  return () => {
    isStopped = true
    window.clearTimeout(timer)
    source?.close()
    window.removeEventListener('online', again)
    document.removeEventListener('visibilitychange', again)
  }
}

function readNudge(text: string): Nudge | undefined {
  try {
    const nudge = JSON.parse(text) as Nudge
    return typeof nudge.kind === 'string' ? nudge : undefined
  } catch {
    return undefined
  }
}

/** Which lists a nudge makes stale: an import brings matters, of which nobody nudges one by one. */
const listsOf: Record<string, readonly string[]> = {
  matter: ['matters', 'mediations', 'petitions', 'supervision'],
  import: ['imports', 'matters'],
  bulk: ['bulks'],
  export: ['exports'],
  rules: ['rules'],
  roster: ['rosters'],
  org: ['org', 'units', 'people', 'person', 'places', 'absences'],
  hall: ['halls', 'calls'],
  notice: ['notices', 'exclusions'],
  whistle: ['whistles'],
  aid: ['aids', 'teams'],
  team: ['teams', 'aids'],
}

/**
 * Gathers the kinds nudged within a moment and refetches each once, however many came. While an import rains nudges the
 * lists are read again every `restMs` at most.
 */
export function gatherNudges(client: QueryClient, waitMs = 150, restMs = 1_500): (nudge: Nudge) => void {
  const waiting = new Set<string>()
  let timer: number | undefined
  let readAt = 0
  const flush = () => {
    timer = undefined
    readAt = Date.now()
    // new rules change every clock
    if (waiting.has('rules')) void client.invalidateQueries()
    else for (const list of waiting) void client.invalidateQueries({ queryKey: [list] })
    waiting.clear()
  }
  return ({ kind, id, version }) => {
    void client.invalidateQueries({
      queryKey: [kind, id],
      predicate: (query) => ((query.state.data as { version?: number } | undefined)?.version ?? -1) < version,
    })
    // an offer in a written room is a step of its matter
    if (kind === 'matter') void client.invalidateQueries({ queryKey: ['room', id] })
    for (const list of listsOf[kind] ?? []) waiting.add(list)
    timer ??= window.setTimeout(flush, Math.max(waitMs, readAt + restMs - Date.now()))
  }
}
