/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Outcome } from '../api.ts'
import { type Door, type LinkView, openLink } from '../mediation-api.ts'
import { nextAsked } from '../mediation-next.ts'
import { AskedSheet } from '../parts/mediation/AskedSheet.tsx'
import { CheckCode } from '../parts/mediation/CheckCode.tsx'
import { MediationStanding } from '../parts/mediation/MediationStanding.tsx'
import { Room } from '../parts/mediation/Room.tsx'
import { VideoRoom } from '../parts/mediation/VideoRoom.tsx'
import { useSay } from '../reader.ts'
import '../styles/mediation.css'
import { refusedWords, unreachedWords } from '../refused.ts'
import { mediationPageWords as words } from '../words/mediation.ts'
import { startWords } from '../words/start.ts'

/** A party in its mediation: the check code, then one thing at a time, then how it stands. */
export function Mediation({ district, code: token }: { district: number; code: string }) {
  const { say, language } = useSay()
  const [door, setDoor] = useState<Door>()
  const [view, setView] = useState<LinkView>()
  const [roomId, setRoomId] = useState<string>()
  const [problem, setProblem] = useState<Outcome<unknown>>()
  const look = async (by: Door): Promise<Outcome<LinkView>> => {
    const outcome = await openLink(by)
    if ('ok' in outcome) {
      setDoor(by)
      setView(outcome.ok)
      setProblem(undefined)
    } else setProblem(outcome)
    return outcome
  }
  if (!door || !view) return <CheckCode onCode={(code) => look({ district, token, code })} />
  const asked = nextAsked(view, Date.now())
  const again = () => void look(door)
  const session = view.sessions.find(({ id }) => id === roomId)
  const back = () => {
    setRoomId(undefined)
    again()
  }
  return (
    <>
      <section class="place">
        <h1>{view.matterTitle}</h1>
        <p class="hint">
          {view.committeeName} · <span class="tabular">{view.number}</span>
        </p>
        <p>{say(words.you, { name: view.me.name })}</p>
      </section>
      {problem && (
        <p class="notice" role="alert">
          {'refused' in problem ? refusedWords(problem.refused, language) : say(unreachedWords(problem))}{' '}
          <button type="button" class="quiet" onClick={again}>
            {say(startWords.retry)}
          </button>
        </p>
      )}
      {session?.way === 'video' && <VideoRoom key={roomId} door={door} session={session} onBack={back} />}
      {session?.way === 'written' && <Room key={roomId} door={door} sessionId={session.id} onBack={back} />}
      {session === undefined && view.me.needsGuardian && <p class="notice">{say(words.guardian)}</p>}
      {session === undefined && asked && !view.me.needsGuardian && (
        <AskedSheet
          key={`${asked.what}.${asked.party.partyId}.${'topic' in asked ? asked.topic : ''}${'session' in asked ? asked.session.id : ''}${'agreement' in asked ? `${asked.agreement.id}.${asked.agreement.version}` : ''}`}
          asked={asked}
          view={view}
          door={door}
          onDone={again}
        />
      )}
      {session === undefined && (
        <MediationStanding
          view={view}
          door={door}
          isAsked={asked !== undefined}
          onDone={again}
          onRoom={setRoomId}
        />
      )}
    </>
  )
}
