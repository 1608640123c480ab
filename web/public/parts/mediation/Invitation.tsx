/** @jsxImportSource preact */
import type { Door, LinkView, Standing } from '../../mediation-api.ts'
import { useSay } from '../../reader.ts'
import { atWords, clockOf, dayWords } from '../../when.ts'
import { mediationPageWords as words } from '../../words/mediation.ts'
import { MoveProblem } from '../MoveProblem.tsx'
import { usePartyStep } from './use-step.ts'

type Session = LinkView['sessions'][number]

/** When a session is: a day to come by its date, what has been as people say it. */
export function SessionTime({ session }: { session: Session }) {
  const { language } = useSay()
  const at = Date.parse(session.startsAt)
  const isToCome = at > Date.now()
  return (
    <time class="tabular" dateTime={session.startsAt}>
      {isToCome ? `${dayWords(at, language)} ${clockOf(at)}` : atWords(at, Date.now(), language)}
    </time>
  )
}

/** When and where, and whether the party comes. */
export function Invitation({
  party,
  door,
  onDone,
  session,
}: {
  party: Standing
  door: Door
  onDone: () => void
  session: Session
}) {
  const { say } = useSay()
  const { send, isSending, problem } = usePartyStep(door, onDone)
  const reply = (comes: boolean) =>
    void send('reply', { sessionId: session.id, partyId: party.partyId, comes })
  return (
    <>
      <h2>{say(words.reply)}</h2>
      <p class="invitation">
        <strong>
          <SessionTime session={session} />
        </strong>
        <span>
          {say(words[session.way])} · {say(words.minutes, { n: session.minutes })}
        </span>
        {session.place && <span>{session.place}</span>}
      </p>
      <MoveProblem problem={problem} />
      <div class="two">
        <button type="button" class="primary" aria-disabled={isSending} onClick={() => reply(true)}>
          {say(isSending ? words.saving : words.comes)}
        </button>
        <button type="button" aria-disabled={isSending} onClick={() => reply(false)}>
          {say(words.comesNot)}
        </button>
      </div>
    </>
  )
}
