import type { CallView } from '#contract/room.ts'

/** What two browsers tell each other so that they connect. */
export type Signal = { sdp: RTCSessionDescriptionInit } | { candidate: RTCIceCandidateInit }

export type Link = {
  stream: () => MediaStream | null
  state: () => 'connecting' | 'connected' | 'lost'
  take: (signal: Signal) => Promise<void>
  close: () => void
}

/** A link that has been broken for so long is made anew (milliseconds). */
const mendAfterMs = 4_000

/** A connection to one other browser. In: whether this side begins; the other one answers. It mends itself after a break. */
export function linkTo({
  ice,
  local,
  isFirst,
  send,
  onChange,
}: {
  ice: CallView['ice']
  local: MediaStream
  isFirst: boolean
  send: (signal: Signal) => void
  onChange: () => void
}): Link {
  const connection = new RTCPeerConnection({ iceServers: ice })
  const early: RTCIceCandidateInit[] = []
  let stream: MediaStream | null = null
  let mending: ReturnType<typeof setTimeout> | undefined
  const offer = async (again: boolean) => {
    await connection.setLocalDescription(await connection.createOffer({ iceRestart: again }))
    if (connection.localDescription) send({ sdp: connection.localDescription.toJSON() })
  }
  for (const track of local.getTracks()) connection.addTrack(track, local)
  // who has no camera sees the others nevertheless
  if (isFirst && local.getVideoTracks().length === 0)
    connection.addTransceiver('video', { direction: 'recvonly' })
  connection.onicecandidate = ({ candidate }) => {
    if (candidate) send({ candidate: candidate.toJSON() })
  }
  connection.ontrack = ({ streams: [first], track }) => {
    stream = first ?? new MediaStream([track])
    onChange()
  }
  connection.onconnectionstatechange = () => {
    clearTimeout(mending)
    const { connectionState: now } = connection
    if (isFirst && (now === 'disconnected' || now === 'failed'))
      mending = setTimeout(() => void offer(true), now === 'failed' ? 0 : mendAfterMs)
    onChange()
  }
  if (isFirst) void offer(false)
  return {
    stream: () => stream,
    state: () => {
      const { connectionState: now } = connection
      return now === 'connected'
        ? 'connected'
        : now === 'disconnected' || now === 'failed'
          ? 'lost'
          : 'connecting'
    },
    async take(signal) {
      if ('candidate' in signal) {
        if (connection.remoteDescription) await connection.addIceCandidate(signal.candidate).catch(() => {})
        else early.push(signal.candidate)
        return
      }
      await connection.setRemoteDescription(signal.sdp)
      for (const candidate of early.splice(0)) await connection.addIceCandidate(candidate).catch(() => {})
      if (signal.sdp.type !== 'offer') return
      await connection.setLocalDescription(await connection.createAnswer())
      if (connection.localDescription) send({ sdp: connection.localDescription.toJSON() })
    },
    close() {
      clearTimeout(mending)
      connection.onconnectionstatechange = null
      connection.close()
    },
  }
}
