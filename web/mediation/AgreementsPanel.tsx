import { Button } from 'antd'
import type { AgreementView, MediationView } from '#contract/mediation.ts'
import { agreementKindLabels, confirmationLabels } from '#contract/words/mediation-labels.ts'
import { dayOf, daysBetween } from '#domain/calendar/days.ts'
import type { Step } from '#domain/mediation/moves.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { agreementWords as words } from './agreement-words.ts'
import { CompareDrafts } from './CompareDrafts.tsx'
import type { Opened } from './Dialogs.tsx'
import { nameOf } from './names.ts'
import { isPending } from './next.ts'
import { Obligations } from './Obligations.tsx'
import { Terms } from './Terms.tsx'
import { mediationWords } from './words.ts'

type Props = { m: MediationView; onOpen: (open: Opened) => void }

/** What was agreed: drafts with who has still to sign, agreements in force with what is performed. */
export function AgreementsPanel({ m, onOpen }: Props) {
  const { say } = useWords()
  if (m.state === 'asking') return null
  return (
    <section className="panel" aria-labelledby="agreements-title">
      <header>
        <h2 id="agreements-title">{say(mediationWords.agreements)}</h2>
        {m.may.includes('draft') && (
          <Button size="small" onClick={() => onOpen({ step: 'draft' })}>
            {say(words.draft)}
          </Button>
        )}
      </header>
      {m.agreements.length === 0 && <p className="quiet mediation-none">{say(words.none)}</p>}
      {m.agreements.map((agreement) => (
        <Agreement key={agreement.id} m={m} agreement={agreement} onOpen={onOpen} />
      ))}
    </section>
  )
}

function Agreement({ m, agreement, onOpen }: Props & { agreement: AgreementView }) {
  const { language, say } = useWords()
  const now = useNow()
  const isOpen = isPending(agreement)
  const tone = agreement.isDropped ? 'still' : isOpen ? 'near' : 'good'
  return (
    <article className="agreement" aria-label={agreement.number}>
      <p className="session-head">
        <b className="number">{agreement.number}</b>
        <span>{say(agreementKindLabels[agreement.kind])}</span>
        <span className="quiet">{say(words.version, { n: agreement.version })}</span>
        <FlagTag tone={tone}>
          {say(agreement.isDropped ? words.dropped : isOpen ? words.pending : words.inForce)}
        </FlagTag>
        {agreement.effectiveOn && (
          <span>{say(words.effective, { day: dayWords(agreement.effectiveOn, now, language) })}</span>
        )}
      </p>
      <details open={isOpen}>
        <summary>{say(words.clauses)}</summary>
        <Terms m={m} agreement={agreement} />
      </details>
      <CompareDrafts m={m} agreement={agreement} />
      {!agreement.isDropped && agreement.kind !== 'oral' && isOpen && (
        <Signatures m={m} agreement={agreement} onOpen={onOpen} />
      )}
      {isOpen && <DraftActs m={m} agreement={agreement} onOpen={onOpen} />}
      {agreement.effectiveOn && (
        <>
          <Obligations m={m} agreement={agreement} onOpen={onOpen} />
          <Confirmation m={m} agreement={agreement} onOpen={onOpen} />
        </>
      )}
    </article>
  )
}

/** Unsigned parties that stand open with a button each. */
const atOnce = 8

function Signatures({ m, agreement, onOpen }: Props & { agreement: AgreementView }) {
  const { say } = useWords()
  const name = nameOf(m, say)
  const { unsigned, partyIds } = agreement
  return (
    <div className="signatures">
      <p>
        <b>{say(words.signatures)}</b>{' '}
        {say(words.signedOf, { signed: partyIds.length - unsigned.length, all: partyIds.length })}
        {' · '}
        {agreement.mediatorAt === null
          ? say(words.mediatorWaits)
          : say(words.mediatorSigned, { name: agreement.mediatorName ?? '' })}
        {' · '}
        {say(agreement.sealAt === null ? words.sealWaits : words.sealed)}
      </p>
      {m.may.includes('sign') && (
        <p className="session-acts">
          {unsigned.slice(0, atOnce).map((id) => {
            const party = m.participants.find(({ partyId }) => partyId === id)
            return (
              party && (
                <Button key={id} size="small" onClick={() => onOpen({ step: 'sign', agreement, party })}>
                  {say(words.signFor, { name: name(id) })}
                </Button>
              )
            )
          })}
          {unsigned.length > atOnce && (
            <span className="quiet">{say(words.moreUnsigned, { n: unsigned.length - atOnce })}</span>
          )}
        </p>
      )}
    </div>
  )
}

function DraftActs({ m, agreement, onOpen }: Props & { agreement: AgreementView }) {
  const { say } = useWords()
  const isOral = agreement.kind === 'oral'
  const isSigned = isOral || agreement.unsigned.length === 0
  const act = (step: Step, label: Sentence, look: 'primary' | 'plain' | 'grave' = 'plain') =>
    m.may.includes(step) && (
      <Button
        size="small"
        type={look === 'primary' ? 'primary' : 'default'}
        danger={look === 'grave'}
        onClick={() => onOpen({ step, agreement })}
      >
        {say(label)}
      </Button>
    )
  return (
    <p className="session-acts">
      {isSigned && agreement.mediatorAt === null && act('signAsMediator', words.signAsMediator, 'primary')}
      {isSigned && !isOral && agreement.mediatorAt !== null && act('seal', words.seal, 'primary')}
      {agreement.terms && act('draft', words.edit)}
      {act('dropDraft', words.drop, 'grave')}
    </p>
  )
}

/** The thirty days within which both may ask a court, and what the court has said. */
function Confirmation({ m, agreement, onOpen }: Props & { agreement: AgreementView }) {
  const { language, say } = useWords()
  const now = useNow()
  const { confirmUntil, confirmations, mayConfirm } = agreement
  const isClosed = ['confirmed', 'rejected'].includes(confirmations.at(-1)?.state ?? '')
  if (confirmUntil === null) return null
  const n = daysBetween(dayOf(now), confirmUntil)
  const facts = { day: dayWords(confirmUntil, now, language), n }
  return (
    <div className="confirmation">
      {confirmations.length === 0 && (
        <p>{say(n < 0 ? words.confirmOver : n === 0 ? words.confirmLast : words.confirmLeft, facts)}</p>
      )}
      {confirmations.map((one) => (
        <p key={one.state}>
          {say(words.confirmAt, {
            state: say(confirmationLabels[one.state]),
            day: dayWords(one.on, now, language),
          })}
        </p>
      ))}
      {m.may.includes('confirm') && (mayConfirm || (confirmations.length > 0 && !isClosed)) && (
        <Button size="small" onClick={() => onOpen({ step: 'confirm', agreement })}>
          {say(words.confirm)}
        </Button>
      )}
    </div>
  )
}
