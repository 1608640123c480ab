/** @jsxImportSource preact */
import { callWords } from '#web/lib/call-words.ts'
import type { Door, LinkView } from '../../mediation-api.ts'
import { useSay } from '../../reader.ts'
import { dayWords } from '../../when.ts'
import { mediationPageWords as words } from '../../words/mediation.ts'
import { roomPageWords } from '../../words/room.ts'
import { MoveProblem } from '../MoveProblem.tsx'
import { AgreementText, noonOf } from './AgreementText.tsx'
import { Changes } from './Changes.tsx'
import { SessionTime } from './Invitation.tsx'
import { OtherWays, toldRoutes } from './OtherWays.tsx'
import { usePartyStep } from './use-step.ts'

type Props = {
  view: LinkView
  door: Door
  isAsked: boolean
  onDone: () => void
  /** Opens the written room of a session. */
  onRoom: (sessionId: string) => void
}

/** How the mediation stands, what was agreed, when one meets, and the way out. */
export function MediationStanding({ view, door, isAsked, onDone, onRoom }: Props) {
  const { say, language } = useSay()
  const isOut = view.standing.length > 0 && view.standing.every(({ standing }) => standing === 'out')
  const isOver = view.state === 'ended' || view.state === 'filed'
  const names = view.mediators.map(({ name }) => name).join('、')
  const shown = view.agreements.filter(
    ({ id }) => !isAsked || view.agreements.length > 1 || isSigned(view, id),
  )
  return (
    <>
      <section class={`sheet standing${isOut || isOver ? ' over' : ''}`}>
        <h2>{say(isOut ? words.out : words[view.state])}</h2>
        {!isAsked && !isOut && !isOver && <p>{say(words.nothing)}</p>}
        {names && <p>{say(words.mediators, { names })}</p>}
        {view.dueOn && !isOut && <p>{say(words.due, { day: dayWords(noonOf(view.dueOn), language) })}</p>}
        {(isOut || view.state === 'ended') && (
          <>
            <h3>{say(words.routes)}</h3>
            <OtherWays />
          </>
        )}
        <button type="button" onClick={onDone}>
          {say(words.again)}
        </button>
      </section>
      {!isOut &&
        view.sessions
          .filter(({ way, state }) => (way === 'written' || way === 'video') && state === 'planned')
          .map((one) => (
            <section key={one.id} class="sheet yours">
              <h2>
                {say(one.way === 'video' ? callWords.title : roomPageWords.title)} ·{' '}
                {say(words.sessionNo, { no: one.no })}
              </h2>
              <p>{say(one.way === 'video' ? callWords.lead : roomPageWords.enterLead)}</p>
              <button type="button" class="primary wide" onClick={() => onRoom(one.id)}>
                {say(one.way === 'video' ? callWords.open : roomPageWords.enter)}
              </button>
            </section>
          ))}
      {shown
        .filter(({ id, effectiveOn }) => effectiveOn !== null || isSigned(view, id))
        .map((agreement) => (
          <section key={agreement.id} class="sheet">
            <h2>{say(words.agreement)}</h2>
            {agreement.effectiveOn === null ? (
              <p class="notice good">{say(words.signed)}</p>
            ) : (
              <p class="notice good">
                {say(words.effective, { day: dayWords(noonOf(agreement.effectiveOn), language) })}
                {agreement.confirmUntil && (
                  <>
                    <br />
                    {say(words.confirm, { day: dayWords(noonOf(agreement.confirmUntil), language) })}
                  </>
                )}
              </p>
            )}
            <AgreementText agreement={agreement} />
            <Changes door={door} agreement={agreement} />
          </section>
        ))}
      {view.sessions.length > 0 && (
        <section class="sheet">
          <h2>{say(words.sessions)}</h2>
          <ul class="ways">
            {view.sessions.map((one) => (
              <li key={one.id}>
                {say(words.sessionNo, { no: one.no })} · <SessionTime session={one} /> · {say(words[one.way])}
                {one.place && ` · ${one.place}`}
                {one.state !== 'planned' && ` · ${say(words[one.state])}`}
                {one.state === 'planned' &&
                  one.comes !== null &&
                  ` · ${say(one.comes ? words.saidComes : words.saidNot)}`}
                {one.way === 'written' && one.state !== 'planned' && !isOut && (
                  <button type="button" class="quiet" onClick={() => onRoom(one.id)}>
                    {say(roomPageWords.enter)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {!isOut && view.may.includes('leave') && <Leave view={view} door={door} onDone={onDone} />}
    </>
  )
}

const isSigned = ({ agreements }: LinkView, id: string) =>
  agreements.some((one) => one.id === id && one.signed.length > 0)

/** The way out, at any time and without a reason. */
function Leave({ view, door, onDone }: Omit<Props, 'isAsked' | 'onRoom'>) {
  const { say } = useSay()
  const { send, isSending, problem } = usePartyStep(door, onDone)
  const party = view.standing.find(({ standing }) => standing !== 'out')
  if (!party) return null
  const leave = () =>
    void send('leave', {
      ...{ partyId: party.partyId, byId: view.me.partyId, way: 'link' },
      routes: toldRoutes,
    })
  return (
    <details class="sheet fold">
      <summary>{say(words.leave)}</summary>
      <p>{say(words.leaveLead)}</p>
      <OtherWays />
      <MoveProblem problem={problem} />
      <button type="button" class="grave wide" aria-disabled={isSending} onClick={leave}>
        {say(isSending ? words.saving : words.leaveSure)}
      </button>
    </details>
  )
}
