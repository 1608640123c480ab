import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { MatterPage } from '#contract/matter.ts'
import { useMay } from '#web/console/queries.ts'
import { useWords } from '#web/lib/words.ts'
import './meeting.css'
import { MeetingLine } from './MeetingLine.tsx'
import { useMatterMeetings } from './queries.ts'
import { TaskLine } from './TaskLine.tsx'
import { meetingWords as words } from './words.ts'

/** On the page of a matter: the meetings about it, what is open of them, and the way to call one. */
export function MeetingPanel({ matter }: { matter: Pick<MatterPage, 'id'> }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const may = useMay('meeting.read')
  const { data } = useMatterMeetings(matter.id, may)
  if (!data || (data.rows.length === 0 && data.tasks.length === 0 && !data.mayCall)) return null
  return (
    <section className="panel" aria-labelledby="meetings-title">
      <header>
        <h2 id="meetings-title">{say(words.title)}</h2>
        {data.mayCall && (
          <Button
            size="small"
            onClick={() => void navigate({ to: '/meetings/new', search: { matter: matter.id } })}
          >
            {say(words.call)}
          </Button>
        )}
      </header>
      {data.rows.length > 0 && (
        <ul className="meeting-list">
          {data.rows.map((row) => (
            <MeetingLine key={row.id} row={row} />
          ))}
        </ul>
      )}
      {data.tasks.length > 0 && (
        <ul className="meeting-tasks">
          {data.tasks.map((task) => (
            <TaskLine key={task.id} task={task} />
          ))}
        </ul>
      )}
    </section>
  )
}
