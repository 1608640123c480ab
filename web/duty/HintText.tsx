import { Link } from '@tanstack/react-router'
import type { DutyHint } from '#contract/matter.ts'
import { useWords } from '#web/lib/words.ts'
import { hintWords } from './hint-words.ts'
import { dutyWords as words } from './words.ts'
import './duty.css'

/** Whom the list names for a matter, on what basis, and why that line. */
export function HintText({ hint }: { hint: DutyHint }) {
  const { language, say } = useWords()
  const { who, why, basis } = hintWords(hint, language)
  return (
    <div className="duty-hint-text">
      <p>
        <b>{who}</b>
      </p>
      <p className="quiet">
        {basis} · {why}{' '}
        <Link className="link" to="/duties" search={{ id: hint.id }}>
          {say(words.look)}
        </Link>
      </p>
      {!hint.canFollow && <p className="duty-wrong">{say(words.hintNobody)}</p>}
    </div>
  )
}
