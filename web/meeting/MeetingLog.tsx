import type { MeetingPage } from '#contract/meeting.ts'
import type { InviteAnswer } from '#domain/meeting/meeting.ts'
import { useWords } from '#web/lib/words.ts'
import { When } from '#web/ui/When.tsx'
import { logWords, pageWords as words } from './page-words.ts'
import { answerWords } from './words.ts'

/** What was done with the meeting and its tasks, the newest first, in words. */
export function MeetingLog({ meeting }: { meeting: MeetingPage }) {
  const { say } = useWords()
  return (
    <section className="panel" aria-labelledby="log-title">
      <header>
        <h2 id="log-title">{say(words.log)}</h2>
      </header>
      <ol className="meeting-log panel-body">
        {meeting.log.toReversed().map((line) => {
          const { answer } = line.facts
          const said = typeof answer === 'string' ? say(answerWords[answer as InviteAnswer]) : ''
          const who = [line.unitName, line.byName].filter(Boolean).join(' ')
          return (
            <li key={line.id}>
              {say(logWords[line.verb], { ...line.facts, answer: said, who })}{' '}
              <small className="quiet">
                <When at={line.at} />
              </small>
              {line.words && <blockquote>{line.words}</blockquote>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
