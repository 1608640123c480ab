import { Button } from 'antd'
import type { AgreementView, MediationView, ObligationView } from '#contract/mediation.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { agreementWords as words } from './agreement-words.ts'
import type { Opened } from './Dialogs.tsx'
import { yuanOf } from './money.ts'
import { nameOf } from './names.ts'
import { ObligationText } from './ObligationText.tsx'

type Props = { m: MediationView; agreement: AgreementView; onOpen: (open: Opened) => void }

/** What an agreement in force promises, how far each is performed, and what helps where one is not. */
export function Obligations({ m, agreement, onOpen }: Props) {
  const { say } = useWords()
  const { obligations, confirmations } = agreement
  const isMissed = obligations.some(({ missedAt, isDone }) => missedAt !== null && !isDone)
  return (
    <>
      <h4>{say(words.obligations)}</h4>
      {obligations.length === 0 && <p className="quiet">{say(words.noObligations)}</p>}
      <ul className="obligations">
        {obligations.map((one) => (
          <Line key={one.id} m={m} agreement={agreement} one={one} onOpen={onOpen} />
        ))}
      </ul>
      {isMissed && (
        <Notice tone="near">
          <p>{say(words.remedies)}</p>
          <ul>
            <li>{say(words.remedyOrder)}</li>
            {confirmations.some(({ state }) => state === 'confirmed') && (
              <li>{say(words.remedyConfirmed)}</li>
            )}
            {agreement.mayConfirm && <li>{say(words.remedyConfirm)}</li>}
            <li>{say(words.remedyNotary)}</li>
            <li>{say(words.remedyCourt)}</li>
          </ul>
        </Notice>
      )}
    </>
  )
}

function Line({ m, agreement, one, onOpen }: Props & { one: ObligationView }) {
  const { language, say } = useWords()
  const now = useNow()
  const name = nameOf(m, say)
  const isPart = one.kind === 'pay' && one.doneFen > 0 && !one.isDone
  const tone = one.isDone ? 'good' : one.missedAt || one.isOverdue ? 'act' : 'info'
  const state = one.isDone
    ? words.done
    : one.missedAt
      ? words.missed
      : one.isOverdue
        ? words.overdue
        : words.open
  return (
    <li className="obligation">
      <p>
        <ObligationText one={one} name={name} /> <FlagTag tone={tone}>{say(state)}</FlagTag>{' '}
        {isPart && (
          <FlagTag tone="near">
            {say(words.paidPart, { done: yuanOf(one.doneFen), all: yuanOf(one.fen) })}
          </FlagTag>
        )}
      </p>
      {one.done.map((done, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two payments of a day may be alike
        <p key={i} className="quiet">
          {say(one.kind === 'pay' ? words.doneOn : words.actDoneOn, {
            day: dayWords(done.on, now, language),
            yuan: yuanOf(done.fen),
          })}
          {done.hasFile && ` · ${say(words.withProof)}`}
        </p>
      ))}
      {!one.isDone && (
        <p className="session-acts">
          {m.may.includes('perform') && (
            <Button size="small" onClick={() => onOpen({ step: 'perform', agreement, obligation: one })}>
              {say(words.perform)}
            </Button>
          )}
          {m.may.includes('miss') && one.missedAt === null && one.isOverdue && (
            <Button size="small" danger onClick={() => onOpen({ step: 'miss', agreement, obligation: one })}>
              {say(words.miss)}
            </Button>
          )}
        </p>
      )}
    </li>
  )
}
