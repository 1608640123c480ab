/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { OfferView, RoomView } from '#contract/room.ts'
import { offerStateLabels } from '#contract/words/mediation-labels.ts'
import { yuanOf } from '#web/mediation/money.ts'
import type { Door } from '../../mediation-api.ts'
import { useSay } from '../../reader.ts'
import { clockOf, dayWords } from '../../when.ts'
import { roomPageWords as words } from '../../words/room.ts'
import { MoveProblem } from '../MoveProblem.tsx'
import { nameIn } from './name-in.ts'
import { OfferForm } from './OfferForm.tsx'
import { usePartyStep } from './use-step.ts'

type Props = { door: Door; room: RoomView; onDone: () => void }

/** What was proposed, the latest first, and what the party may answer. */
export function Offers({ door, room, onDone }: Props) {
  const { say } = useSay()
  const [form, setForm] = useState<{ answers?: OfferView }>()
  const close = () => setForm(undefined)
  return (
    <section class="sheet">
      <h2>{say(words.offers)}</h2>
      <p class="hint">{say(words.binds)}</p>
      {room.offers.length === 0 && <p>{say(words.offersNone)}</p>}
      <ol class="room-offers">
        {room.offers.toReversed().map((offer) => (
          <Offer
            key={offer.id}
            door={door}
            room={room}
            offer={offer}
            onDone={onDone}
            onCounter={() => setForm({ answers: offer })}
          />
        ))}
      </ol>
      {form ? (
        <OfferForm
          key={form.answers?.id ?? ''}
          door={door}
          room={room}
          answers={form.answers}
          onClose={close}
          onDone={() => {
            close()
            onDone()
          }}
        />
      ) : (
        room.mayOffer && (
          <button type="button" class="wide" onClick={() => setForm({})}>
            {say(words.make)}
          </button>
        )
      )}
    </section>
  )
}

function Offer({
  door,
  room,
  offer,
  onDone,
  onCounter,
}: Props & { offer: OfferView; onCounter: () => void }) {
  const { say, language } = useSay()
  const { send, isSending, problem } = usePartyStep(door, onDone)
  const [isSure, setSure] = useState(false)
  const name = nameIn(room, say)
  const until = Date.parse(offer.expiresAt)
  // its hour passes on the page, too
  const state = offer.state === 'open' && until <= Date.now() ? 'expired' : offer.state
  const may = state === 'open' ? offer.may : []
  const answer = (is: boolean) =>
    void send('answerOffer', { partyId: offer.toId, offerId: offer.id, answer: is, way: 'link' })
  return (
    <li class={`room-offer ${state}`}>
      <p>
        <strong>{say(words.fromTo, { no: offer.no, from: name(offer.fromId), to: name(offer.toId) })}</strong>{' '}
        <span class={`chip ${state}`}>{say(offerStateLabels[state])}</span>
      </p>
      {offer.counters !== null && <p class="hint">{say(words.counters, { no: offer.counters })}</p>}
      {offer.fen !== null && (
        <p class="sum">{say(words.pays, { payer: name(offer.payerId ?? ''), yuan: yuanOf(offer.fen) })}</p>
      )}
      {offer.terms && <p class="words">{offer.terms}</p>}
      {state === 'open' && (
        <p class="hint">{say(words.until, { time: `${dayWords(until, language)} ${clockOf(until)}` })}</p>
      )}
      <MoveProblem problem={problem} />
      {may.includes('accept') &&
        (isSure ? (
          <>
            <p class="notice">{say(words.binds)}</p>
            <div class="two">
              <button type="button" class="primary" aria-disabled={isSending} onClick={() => answer(true)}>
                {say(isSending ? words.sending : words.sure)}
              </button>
              <button type="button" onClick={() => setSure(false)}>
                {say(words.think)}
              </button>
            </div>
          </>
        ) : (
          <>
            <div class="two">
              <button type="button" class="primary" onClick={() => setSure(true)}>
                {say(words.accept)}
              </button>
              <button type="button" aria-disabled={isSending} onClick={() => answer(false)}>
                {say(words.decline)}
              </button>
            </div>
            <button type="button" class="wide" onClick={onCounter}>
              {say(words.counter)}
            </button>
          </>
        ))}
      {may.includes('withdraw') && (
        <button
          type="button"
          class="wide"
          aria-disabled={isSending}
          onClick={() =>
            void send('withdrawOffer', { partyId: offer.fromId, offerId: offer.id, way: 'link' })
          }
        >
          {say(words.withdraw)}
        </button>
      )}
    </li>
  )
}
