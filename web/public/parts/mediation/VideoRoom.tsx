/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { CallView } from '#contract/room.ts'
import { before, type Call, type CallState, startCall } from '#web/lib/call.ts'
import { mediaWords, callWords as words } from '#web/lib/call-words.ts'
import type { Outcome } from '../../api.ts'
import { callRoom, type Door, type LinkView } from '../../mediation-api.ts'
import { newId } from '../../new-id.ts'
import { useSay } from '../../reader.ts'
import { refusedWords } from '../../refused.ts'
import '#web/mediation/call.css'

/** A turn that did not come back with an answer. */
class NoAnswer extends Error {
  readonly outcome: Outcome<CallView>
  constructor(outcome: Outcome<CallView>) {
    super('no answer')
    this.outcome = outcome
  }
}

type Props = { door: Door; session: LinkView['sessions'][number]; onBack: () => void }

/** The video room of a party: before, inside, and after; the way out stays the same. */
export function VideoRoom({ door, session, onBack }: Props) {
  const { say, language } = useSay()
  const [state, setState] = useState<CallState>()
  const [call, setCall] = useState<Call>()
  // whoever goes away, or enters anew, leaves
  useEffect(() => () => call?.leave(), [call])
  const join = () => {
    call?.leave()
    setState(before)
    const next = startCall({
      newId,
      exchange: async (turn) => {
        const outcome = await callRoom(door, session.id, turn)
        if ('ok' in outcome) return outcome.ok
        throw new NoAnswer(outcome)
      },
      isFinal: (error) => error instanceof NoAnswer && 'refused' in error.outcome,
      onChange: setState,
    })
    setCall(next)
  }
  const refused =
    state?.refused instanceof NoAnswer && 'refused' in state.refused.outcome
      ? refusedWords(state.refused.outcome.refused, language)
      : undefined
  const isIn = state !== undefined && state.phase !== 'over' && !state.media
  return (
    <section class="sheet">
      <h2>{say(words.title)}</h2>
      <p class="hint">{say(words.lead)}</p>
      {state?.media && (
        <p class="notice" role="alert">
          {say(mediaWords[state.media])}
        </p>
      )}
      {refused && (
        <p class="notice" role="alert">
          {refused}
        </p>
      )}
      {isIn && state.isLost && (
        <p class="notice" role="status">
          {say(words.lostSelf)}
        </p>
      )}
      {isIn ? (
        <Inside state={state} call={call} />
      ) : (
        <>
          {state?.phase === 'over' && !refused && <p role="status">{say(words.over)}</p>}
          <button type="button" class="primary wide" onClick={join}>
            {say(state?.media ? words.retry : state ? words.again : words.join)}
          </button>
        </>
      )}
      <p class="hint">{session.place ? say(words.place, { place: session.place }) : say(words.noPlace)}</p>
      {!isIn && (
        <button type="button" onClick={onBack}>
          {say(words.back)}
        </button>
      )}
    </section>
  )
}

function Inside({ state, call }: { state: CallState; call: Call | undefined }) {
  const { say } = useSay()
  const [sound, setSound] = useState(true)
  const [picture, setPicture] = useState(true)
  const status =
    state.phase === 'asking' ? words.asking : state.phase === 'joining' ? words.joining : words.alone
  return (
    <>
      {state.others.length === 0 && <p role="status">{say(status)}</p>}
      <ul class="call-tiles">
        {state.others.map((other) => (
          <Tile key={other.peerId} stream={other.stream} isMine={false}>
            {other.name ?? say(words.no, { no: other.no ?? 0 })}
            {other.isMediator && ` · ${say(words.mediator)}`}
            {other.link !== 'connected' && ` · ${say(words[other.link])}`}
          </Tile>
        ))}
        {state.local && (
          <Tile stream={state.local} isMine>
            {say(words.me)}
          </Tile>
        )}
      </ul>
      <p class="call-acts">
        <button
          type="button"
          aria-pressed={!sound}
          onClick={() => {
            call?.turnTracks('audio', !sound)
            setSound(!sound)
          }}
        >
          {say(sound ? words.mute : words.unmute)}
        </button>
        <button
          type="button"
          aria-pressed={!picture}
          onClick={() => {
            call?.turnTracks('video', !picture)
            setPicture(!picture)
          }}
        >
          {say(picture ? words.hide : words.show)}
        </button>
        <button type="button" class="grave" onClick={() => call?.leave()}>
          {say(words.leave)}
        </button>
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
  children: ComponentChildren
}) {
  const show = (node: HTMLVideoElement | null) => {
    if (node && node.srcObject !== stream) node.srcObject = stream
  }
  return (
    <li class="call-tile" data-mine={isMine ? 'yes' : 'no'}>
      {/* biome-ignore lint/a11y/useMediaCaption: people who speak to each other have no captions */}
      <video ref={show} autoplay playsInline muted={isMine} />
      <p class="call-name">{children}</p>
    </li>
  )
}
