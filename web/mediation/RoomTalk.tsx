import { Button, Input } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { MediationView } from '#contract/mediation.ts'
import type { MessageView, RoomView } from '#contract/room.ts'
import { useMe } from '#web/console/queries.ts'
import { hrefOf } from '#web/lib/api.ts'
import { useDraft } from '#web/lib/drafts.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { OfflineError } from '#web/lib/failures.ts'
import { sendFile } from '#web/lib/send-file.ts'
import { useWords } from '#web/lib/words.ts'
import { FileGrid } from '#web/ui/FileGrid.tsx'
import { FileInput, type KeptFile } from '#web/ui/FileInput.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { uiWords } from '#web/ui/ui-words.ts'
import { When } from '#web/ui/When.tsx'
import { roomNames, sideWords } from './room-names.ts'
import { useSay } from './room-queries.ts'
import { roomWords as words } from './room-words.ts'

type Props = {
  m: MediationView
  room: RoomView
  pages: readonly RoomView[]
  hasMore: boolean
  isLost: boolean
  onMore: () => void
  onSent: (told: string) => void
}

/** What was written, the latest at the end, and the place to write. */
export function RoomTalk({ m, room, pages, hasMore, isLost, onMore, onSent }: Props) {
  const { say } = useWords()
  const messages = pages.toReversed().flatMap((page) => page.messages)
  const end = useRef<HTMLOListElement>(null)
  const last = messages.at(-1)?.id
  // whoever reads is brought to what is new
  useEffect(() => {
    if (last !== undefined) end.current?.scrollTo({ top: end.current.scrollHeight })
  }, [last])
  return (
    <section className="panel" aria-labelledby="talk-title">
      <header>
        <h2 id="talk-title">{say(words.talk)}</h2>
      </header>
      {isLost && <Notice tone="near">{say(uiWords.offlineRead)}</Notice>}
      {messages.length === 0 ? (
        <p className="quiet mediation-none">{say(words.none)}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and is reached by the keyboard
        <ol className="room-talk" ref={end} tabIndex={0} aria-label={say(words.talk)}>
          {hasMore && (
            <li className="room-more">
              <Button size="small" onClick={onMore}>
                {say(words.earlier)}
              </Button>
            </li>
          )}
          {messages.map((one) => (
            <Message key={one.id} m={m} room={room} one={one} />
          ))}
        </ol>
      )}
      {room.mayWrite && <Composer m={m} room={room} onSent={onSent} />}
    </section>
  )
}

function Message({ m, room, one }: { m: MediationView; room: RoomView; one: MessageView }) {
  const { say } = useWords()
  const name = roomNames(m, room, say)
  const party = room.parties.find(({ partyId }) => partyId === one.forId)
  const fileOf = (size: 'small' | 'full', fileId: string) =>
    hrefOf('readRoomFile', {
      params: { id: m.matterId, mediationId: m.id, sessionId: room.sessionId, fileId },
      query: { size },
    })
  return (
    <li className="room-message" data-side={party?.side ?? 'mediator'} data-mine={one.isMine ? 'yes' : 'no'}>
      <p className="room-by">
        <b>{name(one.byId)}</b>
        {one.forId !== null && one.forId !== one.byId && (
          <span>{say(words.forWhom, { name: name(one.forId) })}</span>
        )}
        <span className="quiet">{say(party ? sideWords[party.side] : words.mediator)}</span>
        <When at={one.at} />
      </p>
      <p className="prose">{one.text}</p>
      <FileGrid
        files={one.files.map((file) => ({
          ...{ id: file.id, name: file.name, isPicture: file.mime.startsWith('image/') },
          ...{ smallUrl: fileOf('small', file.id), fullUrl: fileOf('full', file.id) },
        }))}
      />
    </li>
  )
}

function Composer({ m, room, onSent }: Pick<Props, 'm' | 'room' | 'onSent'>) {
  const { language, say } = useWords()
  const me = useMe()
  const draft = useDraft<{ text: string; files: KeptFile[] }>(`${me?.accountId}.${room.sessionId}.say`, {
    text: '',
    files: [],
  })
  const at = { matterId: m.matterId, mediationId: m.id, sessionId: room.sessionId }
  const { mutateAsync, isPending } = useSay(at)
  const [failed, setFailed] = useState<unknown>()
  const { text, files } = draft.value
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '' || isPending) return
    setFailed(undefined)
    try {
      await mutateAsync({ text, files: files.map(({ id }) => id) })
      draft.set({ text: '', files: [] })
      draft.clear()
      onSent(text.slice(0, 40))
    } catch (error) {
      setFailed(error)
    }
  }
  return (
    <form className="room-write" onSubmit={(event) => void submit(event)}>
      <label htmlFor="room-text">{say(words.write)}</label>
      <Input.TextArea
        id="room-text"
        value={text}
        maxLength={4000}
        rows={3}
        onChange={(event) => draft.set({ text: event.target.value })}
      />
      <FileInput
        label={say(words.files)}
        value={files}
        onChange={(next) => draft.set({ files: next })}
        send={(id, file, onProgress) =>
          sendFile('uploadFile', { params: { id }, query: { name: file.name } }, file, onProgress)
        }
      />
      {failed !== undefined && (
        <Notice tone={failed instanceof OfflineError ? 'near' : 'act'} live>
          {failureWords(failed, language)}
        </Notice>
      )}
      <Button type="primary" htmlType="submit" loading={isPending} disabled={text.trim() === ''}>
        {say(words.send)}
      </Button>
    </form>
  )
}
