import type { ObligationView } from '#contract/mediation.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { agreementWords as words } from './agreement-words.ts'
import { yuanOf } from './money.ts'

/** One obligation in a sentence: who does what for whom, until when. */
export function ObligationText({
  one,
  name,
}: {
  one: Pick<ObligationView, 'kind' | 'byId' | 'toId' | 'fen' | 'dueOn' | 'text'>
  name: (id: string | null) => string
}) {
  const { language, say } = useWords()
  const now = useNow()
  const facts = {
    by: name(one.byId),
    to: name(one.toId),
    yuan: yuanOf(one.fen),
    day: dayWords(one.dueOn, now, language),
    text: one.text ?? '',
  }
  const sentence =
    one.kind === 'pay'
      ? one.text
        ? words.paysFor
        : words.pays
      : one.kind === 'act'
        ? one.toId === null
          ? words.does
          : words.doesFor
        : one.toId === null
          ? words.apologisesToAll
          : words.apologises
  return <>{say(sentence, facts)}</>
}
