/** @jsxImportSource preact */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { MessageView, RoomView } from '#contract/room.ts'
import type { Outcome } from '../../api.ts'
import { useKeptText } from '../../kept-text.ts'
import { type Door, roomFile, sayInRoom } from '../../mediation-api.ts'
import { useSay } from '../../reader.ts'
import { refusedWords } from '../../refused.ts'
import { shelfOf } from '../../sending/shelf.ts'
import { commandIdFor } from '../../use-move.ts'
import { atWords } from '../../when.ts'
import { roomPageWords as words } from '../../words/room.ts'
import { trackWords } from '../../words/track.ts'
import { described, Field } from '../Field.tsx'
import { MoveProblem } from '../MoveProblem.tsx'
import { PhotoPicker } from '../PhotoPicker.tsx'
import { type LoadFile, ShownFiles } from '../TrackedFiles.tsx'
import { nameIn } from './name-in.ts'
import { Offers } from './Offers.tsx'
import { useRoom } from './use-room.ts'
import { Whom } from './Whom.tsx'
import '../../styles/room.css'

type Props = { door: Door; sessionId: string; onBack: () => void }

/** The written room of a party: offers first, then what was written, then the place to write. */
export function Room({ door, sessionId, onBack }: Props) {
  const { say, language } = useSay()
  const { room, messages, hasMore, more, problem, look } = useRoom(door, sessionId)
  const refused = problem && 'refused' in problem ? refusedWords(problem.refused, language) : undefined
  const back = (
    <button type="button" onClick={onBack}>
      {say(words.back)}
    </button>
  )
  if (!room)
    return (
      <section class="sheet">
        <h2>{say(words.title)}</h2>
        <p role="status">{problem ? (refused ?? say(words.lost)) : say(words.opening)}</p>
        {back}
      </section>
    )
  const name = nameIn(room, say)
  const people = [
    ...room.mediators.map(({ accountId }) => accountId),
    ...room.parties.map(({ partyId }) => partyId),
  ]
  return (
    <>
      <section class="sheet room-head">
        <h2>{say(words.title)}</h2>
        <p class={room.kind === 'caucus' ? 'notice good' : undefined}>
          {say(room.kind === 'caucus' ? words.caucus : words.joint)}
        </p>
        <p class="hint">{say(words.people, { names: people.map(name).join('、') })}</p>
        {problem && (
          <p class="notice" role="status">
            {refused ?? say(words.lost)}
          </p>
        )}
        {!room.isOpen && <p class="notice">{say(words.closed)}</p>}
        {back}
      </section>
      {room.kind === 'joint' && <Offers door={door} room={room} onDone={() => void look()} />}
      <section class="sheet">
        <h2>{say(words.talk)}</h2>
        {messages.length === 0 && <p>{say(words.none)}</p>}
        {hasMore && (
          <button type="button" class="wide" onClick={() => void more()}>
            {say(words.earlier)}
          </button>
        )}
        <Talk door={door} room={room} messages={messages} />
        {room.mayWrite && <Write door={door} room={room} onDone={() => void look()} />}
      </section>
    </>
  )
}

function Talk({ door, room, messages }: { door: Door; room: RoomView; messages: readonly MessageView[] }) {
  const { say, language } = useSay()
  const name = nameIn(room, say)
  const { sessionId } = room
  const load = useCallback<LoadFile>(
    (fileId, size) => roomFile(door, sessionId, fileId, size),
    [door, sessionId],
  )
  const isMediator = (id: string) => room.mediators.some(({ accountId }) => accountId === id)
  return (
    <ol class="room-talk" aria-live="polite">
      {messages.map((one) => (
        <li key={one.id} class={one.isMine ? 'mine' : isMediator(one.byId) ? 'mediator' : 'other'}>
          <p class="by">
            <strong>{one.isMine ? say(words.me) : name(one.byId)}</strong>
            {one.forId !== null && one.forId !== one.byId && (
              <span>{say(words.forWhom, { name: name(one.forId) })}</span>
            )}
            <time dateTime={one.at}>{atWords(Date.parse(one.at), Date.now(), language)}</time>
          </p>
          <p class="words">{one.text}</p>
          <ShownFiles files={one.files} load={load} />
        </li>
      ))}
    </ol>
  )
}

function Write({ door, room, onDone }: { door: Door; room: RoomView; onDone: () => void }) {
  const { say } = useSay()
  const key = `room.${room.sessionId}`
  const [text, write, sent] = useKeptText(key)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<Outcome<unknown>>()
  const [error, setError] = useState<string>()
  const mine = room.parties.filter(({ isMine }) => isMine)
  const [partyId, setPartyId] = useState(mine[0]?.partyId ?? '')
  const shelf = shelfOf(key, door.district)
  const field = useRef<HTMLTextAreaElement>(null)
  // one's own words come into sight
  useEffect(() => {
    if (text === '') field.current?.scrollIntoView({ block: 'nearest' })
  }, [text])
  const submit = async (event: Event) => {
    event.preventDefault()
    setProblem(undefined)
    setError(undefined)
    if (isSending) return
    if (text.trim() === '') {
      setError(say(words.missing))
      return field.current?.focus()
    }
    const photos = await shelf.settle()
    if (!('ready' in photos))
      return setError(say('stuck' in photos ? trackWords.photoStuck : trackWords.photosWait))
    setSending(true)
    const body = { partyId, text: text.trim(), files: photos.ready }
    const outcome = await sayInRoom(door, room.sessionId, { commandId: commandIdFor(key, body), ...body })
    setSending(false)
    if (!('ok' in outcome)) return setProblem(outcome)
    // the same words may be said once more, as another message
    commandIdFor(key, null)
    sent()
    shelf.clear()
    onDone()
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {mine.length > 1 && (
        <Whom label={say(words.as)} id="room-as" parties={mine} value={partyId} onChange={setPartyId} />
      )}
      <Field id="room-text" label={say(words.write)} error={error}>
        <textarea
          {...described('room-text', error)}
          ref={field}
          rows={3}
          maxLength={4000}
          value={text}
          onInput={(event) => {
            setError(undefined)
            write(event.currentTarget.value)
          }}
        />
      </Field>
      <PhotoPicker shelf={shelf} />
      <MoveProblem problem={problem} />
      <button type="submit" class="primary wide" aria-disabled={isSending}>
        {say(isSending ? words.sending : words.send)}
      </button>
    </form>
  )
}
