import type { LineView, WhistleView } from '#contract/whistle.ts'
import {
  finishLabels,
  lineEndLabels,
  lineRoleLabels,
  lineStepLabels,
  lineTurnLabels,
  markLabels,
  ratedLabels,
  rulingLabels,
} from '#contract/words/whistle.ts'
import { ratedThings } from '#domain/whistle/whistle.ts'
import { dayWords, exactTime, planTime } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { LateTag } from './LateTag.tsx'
import { Verbs } from './Verbs.tsx'
import { whistleWords as words } from './words.ts'

/** One called department: how far it is as a picture, what it said, and what may be done. */
export function LineCard({ whistle, line }: { whistle: WhistleView; line: LineView }) {
  const { say } = useWords()
  const turn = line.step ? lineTurnLabels[line.step] : line.outcome && lineEndLabels[line.outcome]
  return (
    <li className="whistle-card" data-mine={line.isMine ? 'yes' : 'no'}>
      <h3>
        {line.unitName} <small className="quiet">{say(lineRoleLabels[line.role])}</small>
      </h3>
      <p className="whistle-turn">
        <b>{say(whistle.soundedAt === null || !turn ? words.notCalled : turn)}</b>
        <Due line={line} />
        <LateTag lateness={line.lateness} />
        {line.isSentBack && <FlagTag tone="info">{say(words.sentBack)}</FlagTag>}
        {line.objection && (
          <FlagTag tone="info">
            {say(line.objection.ruling ? rulingLabels[line.objection.ruling] : words.objected)}
          </FlagTag>
        )}
      </p>
      {whistle.soundedAt !== null && <Steps line={line} />}
      <Said line={line} />
      <Verbs whistle={whistle} may={line.may} lineId={line.id} />
    </li>
  )
}

function Due({ line }: { line: LineView }) {
  const { language, say } = useWords()
  const now = useNow()
  if (!line.dueAt) return null
  const at = Date.parse(line.dueAt)
  return (
    <time className="quiet number" dateTime={line.dueAt} title={exactTime(at, language)}>
      {say(words.due, { time: planTime(at, now, language) })}
    </time>
  )
}

/** The six steps with their times: taken, running, to come. */
function Steps({ line }: { line: LineView }) {
  const { language, say } = useWords()
  const now = useNow()
  const time = (at: string) => planTime(Date.parse(at), now, language)
  return (
    <ol className="whistle-steps" aria-label={say(words.stepsOf, { unit: line.unitName })}>
      {line.steps.map(({ step, at, dueAt, lateness, isNow }) => (
        <li
          key={step}
          data-at={at ? 'done' : isNow ? 'now' : 'later'}
          data-late={lateness}
          aria-current={isNow ? 'step' : undefined}
        >
          <span className="whistle-step">{say(lineStepLabels[step])}</span>
          {at ? (
            <small className="number" title={exactTime(Date.parse(at), language)}>
              {time(at)} · {say(lateness === 'fine' ? words.inTime : words.lateDone)}
            </small>
          ) : (
            <small className="number quiet">
              {dueAt
                ? say(words.due, { time: time(dueAt) })
                : isNow && line.step === step
                  ? say(words.still)
                  : '—'}
            </small>
          )}
        </li>
      ))}
    </ol>
  )
}

/** What the department and the street said at last: its plan, its result, the ratings of both. */
function Said({ line }: { line: LineView }) {
  const { language, say } = useWords()
  const now = useNow()
  const { rating, ratedBack } = line
  const part = (thing: (typeof ratedThings)[number]) =>
    rating ? `${say(ratedLabels[thing])} ${say(markLabels[rating[thing]])}` : ''
  const lines = [
    ...(line.planUntil ? [say(words.until, { day: dayWords(line.planUntil, now, language) })] : []),
    ...(line.finished ? [say(finishLabels[line.finished])] : []),
    ...(rating
      ? [
          `${say(words.ratedAs)}${language === 'zh' ? '：' : ': '}${ratedThings.map(part).join(language === 'zh' ? '，' : ', ')}`,
        ]
      : []),
    ...(ratedBack
      ? [
          `${say(words.ratedBackAs)}${language === 'zh' ? '：' : ': '}${say(ratedBack.accurate ? words.accurate : words.inaccurate)}`,
        ]
      : []),
  ]
  return lines.length === 0 ? null : <p className="whistle-said">{lines.join(' · ')}</p>
}
