import type { CallView } from '#contract/room.ts'
import { type Link, linkTo, type Signal } from './call-link.ts'

export type Turn = {
  peerId: string
  signals: { id: string; to: string; data: string }[]
  after: number
  leaves?: boolean
}

/** Why one is not seen and heard: the page is not safe, it was not allowed, there is no camera or microphone, or another program has it. */
export type MediaProblem = 'insecure' | 'denied' | 'noDevice' | 'busy'
export type Other = CallView['peers'][number] & {
  stream: MediaStream | null
  link: ReturnType<Link['state']>
}
export type CallState = {
  phase: 'asking' | 'joining' | 'in' | 'over'
  local: MediaStream | null
  others: readonly Other[]
  media: MediaProblem | null
  /** The last turn did not arrive; it is tried again. */
  isLost: boolean
  /** What the server said for good. */
  refused: unknown
}

export const before: CallState = {
  ...{ phase: 'asking', local: null, others: [], media: null, isLost: false, refused: null },
}

/** How often one says that one is there, and how soon what is for others goes out (milliseconds). */
const everyMs = 1_000
const soonMs = 120

/** Camera and microphone; without a camera the microphone alone. */
async function openMedia(): Promise<{ stream: MediaStream } | { problem: MediaProblem }> {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices }
  if (!mediaDevices) return { problem: 'insecure' }
  for (const video of [true, false])
    try {
      return { stream: await mediaDevices.getUserMedia({ audio: true, video }) }
    } catch (error) {
      const name = error instanceof DOMException ? error.name : ''
      if (name === 'NotAllowedError' || name === 'SecurityError') return { problem: 'denied' }
      if (name === 'NotReadableError' || name === 'AbortError') return { problem: 'busy' }
    }
  return { problem: 'noDevice' }
}

type Given = {
  newId: () => string
  /** One turn at the server. Throws what `isFinal` tells apart: a no for good, or that it did not arrive. */
  exchange: (turn: Turn) => Promise<CallView>
  isFinal: (error: unknown) => boolean
  onChange: (state: CallState) => void
}

/**
 * Goes into a video room: each browser sends to each of the others, and the server only lets them find each other. Who has no
 * camera, or does not allow it, is told why and may try again.
 */
export function startCall({ newId, exchange, isFinal, onChange }: Given) {
  const peerId = newId()
  const links = new Map<string, Link>()
  const leaving: Turn['signals'] = []
  let state = before
  let after = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const change = (more: Partial<CallState>) => {
    state = { ...state, ...more }
    if (!isOver || more.phase === 'over') onChange(state)
  }
  const othersOf = (peers: readonly CallView['peers'][number][]): Other[] =>
    peers.map((peer) => {
      const link = links.get(peer.peerId)
      return { ...peer, stream: link?.stream() ?? null, link: link?.state() ?? 'connecting' }
    })
  const redraw = () => change({ others: othersOf(state.others) })
  const send = (to: string, signal: Signal) => {
    leaving.push({ id: newId(), to, data: JSON.stringify(signal) })
    plan(soonMs)
  }
  function plan(ms: number) {
    clearTimeout(timer)
    if (!isOver) timer = setTimeout(() => void turn(), ms)
  }
  /** Those who came get a link, those who went lose it. */
  function meet({ peers, ice }: CallView) {
    for (const [id, link] of links)
      if (!peers.some((peer) => peer.peerId === id)) {
        link.close()
        links.delete(id)
      }
    for (const { peerId: id } of peers)
      if (!links.has(id) && state.local)
        links.set(
          id,
          linkTo({
            ice,
            local: state.local,
            // one of two begins, always the same
            isFirst: peerId > id,
            send: (signal) => send(id, signal),
            onChange: redraw,
          }),
        )
  }
  let isTurning = false
  async function turn() {
    if (isTurning || isOver) return
    isTurning = true
    const signals = leaving.slice(0, 50)
    try {
      const view = await exchange({ peerId, signals, after })
      leaving.splice(0, signals.length)
      meet(view)
      for (const { no, from, data } of view.signals) {
        after = Math.max(after, no)
        await links.get(from)?.take(JSON.parse(data) as Signal)
      }
      change({ phase: 'in', others: othersOf(view.peers), isLost: false })
    } catch (error) {
      if (isFinal(error)) {
        end()
        return change({ phase: 'over', refused: error })
      }
      change({ isLost: true })
    } finally {
      isTurning = false
    }
    plan(leaving.length > 0 ? soonMs : everyMs)
  }
  function end() {
    isOver = true
    clearTimeout(timer)
    for (const link of links.values()) link.close()
    links.clear()
    for (const track of state.local?.getTracks() ?? []) track.stop()
  }
  void openMedia().then((opened) => {
    if (isOver) {
      if ('stream' in opened) for (const track of opened.stream.getTracks()) track.stop()
      return
    }
    if ('problem' in opened) return change({ media: opened.problem })
    change({ local: opened.stream, phase: 'joining' })
    void turn()
  })
  return {
    /** Turns one's own picture or sound on or off. */
    turnTracks(kind: 'audio' | 'video', isOn: boolean) {
      for (const track of state.local?.getTracks() ?? []) if (track.kind === kind) track.enabled = isOn
    },
    leave() {
      if (isOver) return
      const hadJoined = state.phase !== 'asking'
      end()
      change({ phase: 'over', local: null, others: [] })
      if (hadJoined) void exchange({ peerId, signals: [], after, leaves: true }).catch(() => {})
    },
  }
}
export type Call = ReturnType<typeof startCall>
