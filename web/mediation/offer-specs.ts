import type { OfferView, RoomView } from '#contract/room.ts'
import { stepLabels } from '#contract/words/mediation-labels.ts'
import type { Say, Sentence } from '#web/lib/words.ts'
import { roomWords as words } from './room-words.ts'
import type { StepSpec } from './spec.ts'

const numbered = (sentence: Sentence, no: number): Sentence => ({
  zh: sentence.zh.replace('{no}', String(no)),
  en: sentence.en.replace('{no}', String(no)),
})

/** An offer that the mediator enters for a party. In: whose it is, and which one it answers. It stands three days unless another hour is typed. */
export function offerSpec({
  room,
  from,
  answers,
  id,
  now,
  name,
  say,
}: {
  room: RoomView
  from: string
  answers: OfferView | undefined
  id: string
  now: number
  name: (id: string) => string
  say: Say
}): StepSpec {
  const side = room.parties.find(({ partyId }) => partyId === from)?.side
  const others = room.parties.filter((one) => one.side !== side)
  const expiresAt = new Date(now + 3 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 16)
  const named = {
    id,
    sessionId: room.sessionId,
    ...(answers ? { counters: answers.id, toId: answers.fromId } : {}),
  }
  return {
    step: 'offer',
    title: words.offerTitle,
    lead: words.offerLead,
    act: stepLabels.offer,
    done: words.offerDone,
    named,
    blank: { toId: others[0]?.partyId ?? '', expiresAt },
    fields: [
      ...(answers
        ? []
        : [
            {
              ...({ name: 'toId', as: 'select', label: words.to } as const),
              options: others.map(({ partyId }) => ({ value: partyId, label: name(partyId) })),
            },
          ]),
      { name: 'fen', as: 'yuan', isOptional: true, label: words.yuan },
      {
        ...({ name: 'payer', as: 'choice', isOptional: true, label: words.payer } as const),
        options: [
          { value: 'from', label: say(words.payerFrom) },
          { value: 'to', label: say(words.payerTo) },
        ],
      },
      { name: 'terms', as: 'text', isOptional: true, label: words.terms, hint: words.termsHint },
      { name: 'expiresAt', as: 'time', label: words.expiresAt },
    ],
  }
}

export const answerSpec = (offer: OfferView): StepSpec => ({
  step: 'answerOffer',
  title: numbered(words.answerTitle, offer.no),
  lead: words.binds,
  act: stepLabels.answerOffer,
  done: words.answerDone,
  named: { offerId: offer.id },
  fields: [{ name: 'answer', as: 'yesNo', label: words.answer, yes: words.yes, no: words.no }],
})

export const withdrawSpec = (offer: OfferView): StepSpec => ({
  step: 'withdrawOffer',
  title: numbered(words.withdrawTitle, offer.no),
  act: stepLabels.withdrawOffer,
  done: words.withdrawDone,
  named: { offerId: offer.id },
  fields: [],
})
