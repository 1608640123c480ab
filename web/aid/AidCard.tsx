import { Link } from '@tanstack/react-router'
import type { AidLineView, AidView } from '#contract/aid.ts'
import { aidEndLabels, aidRatedLabels, aidStepLabels, aidTurnLabels } from '#contract/words/aid.ts'
import { markLabels } from '#contract/words/whistle.ts'
import { aidRatedThings } from '#domain/aid/aid.ts'
import { dayWords, exactTime, planTime } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { LateTag } from '#web/whistle/LateTag.tsx'
import { AidVerbs } from './AidVerbs.tsx'
import { aidWords as words } from './words.ts'

/** One asked unit or team: how far it is as a picture, what it planned, how it was rated, and what may be done. */
export function AidCard({ aid, line }: { aid: AidView; line: AidLineView }) {
  const { language, say } = useWords()
  const now = useNow()
  const turn = line.step ? aidTurnLabels[line.step] : line.outcome && aidEndLabels[line.outcome]
  return (
    <li className="whistle-card" data-mine={line.isMine ? 'yes' : 'no'}>
      <h3>
        {line.name}{' '}
        {line.teamId ? (
          <Link className="link aid-team" to="/teams/$id" params={{ id: line.teamId }}>
            {say(words.openTeam)}
          </Link>
        ) : (
          line.isTeam && <small className="quiet">{say(words.team)}</small>
        )}
      </h3>
      <p className="whistle-turn">
        {turn && <b>{say(turn)}</b>}
        {line.dueAt && (
          <time
            className="quiet number"
            dateTime={line.dueAt}
            title={exactTime(Date.parse(line.dueAt), language)}
          >
            {say(words.due, { time: planTime(Date.parse(line.dueAt), now, language) })}
          </time>
        )}
        <LateTag lateness={line.lateness} />
        {line.isNotDone && <FlagTag tone="info">{say(words.notDone)}</FlagTag>}
      </p>
      {line.outcome !== 'refused' && <Steps line={line} />}
      <Said line={line} />
      <AidVerbs aid={aid} may={line.may} lineId={line.id} />
    </li>
  )
}

/** The four steps with their times: taken, running, to come. */
function Steps({ line }: { line: AidLineView }) {
  const { language, say } = useWords()
  const now = useNow()
  const time = (at: string) => planTime(Date.parse(at), now, language)
  return (
    <ol className="whistle-steps aid-steps" aria-label={say(words.stepsOf, { unit: line.name })}>
      {line.steps.map(({ step, at, dueAt, lateness, isNow }) => (
        <li
          key={step}
          data-at={at ? 'done' : isNow ? 'now' : 'later'}
          data-late={lateness}
          aria-current={isNow ? 'step' : undefined}
        >
          <span className="whistle-step">{say(aidStepLabels[step])}</span>
          {at ? (
            <small className="number" title={exactTime(Date.parse(at), language)}>
              {time(at)} · {say(lateness === 'fine' ? words.inTime : words.lateDone)}
            </small>
          ) : (
            <small className="number quiet">{dueAt ? say(words.due, { time: time(dueAt) }) : '—'}</small>
          )}
        </li>
      ))}
    </ol>
  )
}

/** The day that was planned, and how the orderer rated. */
function Said({ line }: { line: AidLineView }) {
  const { language, say } = useWords()
  const now = useNow()
  const { rating } = line
  const said = [
    ...(line.planOn ? [say(words.planOn, { day: dayWords(line.planOn, now, language) })] : []),
    ...(rating
      ? [
          `${say(words.ratedAs)}${language === 'zh' ? '：' : ': '}${aidRatedThings
            .map((thing) => `${say(aidRatedLabels[thing])} ${say(markLabels[rating[thing]])}`)
            .join(language === 'zh' ? '，' : ', ')}`,
        ]
      : []),
  ]
  return said.length === 0 ? null : <p className="whistle-said">{said.join(' · ')}</p>
}
