import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ItemView, MeetingPage } from '#contract/meeting.ts'
import { call, hrefOf } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { sendFile } from '#web/lib/send-file.ts'
import { useWords } from '#web/lib/words.ts'
import { FileGrid } from '#web/ui/FileGrid.tsx'
import { FileInput } from '#web/ui/FileInput.tsx'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { pageWords as words } from './page-words.ts'
import { TaskLine } from './TaskLine.tsx'
import { meetingWords } from './words.ts'

/** The items in order, each with its papers, what was concluded and who does what. */
export function Agenda({ meeting }: { meeting: MeetingPage }) {
  const { say } = useWords()
  return (
    <section className="panel" aria-labelledby="agenda-title">
      <header>
        <h2 id="agenda-title">{say(words.agenda)}</h2>
      </header>
      {meeting.agenda.map((item) => (
        <Item key={item.id} item={item} meeting={meeting} />
      ))}
    </section>
  )
}

function Item({ item, meeting }: { item: ItemView; meeting: MeetingPage }) {
  const { language, say } = useWords()
  const presenter = item.presenterName === null ? '' : say(words.presents, { unit: item.presenterName })
  const names = item.units.map(({ name }) => name).join(language === 'zh' ? '、' : ', ')
  return (
    <article className="meeting-item" aria-label={say(words.item, { no: item.no })}>
      <h3>
        {say(words.item, { no: item.no })}　{item.isHidden ? say(meetingWords.isClosedTo) : item.title}
        {item.isCarried && <FlagTag tone="near">{say(words.carried)}</FlagTag>}
      </h3>
      {item.isHidden ? (
        <p className="quiet">{say(meetingWords.isClosedToText)}</p>
      ) : (
        <>
          <p className="quiet">
            {item.number && <span className="number">{item.number} · </span>}
            {say(words.facts, { presenter, minutes: item.minutes })}
            {names && ` · ${say(words.forUnits, { units: names })}`}
            {item.matterId && (
              <>
                {' · '}
                <Link
                  className="link"
                  to="/matters/$box/$id"
                  params={{ box: 'all', id: item.matterId }}
                  search={{}}
                >
                  {say(words.openMatter)}
                </Link>
              </>
            )}
          </p>
          {item.brief && <p className="meeting-words">{item.brief}</p>}
          <FileGrid
            files={item.files.map((file) => ({
              ...{ id: file.id, name: file.name, isPicture: file.mime.startsWith('image/') },
              smallUrl: hrefOf('readMeetingFile', {
                params: { id: meeting.id, fileId: file.id },
                query: { size: 'small' },
              }),
              fullUrl: hrefOf('readMeetingFile', { params: { id: meeting.id, fileId: file.id }, query: {} }),
            }))}
          />
          {meeting.may.includes('attach') && <Attach item={item} meeting={meeting} />}
          <Words label={say(words.said)} text={item.said} />
          <Words label={say(words.conclusion)} text={item.conclusion} />
        </>
      )}
      <Tasks label={say(words.tasks)} tasks={item.tasks} />
      <Tasks label={say(words.returned)} tasks={item.returned} />
    </article>
  )
}

function Words({ label, text }: { label: string; text: string | null }) {
  if (!text) return null
  return (
    <div>
      <h4 className="quiet">{label}</h4>
      <p className="meeting-words">{text}</p>
    </div>
  )
}

function Tasks({ label, tasks }: { label: string; tasks: ItemView['tasks'] }) {
  if (tasks.length === 0) return null
  return (
    <div>
      <h4 className="quiet">{label}</h4>
      <ul className="meeting-tasks">
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </ul>
    </div>
  )
}

/** Further papers of an item, bound to it as soon as they are sent. */
function Attach({ item, meeting }: { item: ItemView; meeting: MeetingPage }) {
  const { say } = useWords()
  const client = useQueryClient()
  return (
    <FileInput
      label={`${say(words.attach)} ${item.no}`}
      value={[]}
      onChange={() => undefined}
      send={async (id, file, onProgress) => {
        await sendFile('uploadFile', { params: { id }, query: { name: file.name } }, file, onProgress)
        await call('moveMeeting', {
          params: { id: meeting.id },
          body: { commandId: newId(), verb: 'attach', itemId: item.id, files: [id] },
        })
        await client.invalidateQueries({ queryKey: ['meetings', meeting.id] })
      }}
    />
  )
}
