import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { MediationView, ParticipantView, SessionView } from '#contract/mediation.ts'
import { methodLabels, sessionKindLabels, sessionWayLabels } from '#contract/words/mediation-labels.ts'
import { callWords } from '#web/lib/call-words.ts'
import { dueTime } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import type { Opened } from './Dialogs.tsx'
import { inRow, nameOf } from './names.ts'
import { roomWords } from './room-words.ts'
import { sessionWords as words } from './session-words.ts'
import { mediationWords } from './words.ts'

type Props = { m: MediationView; onOpen: (open: Opened) => void }

/** Round by round: when, where, with whom, what was said and who signed it. */
export function SessionsPanel({ m, onOpen }: Props) {
  const { say } = useWords()
  return (
    <section className="panel" aria-labelledby="sessions-title">
      <header>
        <h2 id="sessions-title">{say(mediationWords.sessions, { n: m.sessions.length })}</h2>
        {m.may.includes('schedule') && (
          <Button size="small" onClick={() => onOpen({ step: 'schedule' })}>
            {say(words.schedule)}
          </Button>
        )}
      </header>
      {m.sessions.length === 0 && (
        <p className="quiet mediation-none">{say(m.state === 'asking' ? words.noneBefore : words.none)}</p>
      )}
      <ol className="sessions">
        {m.sessions.map((session) => (
          <Session key={session.id} m={m} session={session} onOpen={onOpen} />
        ))}
      </ol>
    </section>
  )
}

const tones = { planned: 'info', held: 'good', cancelled: 'still' } as const

function Session({ m, session, onOpen }: Props & { session: SessionView }) {
  const { language, say } = useWords()
  const now = useNow()
  const isPlanned = session.state === 'planned'
  const at = session.heldAt ?? session.startsAt
  const where = session.room?.name ?? session.place
  return (
    <li className="session" data-secret={session.isSecret ? 'yes' : 'no'}>
      <p className="session-head">
        <b>{say(words.no, { no: session.no })}</b>
        {at && <time dateTime={at}>{dueTime(Date.parse(at), now, language)}</time>}
        {isPlanned && <span className="quiet">{say(words.minutes, { n: session.minutes })}</span>}
        <span>{say(sessionKindLabels[session.kind])}</span>
        {session.way && <span>{say(sessionWayLabels[session.way])}</span>}
        {where && <span>{where}</span>}
        <FlagTag tone={tones[session.state]}>{say(words[session.state])}</FlagTag>
        {session.isSecret && <FlagTag tone="near">{say(words.secret)}</FlagTag>}
      </p>
      {session.way === 'written' && !session.isSecret && m.mayRead && (
        <p className="session-acts">
          <Link
            className="link"
            to="/matters/$id/mediations/$mediationId/rooms/$sessionId"
            params={{ id: m.matterId, mediationId: m.id, sessionId: session.id }}
          >
            {say(roomWords.open)}
          </Link>
        </p>
      )}
      {session.way === 'video' && isPlanned && !session.isSecret && m.mayRead && (
        <p className="session-acts">
          {/* a page of its own: only there the browser lets the camera be used */}
          <a className="link" href={`/console/matters/${m.matterId}/mediations/${m.id}/calls/${session.id}`}>
            {say(callWords.open)}
          </a>
        </p>
      )}
      {isPlanned ? (
        <Invited m={m} session={session} onOpen={onOpen} />
      ) : (
        <Held m={m} session={session} onOpen={onOpen} />
      )}
      {isPlanned && (
        <p className="session-acts">
          {m.may.includes('hold') && (
            <Button size="small" onClick={() => onOpen({ step: 'hold', session })}>
              {say(words.hold)}
            </Button>
          )}
          {m.may.includes('cancel') && (
            <Button size="small" danger onClick={() => onOpen({ step: 'cancel', session })}>
              {say(words.cancel)}
            </Button>
          )}
        </p>
      )}
    </li>
  )
}

/** Who is invited, and who has answered what. */
function Invited({ m, session, onOpen }: Props & { session: SessionView }) {
  const { language, say } = useWords()
  const name = nameOf(m, say)
  const replyOf = (id: string) => session.replies.findLast(({ partyId }) => partyId === id)?.comes
  const groups = [
    [words.comes, session.partyIds.filter((id) => replyOf(id) === true)],
    [words.comesNot, session.partyIds.filter((id) => replyOf(id) === false)],
    [words.unanswered, session.partyIds.filter((id) => replyOf(id) === undefined)],
  ] as const
  const open = m.may.includes('reply') ? session.partyIds.filter((id) => replyOf(id) === undefined) : []
  return (
    <>
      {groups.map(([label, ids]) =>
        ids.length === 0 ? null : (
          <p key={label.en}>
            <span className="quiet">{say(label)}</span> {inRow(ids.map(name), language)}
          </p>
        ),
      )}
      {open.length > 0 && open.length <= 6 && (
        <ForEach
          ids={open}
          m={m}
          label={(id) => say(words.replyFor, { name: name(id) })}
          onPress={(party) => onOpen({ step: 'reply', session, party })}
        />
      )}
    </>
  )
}

/** What was held: who was there, by which methods, the record, who signed it. */
function Held({ m, session, onOpen }: Props & { session: SessionView }) {
  const { language, say } = useWords()
  const name = nameOf(m, say)
  if (session.state === 'cancelled') return null
  const unsigned = session.present.filter((id) => !session.signed.some(({ partyId }) => partyId === id))
  const mayHide = session.record === null
  return (
    <>
      {session.present.length > 0 && (
        <p>
          <span className="quiet">{say(words.present)}</span> {inRow(session.present.map(name), language)}
        </p>
      )}
      {([words.invited, words.interpreter] as const).map((label, i) => {
        const who = [session.invited, session.interpreter][i]
        return who ? (
          <p key={label.en}>
            <span className="quiet">{say(label)}</span> {who}
          </p>
        ) : null
      })}
      {session.methods.length > 0 && (
        <p>
          <span className="quiet">{say(words.methods)}</span>{' '}
          {inRow(
            session.methods.map((one) => say(methodLabels[one])),
            language,
          )}
        </p>
      )}
      {mayHide ? (
        <p className="quiet">{say(session.isSecret ? words.secretHidden : words.recordHidden)}</p>
      ) : (
        <details>
          <summary>
            {say(words.record)}
            {session.subject && ` · ${session.subject}`}
          </summary>
          <p className="prose">{session.record}</p>
        </details>
      )}
      {session.signed.length > 0 && (
        <p>
          <FlagTag tone="good">{say(words.signed)}</FlagTag>{' '}
          {inRow(
            session.signed.map(({ partyId }) => name(partyId)),
            language,
          )}
        </p>
      )}
      {!mayHide && m.may.includes('signRecord') && unsigned.length > 0 && (
        <ForEach
          ids={unsigned.slice(0, 6)}
          m={m}
          label={(id) => say(words.signFor, { name: name(id) })}
          onPress={(party) => onOpen({ step: 'signRecord', session, party })}
        />
      )}
    </>
  )
}

type EachProps = {
  m: MediationView
  ids: readonly string[]
  label: (id: string) => string
  onPress: (party: ParticipantView) => void
}

/** One thing to press for each of some parties. */
function ForEach({ m, ids, label, onPress }: EachProps) {
  return (
    <p className="session-acts">
      {ids.map((id) => {
        const party = m.participants.find(({ partyId }) => partyId === id)
        return (
          party && (
            <button key={id} type="button" className="link" onClick={() => onPress(party)}>
              {label(id)}
            </button>
          )
        )
      })}
    </p>
  )
}
