import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { PetitionView } from '#contract/petition.ts'
import { doubleLabels, petitionEndingLabels, petitionStateLabels } from '#contract/words/petition.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { dayText } from './day-text.ts'
import { usePetitionStep } from './queries.ts'
import { petitionWords as words } from './words.ts'

/** Petitions of the same person: the machine finds them, a person says whether the facts are the same. */
export function Beside({ p }: { p: PetitionView }) {
  const { language, say } = useWords()
  const move = usePetitionStep({ id: p.id, matterId: p.matterId })
  if (p.beside.length === 0) return null
  const judge = (otherId: string, isSame: boolean) =>
    move.mutate({ step: 'judge', input: { otherId, isSame } })
  return (
    <div className="petition-part">
      <h3>{say(words.besideTitle)}</h3>
      <p className="quiet">{say(words.besideLead)}</p>
      <ul className="petition-lines">
        {p.beside.map((one) => (
          <li key={one.id} className="petition-paper">
            <span>
              {one.matterId ? (
                <Link className="link" to="/matters/$box/$id" params={{ box: 'all', id: one.matterId }}>
                  {one.title ?? one.number}
                </Link>
              ) : (
                <b>{one.number}</b>
              )}{' '}
              <FlagTag tone="info">{say(one.byPhone ? words.byPhone : words.byName)}</FlagTag>
              {one.isSame !== null && (
                <FlagTag tone={one.isSame ? 'near' : 'still'}>
                  {say(one.isSame ? words.isSame : words.isOther)}
                </FlagTag>
              )}
              <small className="quiet">
                {one.bodyName ?? one.officeName} · {dayText(one.receivedOn, language)} ·{' '}
                {say(one.ending ? petitionEndingLabels[one.ending] : petitionStateLabels[one.state])}
              </small>
              {one.blocks && <small>{say(words.blocks, { reason: say(doubleLabels[one.blocks]) })}</small>}
            </span>
            {p.may.includes('judge') && (
              <span className="petition-buttons">
                <Button
                  size="small"
                  disabled={move.isPending || one.isSame === true}
                  onClick={() => judge(one.id, true)}
                >
                  {say(words.isSame)}
                </Button>
                <Button
                  size="small"
                  disabled={move.isPending || one.isSame === false}
                  onClick={() => judge(one.id, false)}
                >
                  {say(words.isOther)}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
