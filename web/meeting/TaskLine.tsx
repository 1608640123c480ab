import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { TaskView } from '#contract/meeting-task.ts'
import type { TaskVerb } from '#domain/meeting/moves.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { When } from '#web/ui/When.tsx'
import { TaskDeed } from './TaskDeed.tsx'
import {
  backWords,
  meetingWords,
  reportWords,
  taskStateWords,
  taskVerbWords,
  taskWords as words,
} from './words.ts'

function Standing({ task }: { task: TaskView }) {
  const { say } = useWords()
  if (task.state !== 'open')
    return (
      <FlagTag tone={task.state === 'done' ? 'good' : 'still'}>{say(taskStateWords[task.state])}</FlagTag>
    )
  return (
    <>
      <FlagTag tone={task.isLate ? 'act' : 'info'}>
        {say(task.isLate ? words.late : words.due, { day: task.dueOn })}
      </FlagTag>
      {task.askedOn && <FlagTag tone="near">{say(words.asked, { day: task.askedOn })}</FlagTag>}
      {task.returns > 0 && (
        <FlagTag tone="near">{say(backWords(task.returns), { count: task.returns })}</FlagTag>
      )}
    </>
  )
}

/** A task: what, by whom, until when, what was said of it, and what may be done with it now. */
export function TaskLine({ task, withMeeting = false }: { task: TaskView; withMeeting?: boolean }) {
  const { language, say } = useWords()
  const [verb, setVerb] = useState<TaskVerb>()
  const person =
    task.accountName === null ? '' : language === 'zh' ? `（${task.accountName}）` : ` (${task.accountName})`
  return (
    <li className="meeting-task">
      <div className="meeting-task-head">
        <b>{task.what ?? say(words.hidden)}</b>
        <Standing task={task} />
      </div>
      <p className="quiet">
        {say(words.owner, { unit: task.unitName, person })}
        {task.doneWhen && ` · ${say(words.doneWhen, { words: task.doneWhen })}`}
      </p>
      {withMeeting && (
        <p className="quiet">
          {say(words.from)}{' '}
          <Link className="link" to="/meetings/$id" params={{ id: task.meeting.id }}>
            {task.meeting.title || say(meetingWords.untitled)}
          </Link>
          {task.matter && (
            <>
              {' · '}
              <Link
                className="link"
                to="/matters/$box/$id"
                params={{ box: 'all', id: task.matter.id }}
                search={{}}
              >
                <span className="number">{task.matter.number}</span> {task.matter.title}
              </Link>
            </>
          )}
        </p>
      )}
      {task.reports.length > 0 && (
        <ul className="meeting-reports" aria-label={say(words.reportsOf)}>
          {task.reports.map((one) => (
            <li key={one.at + one.verb}>
              <span className="quiet">
                {say(reportWords[one.verb], {
                  who: [one.unitName, one.byName].filter(Boolean).join(' '),
                  day: one.day ?? '',
                })}{' '}
                · <When at={one.at} />
              </span>
              {one.words && <blockquote>{one.words}</blockquote>}
            </li>
          ))}
        </ul>
      )}
      {task.may.length > 0 && (
        <div className="form-actions">
          {task.may.map((one) => (
            <Button
              key={one}
              size="small"
              type={one === 'done' || one === 'grant' ? 'primary' : 'default'}
              danger={one === 'drop'}
              onClick={() => setVerb(one)}
            >
              {say(taskVerbWords[one])}
            </Button>
          ))}
        </div>
      )}
      {verb && <TaskDeed task={task} verb={verb} onClose={() => setVerb(undefined)} />}
    </li>
  )
}
