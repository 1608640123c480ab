/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { OfferView, RoomView } from '#contract/room.ts'
import { fenOf } from '#web/mediation/money.ts'
import type { Door } from '../../mediation-api.ts'
import { newId } from '../../new-id.ts'
import { useSay } from '../../reader.ts'
import { roomPageWords as words } from '../../words/room.ts'
import { described, Field } from '../Field.tsx'
import { MoveProblem } from '../MoveProblem.tsx'
import { usePartyStep } from './use-step.ts'
import { Whom } from './Whom.tsx'

const spans = [
  { days: 1, label: words.day1 },
  { days: 3, label: words.day3 },
  { days: 7, label: words.day7 },
] as const

type Props = {
  door: Door
  room: RoomView
  /** The offer that it answers. */
  answers: OfferView | undefined
  onClose: () => void
  onDone: () => void
}

/** An offer: to whom, how much and who pays, under which terms, for how long. */
export function OfferForm({ door, room, answers, onClose, onDone }: Props) {
  const { say } = useSay()
  const { send, isSending, problem } = usePartyStep(door, onDone)
  const [id] = useState(newId)
  const mine = room.parties.filter((one) => one.isMine && (!answers || one.partyId === answers.toId))
  const [from, setFrom] = useState(mine[0]?.partyId ?? '')
  const side = room.parties.find(({ partyId }) => partyId === from)?.side
  const others = room.parties.filter((one) => one.side !== side)
  const [to, setTo] = useState(answers?.fromId ?? others[0]?.partyId ?? '')
  const [yuan, setYuan] = useState('')
  const [payer, setPayer] = useState<'from' | 'to'>(side === 'b' ? 'from' : 'to')
  const [terms, setTerms] = useState('')
  const [days, setDays] = useState(3)
  // the same tap again is the same offer, until the same hour
  const [made] = useState(() => Date.now())
  const [error, setError] = useState<{ at: 'yuan' | 'terms'; words: string }>()
  const submit = async (event: Event) => {
    event.preventDefault()
    const fen = yuan.trim() === '' ? null : fenOf(yuan)
    if (fen === undefined || fen === 0) return setError({ at: 'yuan', words: say(words.yuanBad) })
    if (fen === null && terms.trim() === '') return setError({ at: 'terms', words: say(words.nothing) })
    setError(undefined)
    await send('offer', {
      ...{
        id,
        sessionId: room.sessionId,
        partyId: from,
        toId: to,
        counters: answers?.id ?? null,
        way: 'link',
      },
      ...{ fen, payer: fen === null ? null : payer, terms: terms.trim() },
      expiresAt: new Date(made + days * 86_400_000).toISOString(),
    })
  }
  const errorAt = (at: 'yuan' | 'terms') => (error?.at === at ? error.words : undefined)
  return (
    <form class="offer-form" onSubmit={(event) => void submit(event)} noValidate>
      <h3>{answers ? say(words.answering, { no: answers.no }) : say(words.make)}</h3>
      {mine.length > 1 && (
        <Whom id="offer-as" label={say(words.as)} parties={mine} value={from} onChange={setFrom} />
      )}
      {!answers && others.length > 1 && (
        <Whom id="offer-to" label={say(words.to)} parties={others} value={to} onChange={setTo} />
      )}
      <Field id="offer-yuan" label={say(words.yuan)} hint={say(words.yuanHint)} error={errorAt('yuan')}>
        <input
          {...described('offer-yuan', errorAt('yuan'))}
          inputMode="decimal"
          autocomplete="off"
          maxLength={20}
          value={yuan}
          onInput={(event) => {
            setError(undefined)
            setYuan(event.currentTarget.value)
          }}
        />
      </Field>
      {yuan.trim() !== '' && (
        <fieldset class="picks">
          <legend>{say(words.payer)}</legend>
          {(['from', 'to'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="payer" checked={payer === one} onChange={() => setPayer(one)} />
              {say(one === 'from' ? words.iPay : words.theyPay)}
            </label>
          ))}
        </fieldset>
      )}
      <Field id="offer-terms" label={say(words.terms)} hint={say(words.termsHint)} error={errorAt('terms')}>
        <textarea
          {...described('offer-terms', errorAt('terms'))}
          rows={3}
          maxLength={2000}
          value={terms}
          onInput={(event) => {
            setError(undefined)
            setTerms(event.currentTarget.value)
          }}
        />
      </Field>
      <fieldset class="picks">
        <legend>{say(words.stands)}</legend>
        {spans.map((one) => (
          <label key={one.days}>
            <input type="radio" name="days" checked={days === one.days} onChange={() => setDays(one.days)} />
            {say(one.label)}
          </label>
        ))}
      </fieldset>
      <p class="hint">{say(words.binds)}</p>
      <MoveProblem problem={problem} />
      <div class="two">
        <button type="submit" class="primary" aria-disabled={isSending}>
          {say(isSending ? words.sending : words.offer)}
        </button>
        <button type="button" onClick={onClose}>
          {say(words.cancel)}
        </button>
      </div>
    </form>
  )
}
