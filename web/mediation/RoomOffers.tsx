import { Button } from 'antd'
import { useState } from 'react'
import type { MediationView, ParticipantView } from '#contract/mediation.ts'
import type { OfferView, RoomView } from '#contract/room.ts'
import { offerStateLabels } from '#contract/words/mediation-labels.ts'
import { newId } from '#web/lib/ids.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { When } from '#web/ui/When.tsx'
import { ActForm } from './ActForm.tsx'
import { DraftForm } from './DraftForm.tsx'
import { yuanOf } from './money.ts'
import { answerSpec, offerSpec, withdrawSpec } from './offer-specs.ts'
import { roomNames } from './room-names.ts'
import { roomWords as words } from './room-words.ts'

type Form =
  | { what: 'offer'; party: ParticipantView; answers?: OfferView }
  | { what: 'answer' | 'withdraw'; party: ParticipantView; offer: OfferView }
  | { what: 'take'; offer: OfferView }

type Props = { m: MediationView; room: RoomView }

/** What was proposed and what became of it; a mediator enters what a party says by word, and takes over what was accepted. */
export function RoomOffers({ m, room }: Props) {
  const { say } = useWords()
  const [form, setForm] = useState<Form>()
  const partyOf = (id: string) => m.participants.find(({ partyId }) => partyId === id)
  return (
    <section className="panel" aria-labelledby="offers-title">
      <header>
        <h2 id="offers-title">{say(words.offers, { n: room.offers.length })}</h2>
      </header>
      <p className="quiet room-binds">{say(words.binds)}</p>
      {room.offers.length === 0 && <p className="quiet mediation-none">{say(words.offersNone)}</p>}
      <ol className="room-offers">
        {room.offers.toReversed().map((offer) => (
          <Offer key={offer.id} m={m} room={room} offer={offer} partyOf={partyOf} onForm={setForm} />
        ))}
      </ol>
      {room.mayOffer && m.may.includes('offer') && (
        <details className="room-enter">
          <summary>{say(words.enter)}</summary>
          <p className="session-acts">
            {room.parties.map(({ partyId }) => {
              const party = partyOf(partyId)
              return (
                party?.standing === 'in' && (
                  <Button key={partyId} size="small" onClick={() => setForm({ what: 'offer', party })}>
                    {say(words.enterFor, { name: roomNames(m, room, say)(partyId) })}
                  </Button>
                )
              )
            })}
          </p>
        </details>
      )}
      {form && <OfferForms m={m} room={room} form={form} onClose={() => setForm(undefined)} />}
    </section>
  )
}

const tones = { open: 'near', accepted: 'good' } as const

function Offer({
  m,
  room,
  offer,
  partyOf,
  onForm,
}: Props & {
  offer: OfferView
  partyOf: (id: string) => ParticipantView | undefined
  onForm: (form: Form) => void
}) {
  const { say } = useWords()
  const now = useNow()
  const name = roomNames(m, room, say)
  // its hour passes on the page, too
  const state = offer.state === 'open' && Date.parse(offer.expiresAt) <= now ? 'expired' : offer.state
  const [from, to] = [partyOf(offer.fromId), partyOf(offer.toId)]
  const may = state === 'open' ? offer.may : []
  return (
    <li className="room-offer" data-state={state}>
      <p className="session-head">
        <b>{say(words.offerNo, { no: offer.no })}</b>
        <FlagTag tone={tones[state as 'open'] ?? 'still'}>{say(offerStateLabels[state])}</FlagTag>
        {offer.counters !== null && (
          <span className="quiet">{say(words.counters, { no: offer.counters })}</span>
        )}
      </p>
      <p>{say(words.fromTo, { from: name(offer.fromId), to: name(offer.toId) })}</p>
      {offer.fen !== null && (
        <p className="room-sum">
          {say(words.pays, { payer: name(offer.payerId ?? ''), yuan: yuanOf(offer.fen) })}
        </p>
      )}
      {offer.terms && <p className="prose">{offer.terms}</p>}
      <p className="quiet">
        {say(words.until)} <When at={offer.expiresAt} as="plan" />
      </p>
      <p className="session-acts">
        {to && may.includes('accept') && (
          <>
            <Button size="small" onClick={() => onForm({ what: 'answer', party: to, offer })}>
              {say(words.accept)} / {say(words.decline)}
            </Button>
            <Button size="small" onClick={() => onForm({ what: 'offer', party: to, answers: offer })}>
              {say(words.counter)}
            </Button>
          </>
        )}
        {from && may.includes('withdraw') && (
          <Button size="small" onClick={() => onForm({ what: 'withdraw', party: from, offer })}>
            {say(words.withdraw)}
          </Button>
        )}
        {state === 'accepted' && m.may.includes('draft') && (
          <Button size="small" type="primary" onClick={() => onForm({ what: 'take', offer })}>
            {say(words.take)}
          </Button>
        )}
      </p>
    </li>
  )
}

function OfferForms({ m, room, form, onClose }: Props & { form: Form; onClose: () => void }) {
  const { say } = useWords()
  const now = useNow()
  const [id] = useState(newId)
  const name = roomNames(m, room, say)
  if (form.what === 'take')
    return <DraftForm m={m} before={undefined} offer={form.offer} newAgreementId={id} onClose={onClose} />
  const { party } = form
  const spec =
    form.what === 'offer'
      ? offerSpec({ room, from: party.partyId, answers: form.answers, id, now, name, say })
      : form.what === 'answer'
        ? answerSpec(form.offer)
        : withdrawSpec(form.offer)
  const of = form.what === 'offer' ? `${room.sessionId}.${form.answers?.id ?? ''}` : form.offer.id
  return (
    <ActForm
      mediation={m}
      party={party}
      spec={spec}
      of={of}
      ways={['oral', 'paper', 'screen']}
      onClose={onClose}
    />
  )
}
