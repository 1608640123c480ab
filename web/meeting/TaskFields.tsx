import { Button } from 'antd'
import type { MeetingPage } from '#contract/meeting.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { blankTask, type TaskRow } from './minutes-draft.ts'
import { pageWords as words } from './page-words.ts'

/** What somebody is charged with: what, who, until when, and what counts as done. */
export function TaskFields({
  meeting,
  tasks,
  onChange,
}: {
  meeting: MeetingPage
  tasks: readonly TaskRow[]
  onChange: (tasks: TaskRow[]) => void
}) {
  const { say } = useWords()
  const change = (id: string, more: Partial<TaskRow>) =>
    onChange(tasks.map((one) => (one.id === id ? { ...one, ...more } : one)))
  const runners = [meeting.chair, meeting.minuter]
  const units = [{ id: meeting.unitId, name: meeting.unitName, people: runners }, ...meeting.units]
  return (
    <>
      {tasks.map((task, i) => {
        const people = units.find(({ id }) => id === task.unitId)?.people ?? []
        const no = i + 1
        return (
          <div key={task.id} className="meeting-part">
            <header>
              <b>{say(words.task, { no })}</b>
              <Button
                type="text"
                size="small"
                aria-label={say(words.removeTask, { no })}
                onClick={() => onChange(tasks.filter(({ id }) => id !== task.id))}
              >
                ×
              </Button>
            </header>
            <Field label={say(words.what)}>
              {(wiring) => (
                <input
                  {...wiring}
                  className="input"
                  maxLength={500}
                  value={task.what}
                  onChange={(event) => change(task.id, { what: event.target.value })}
                />
              )}
            </Field>
            <Field label={say(words.doneWhen)}>
              {(wiring) => (
                <input
                  {...wiring}
                  className="input"
                  maxLength={300}
                  value={task.doneWhen}
                  onChange={(event) => change(task.id, { doneWhen: event.target.value })}
                />
              )}
            </Field>
            <div className="fields-2">
              <Field label={say(words.owner)}>
                {(wiring) => (
                  <select
                    {...wiring}
                    className="input"
                    value={task.unitId}
                    onChange={(event) => change(task.id, { unitId: event.target.value, accountId: '' })}
                  >
                    <option value="" />
                    {units.map((unit) => (
                      <option key={unit.id} value={unit.id}>
                        {unit.name}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <Field label={say(words.person)} isOptional>
                {(wiring) => (
                  <select
                    {...wiring}
                    className="input"
                    value={task.accountId}
                    onChange={(event) => change(task.id, { accountId: event.target.value })}
                  >
                    <option value="">{say(words.nobody)}</option>
                    {people.map((one) => (
                      <option key={one.id} value={one.id}>
                        {one.name}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <Field
                label={say(words.dueOn)}
                hint={meeting.dueDays.map(({ days, on }) => (
                  <button
                    key={days}
                    type="button"
                    className="link meeting-days"
                    onClick={() => change(task.id, { dueOn: on })}
                  >
                    {say(words.workingDays, { days })}
                  </button>
                ))}
              >
                {(wiring) => (
                  <input
                    {...wiring}
                    className="input"
                    type="date"
                    value={task.dueOn}
                    onChange={(event) => change(task.id, { dueOn: event.target.value })}
                  />
                )}
              </Field>
            </div>
          </div>
        )
      })}
      <div className="form-actions">
        <Button onClick={() => onChange([...tasks, blankTask()])}>{say(words.addTask)}</Button>
      </div>
    </>
  )
}
