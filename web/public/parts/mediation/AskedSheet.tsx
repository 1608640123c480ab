/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { rightsNotice } from '#contract/words/mediation-labels.ts'
import type { Topic } from '#domain/mediation/mediation.ts'
import type { Door, LinkView } from '../../mediation-api.ts'
import type { Asked } from '../../mediation-next.ts'
import { useSay } from '../../reader.ts'
import { mediationPageWords as words } from '../../words/mediation.ts'
import { MoveProblem } from '../MoveProblem.tsx'
import { Invitation } from './Invitation.tsx'
import { OtherWays } from './OtherWays.tsx'
import { SignSheet } from './SignSheet.tsx'
import { usePartyStep } from './use-step.ts'

type Props = { asked: Asked; view: LinkView; door: Door; onDone: () => void }

/** The one thing that is asked now. */
export function AskedSheet({ asked, view, door, onDone }: Props) {
  const { say } = useSay()
  const { party } = asked
  const forWhom =
    party.partyId === view.me.partyId ? null : <p class="hint">{say(words.forWhom, { name: party.name })}</p>
  const one = { party, view, door, onDone }
  return (
    <section class="sheet yours asked" aria-live="polite">
      {forWhom}
      {asked.what === 'notice' && <Rights {...one} />}
      {asked.what === 'consent' && <Question {...one} topic={asked.topic} />}
      {asked.what === 'sign' && <SignSheet {...one} agreement={asked.agreement} />}
      {asked.what === 'reply' && <Invitation {...one} session={asked.session} />}
    </section>
  )
}

type One = Pick<Props, 'view' | 'door' | 'onDone'> & { party: Asked['party'] }

function Rights({ party, view, door, onDone }: One) {
  const { say } = useSay()
  const { send, isSending, problem } = usePartyStep(door, onDone)
  return (
    <>
      <h2>{say(words.noticeTitle)}</h2>
      <ol class="rights">
        {rightsNotice.map((one) => (
          <li key={one.en}>{say(one)}</li>
        ))}
      </ol>
      <MoveProblem problem={problem} />
      <button
        type="button"
        class="primary wide"
        aria-disabled={isSending}
        onClick={() => void send('tell', { partyId: party.partyId, byId: view.me.partyId, way: 'link' })}
      >
        {say(isSending ? words.saving : words.noticeRead)}
      </button>
    </>
  )
}

const questions = {
  mediate: [words.mediate, words.mediateLead],
  mediator: [words.mediator, words.mediatorLead],
  extension: [words.extension, words.extensionLead],
} as const

/** Yes and no stand beside each other as equals; a no to the whole is asked once more, with the other ways in sight. */
function Question({ party, view, door, onDone, topic }: One & { topic: Topic }) {
  const { say } = useSay()
  const { send, isSending, problem } = usePartyStep(door, onDone)
  const [isRefusing, setRefusing] = useState(false)
  const [question, lead] = questions[topic as 'mediate'] ?? [words.other, words.mediateLead]
  const names = view.mediators.map(({ name }) => name).join('、')
  const answer = (is: boolean) =>
    void send('consent', { partyId: party.partyId, byId: view.me.partyId, way: 'link', topic, answer: is })
  if (isRefusing)
    return (
      <>
        <h2>{say(words.sureTitle)}</h2>
        <p>{say(words.sureLead)}</p>
        <OtherWays />
        <MoveProblem problem={problem} />
        <div class="two">
          <button type="button" aria-disabled={isSending} onClick={() => answer(false)}>
            {say(isSending ? words.saving : words.sure)}
          </button>
          <button type="button" onClick={() => setRefusing(false)}>
            {say(words.back)}
          </button>
        </div>
      </>
    )
  return (
    <>
      <h2>{say(question)}</h2>
      <p>{say(lead, { names })}</p>
      <MoveProblem problem={problem} />
      <div class="two">
        <button type="button" class="primary" aria-disabled={isSending} onClick={() => answer(true)}>
          {say(isSending ? words.saving : words.agree)}
        </button>
        <button
          type="button"
          aria-disabled={isSending}
          onClick={() => (topic === 'mediate' ? setRefusing(true) : answer(false))}
        >
          {say(words.refuse)}
        </button>
      </div>
    </>
  )
}
