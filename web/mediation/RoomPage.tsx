import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { MediationView } from '#contract/mediation.ts'
import type { RoomView } from '#contract/room.ts'
import { sessionKindLabels } from '#contract/words/mediation-labels.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { useMediation } from './queries.ts'
import { RoomOffers } from './RoomOffers.tsx'
import { RoomTalk } from './RoomTalk.tsx'
import { roomNames, sideWords } from './room-names.ts'
import { useRoom } from './room-queries.ts'
import { roomWords as words } from './room-words.ts'
import '#web/matter/matter.css'
import '#web/matter/side.css'
import './mediation.css'
import './room.css'

/** The written room named by the address. */
export function RoomRoute() {
  const { id, mediationId, sessionId } = useParams({
    from: '/staff/matters/$id/mediations/$mediationId/rooms/$sessionId',
  })
  const mediation = useMediation(id, mediationId)
  const room = useRoom({ matterId: id, mediationId, sessionId })
  const latest = room.data?.pages[0]
  const error = mediation.error ?? (latest ? null : room.error)
  const retry = () => void Promise.all([mediation.refetch(), room.refetch()])
  if (error) return <ErrorState error={error} onRetry={retry} />
  if (!mediation.data || !latest) return <Skeleton rows={10} />
  return (
    <RoomPage
      key={sessionId}
      m={mediation.data}
      room={latest}
      pages={room.data?.pages ?? []}
      hasMore={room.hasNextPage}
      isLost={room.error !== null && !(room.error instanceof RefusalError)}
      onMore={() => void room.fetchNextPage()}
    />
  )
}

function RoomPage(props: {
  m: MediationView
  room: RoomView
  pages: readonly RoomView[]
  hasMore: boolean
  isLost: boolean
  onMore: () => void
}) {
  const { m, room, pages } = props
  const { say } = useWords()
  const [told, setTold] = useState('')
  const title = `${say(words.title)} · ${say(words.sessionNo, { no: room.no })}`
  useEffect(() => {
    document.title = `${title} · ${m.matterTitle}`
  }, [title, m.matterTitle])
  return (
    <article className="matter mediation room" aria-labelledby="room-head">
      <header className="matter-head">
        <p className="matter-line">
          <Link
            className="link"
            to="/matters/$id/mediations/$mediationId"
            params={{ id: m.matterId, mediationId: m.id }}
          >
            {say(words.back, { number: m.number })}
          </Link>
        </p>
        <h1 id="room-head">{title}</h1>
        <p className="matter-line mediation-facts">
          <span>{m.matterTitle}</span>
          <FlagTag tone={room.kind === 'caucus' ? 'near' : 'info'}>
            {say(sessionKindLabels[room.kind])}
          </FlagTag>
        </p>
        <p className="quiet">{say(room.kind === 'caucus' ? words.caucusLead : words.jointLead)}</p>
      </header>
      <span aria-live="polite" className="hidden-text">
        {told}
      </span>
      {!room.isOpen && <Notice>{say(words.closed)}</Notice>}
      {room.isOpen && !room.mayWrite && <Notice>{say(words.readOnly)}</Notice>}
      <div className="matter-columns">
        <div className="matter-main">
          <RoomTalk {...props} pages={pages} onSent={setTold} />
        </div>
        <div className="matter-side">
          {room.kind === 'joint' && <RoomOffers m={m} room={room} />}
          <People m={m} room={room} />
        </div>
      </div>
    </article>
  )
}

function People({ m, room }: { m: MediationView; room: RoomView }) {
  const { say } = useWords()
  const names = roomNames(m, room, say)
  return (
    <section className="panel" aria-labelledby="people-title">
      <header>
        <h2 id="people-title">{say(words.people)}</h2>
      </header>
      <ul className="room-people">
        {room.mediators.map(({ accountId, name }) => (
          <li key={accountId}>
            <span>{name}</span> <span className="quiet">{say(words.mediator)}</span>
          </li>
        ))}
        {room.parties.map(({ partyId, side }) => (
          <li key={partyId}>
            <span>{names(partyId)}</span> <span className="quiet">{say(sideWords[side])}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
