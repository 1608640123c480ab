import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { MeetingLine } from './MeetingLine.tsx'
import './meeting.css'
import {
  type MeetingBox,
  meetingBoxes,
  type TaskBox,
  taskBoxes,
  useMeetings,
  useMeetingTasks,
} from './queries.ts'
import { TaskLine } from './TaskLine.tsx'
import { lateWords, meetingWords as words } from './words.ts'

const isTasks = (box: MeetingBox | TaskBox): box is TaskBox => (taskBoxes as readonly string[]).includes(box)

/** Meetings to come, to be minuted and over; and the tasks that came of them. */
export function MeetingsPage() {
  const { say } = useWords()
  const navigate = useNavigate()
  const { box = 'coming' } = useSearch({ from: '/staff/meetings' })
  // whether one may call a meeting stands in the answer of any of the lists
  const first = useMeetings('coming')
  const callsFor = first.data?.pages[0]?.callsFor ?? []
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page meetings">
      <div className="page-top">
        <h1>{title}</h1>
        {callsFor.length > 0 && (
          <Button type="primary" onClick={() => void navigate({ to: '/meetings/new', search: {} })}>
            {say(words.call)}
          </Button>
        )}
      </div>
      <p className="page-lead">{say(words.lead)}</p>
      <Choices
        label={say(words.which)}
        options={[...meetingBoxes, ...taskBoxes].map((one) => ({ value: one, label: say(words[one]) }))}
        value={box}
        onChoose={(next) =>
          void navigate({ to: '/meetings', search: next === 'coming' ? {} : { box: next }, replace: true })
        }
      />
      {isTasks(box) ? <Tasks of={box} /> : <Meetings box={box} />}
    </div>
  )
}

const none = { coming: words.none, minutes: words.noneMinutes, done: words.noneDone }

function Meetings({ box }: { box: MeetingBox }) {
  const { say } = useWords()
  const meetings = useMeetings(box)
  const rows = meetings.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      {meetings.isPending && <Skeleton rows={6} />}
      {meetings.error && <ErrorState error={meetings.error} onRetry={() => void meetings.refetch()} />}
      {meetings.data && rows.length === 0 && <Empty title={say(none[box])}>{say(words.noneText)}</Empty>}
      {rows.length > 0 && (
        <ul className="panel meeting-list">
          {rows.map((row) => (
            <MeetingLine key={row.id} row={row} />
          ))}
        </ul>
      )}
      {meetings.hasNextPage && (
        <Button loading={meetings.isFetchingNextPage} onClick={() => void meetings.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </>
  )
}

function Tasks({ of }: { of: TaskBox }) {
  const { say } = useWords()
  const tasks = useMeetingTasks(of)
  const [first] = tasks.data?.pages ?? []
  const rows = tasks.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      {tasks.isPending && <Skeleton rows={6} />}
      {tasks.error && <ErrorState error={tasks.error} onRetry={() => void tasks.refetch()} />}
      {first && first.late > 0 && (
        <Notice tone="act">{say(lateWords(first.late), { count: first.late })}</Notice>
      )}
      {first && rows.length === 0 && <Empty title={say(words.noTasks)}>{say(words.noTasksText)}</Empty>}
      {rows.length > 0 && (
        <ul className="panel meeting-tasks">
          {rows.map((task) => (
            <TaskLine key={task.id} task={task} withMeeting />
          ))}
        </ul>
      )}
      {tasks.hasNextPage && (
        <Button loading={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </>
  )
}
