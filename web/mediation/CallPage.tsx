import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { MediationView, SessionView } from '#contract/mediation.ts'
import { call as ask } from '#web/lib/api.ts'
import { before, type Call, type CallState, type Other, startCall } from '#web/lib/call.ts'
import { mediaWords, callWords as words } from '#web/lib/call-words.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { useMediation } from './queries.ts'
import { roomWords } from './room-words.ts'
import '#web/matter/matter.css'
import './mediation.css'
import './call.css'

/** The video room named by the address. It is opened as a page of its own, which alone may use the camera. */
export function CallRoute() {
  const { id, mediationId, sessionId } = useParams({
    from: '/staff/matters/$id/mediations/$mediationId/calls/$sessionId',
  })
  const mediation = useMediation(id, mediationId)
  const session = mediation.data?.sessions.find((one) => one.id === sessionId)
  if (mediation.error) return <ErrorState error={mediation.error} onRetry={() => void mediation.refetch()} />
  if (!mediation.data || !session) return <Skeleton rows={6} />
  return <CallPage key={sessionId} m={mediation.data} session={session} />
}

function useCall(m: MediationView, sessionId: string) {
  const [state, setState] = useState<CallState>()
  const call = useRef<Call>(null)
  useEffect(() => () => call.current?.leave(), [])
  const params = { id: m.matterId, mediationId: m.id, sessionId }
  const join = () => {
    call.current?.leave()
    setState(before)
    call.current = startCall({
      newId,
      exchange: (turn) => ask('callRoom', { params, body: turn }),
      isFinal: (error) => error instanceof RefusalError,
      onChange: setState,
    })
  }
  return {
    state,
    join,
    leave: () => call.current?.leave(),
    turn: (kind: 'audio' | 'video', isOn: boolean) => call.current?.turnTracks(kind, isOn),
  }
}

function CallPage({ m, session }: { m: MediationView; session: SessionView }) {
  const { language, say } = useWords()
  const { state, join, leave, turn } = useCall(m, session.id)
  const title = `${say(words.title)} · ${say(roomWords.sessionNo, { no: session.no })}`
  useEffect(() => {
    document.title = `${title} · ${m.matterTitle}`
  }, [title, m.matterTitle])
  return (
    <article className="matter mediation" aria-labelledby="call-head">
      <header className="matter-head">
        <p className="matter-line">
          <Link
            className="link"
            to="/matters/$id/mediations/$mediationId"
            params={{ id: m.matterId, mediationId: m.id }}
          >
            {say(roomWords.back, { number: m.number })}
          </Link>
        </p>
        <h1 id="call-head">{title}</h1>
        <p>{m.matterTitle}</p>
        <p className="quiet">{say(words.lead)}</p>
        {session.kind === 'caucus' && <p className="quiet">{say(words.leadCaucus)}</p>}
      </header>
      <section className="panel call-body" aria-label={say(words.title)}>
        {session.state !== 'planned' && <Notice>{say(words.closed)}</Notice>}
        {state?.media && (
          <Notice tone="act" live>
            {say(mediaWords[state.media])}
          </Notice>
        )}
        {state !== undefined && state.refused !== null && (
          <Notice tone="act" live>
            {failureWords(state.refused, language)}
          </Notice>
        )}
        {state?.isLost && state.phase !== 'over' && (
          <Notice tone="near" live>
            {say(words.lostSelf)}
          </Notice>
        )}
        {state && state.phase !== 'over' && !state.media ? (
          <Inside state={state} onTurn={turn} onLeave={leave} />
        ) : (
          session.state === 'planned' && (
            <>
              {state?.phase === 'over' && state.refused === null && <p>{say(words.over)}</p>}
              <p className="call-acts">
                <Button type="primary" onClick={join}>
                  {say(state?.media ? words.retry : state ? words.again : words.join)}
                </Button>
              </p>
            </>
          )
        )}
        <p className="quiet">
          {session.place ? say(words.place, { place: session.place }) : say(words.noPlace)}
        </p>
      </section>
    </article>
  )
}

function Inside({
  state,
  onTurn,
  onLeave,
}: {
  state: CallState
  onTurn: (kind: 'audio' | 'video', isOn: boolean) => void
  onLeave: () => void
}) {
  const { say } = useWords()
  const [sound, setSound] = useState(true)
  const [picture, setPicture] = useState(true)
  const status =
    state.phase === 'asking' ? words.asking : state.phase === 'joining' ? words.joining : words.alone
  const nameOf = (other: Other) => {
    const name = other.name ?? say(words.no, { no: other.no ?? 0 })
    return other.isMediator ? `${name} · ${say(words.mediator)}` : name
  }
  return (
    <>
      {state.others.length === 0 && <p role="status">{say(status)}</p>}
      <ul className="call-tiles">
        {state.others.map((other) => (
          <Tile key={other.peerId} stream={other.stream} isMine={false}>
            {nameOf(other)}
            {other.link !== 'connected' && ` · ${say(words[other.link])}`}
          </Tile>
        ))}
        {state.local && (
          <Tile stream={state.local} isMine>
            {say(words.me)}
          </Tile>
        )}
      </ul>
      <p className="call-acts">
        <Button
          aria-pressed={!sound}
          onClick={() => {
            onTurn('audio', !sound)
            setSound(!sound)
          }}
        >
          {say(sound ? words.mute : words.unmute)}
        </Button>
        <Button
          aria-pressed={!picture}
          onClick={() => {
            onTurn('video', !picture)
            setPicture(!picture)
          }}
        >
          {say(picture ? words.hide : words.show)}
        </Button>
        <Button danger onClick={onLeave}>
          {say(words.leave)}
        </Button>
      </p>
    </>
  )
}

function Tile({
  stream,
  isMine,
  children,
}: {
  stream: MediaStream | null
  isMine: boolean
  children: React.ReactNode
}) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current && video.current.srcObject !== stream) video.current.srcObject = stream
  }, [stream])
  return (
    <li className="call-tile" data-mine={isMine ? 'yes' : 'no'}>
      {/* biome-ignore lint/a11y/useMediaCaption: people who speak to each other have no captions */}
      <video ref={video} autoPlay playsInline muted={isMine} />
      <p className="call-name">{children}</p>
    </li>
  )
}
