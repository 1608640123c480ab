import { Button } from 'antd'
import type { PetitionView } from '#contract/petition.ts'
import { agentPowerLabels, petitionStepLabels } from '#contract/words/petition.ts'
import type { PetitionStep } from '#domain/petition/moves.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { dayText } from './day-text.ts'
import { petitionWords as words } from './words.ts'

/** Who acts for the petitioner with which powers until when, and what they did. */
export function Agents({ p, onStep }: { p: PetitionView; onStep: (step: PetitionStep, of: string) => void }) {
  const { language, say } = useWords()
  if (p.mandates.length === 0) return null
  const list = (labels: string[]) => labels.join(language === 'zh' ? '、' : ', ')
  return (
    <div className="petition-part">
      <h3>{say(words.agents)}</h3>
      <ul className="petition-lines">
        {p.mandates.map((one) => (
          <li key={one.id} className="petition-paper">
            <span>
              <b>{one.agentName ?? '—'}</b>{' '}
              {one.isMine && one.isStanding && <FlagTag tone="info">{say(words.mine)}</FlagTag>}
              {!one.isStanding && (
                <FlagTag tone="still">{say(one.revokedAt ? words.revoked : words.over)}</FlagTag>
              )}
              <small className="quiet">
                {say(words.span, { from: dayText(one.fromOn, language), to: dayText(one.toOn, language) })}
                {' · '}
                {say(words.powers, { powers: list(one.powers.map((power) => say(agentPowerLabels[power]))) })}
              </small>
              {one.subject && <small>{one.subject}</small>}
            </span>
            <span className="petition-buttons">
              {one.isStanding && p.may.includes('actFor') && (one.isMine || !one.isStaff) && (
                <Button size="small" onClick={() => onStep('actFor', one.id)}>
                  {say(petitionStepLabels.actFor)}
                </Button>
              )}
              {one.revokedAt === null && p.may.includes('revoke') && (
                <Button size="small" danger onClick={() => onStep('revoke', one.id)}>
                  {say(petitionStepLabels.revoke)}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {p.acts.length > 0 && (
        <>
          <h4>{say(words.acts)}</h4>
          <ol className="petition-lines petition-acts">
            {p.acts.map((act, i) => (
              <li key={`${act.on}${act.power}${i}`}>
                <span className="number quiet">{dayText(act.on, language)}</span> {act.agentName}
                {' · '}
                {say(agentPowerLabels[act.power])}
                {act.text && <p className="petition-words">{act.text}</p>}
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
