import { weekday } from '#domain/calendar/days.ts'
import { useWords } from '#web/lib/words.ts'
import { orgWords as words } from './words.ts'
import type { Exception } from './year-grid.ts'

const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

type Props = { days: readonly Exception[]; year: number; onChange: ((days: Exception[]) => void) | undefined }

/** One line a day; editable where a way to change is given. */
export function ExceptionTable({ days, onChange }: Props) {
  const { language, say } = useWords()
  const replace = (day: string, change: Partial<Exception>) =>
    onChange?.(days.map((one) => (one.day === day ? { ...one, ...change } : one)))
  if (days.length === 0) return <p className="panel-body quiet">{say(words.noDays)}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard
    <div className="table-scroll" role="group" aria-labelledby="exceptions-title" tabIndex={0}>
      <table className="table calendar-table">
        <thead>
          <tr>
            <th scope="col">{say(words.day)}</th>
            <th scope="col">{say(words.weekday)}</th>
            <th scope="col">{say(words.name)}</th>
            <th scope="col">{say(words.isWorking)}</th>
            {onChange && (
              <th scope="col">
                <span className="hidden-text">{say(words.removeShort)}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {days.map((one) => (
            <tr key={one.day}>
              <th scope="row" className="number">
                {one.day}
              </th>
              <td>{weekdays[language][weekday(one.day) - 1]}</td>
              <td>
                {onChange ? (
                  <input
                    className="input"
                    aria-label={`${one.day} ${say(words.name)}`}
                    maxLength={40}
                    value={one.name}
                    onChange={(event) => replace(one.day, { name: event.target.value })}
                  />
                ) : (
                  one.name
                )}
              </td>
              <td>
                {onChange ? (
                  <select
                    className="input"
                    aria-label={`${one.day} ${say(words.isWorking)}`}
                    value={one.isWorking ? 'on' : 'off'}
                    onChange={(event) => replace(one.day, { isWorking: event.target.value === 'on' })}
                  >
                    <option value="off">{say(words.off)}</option>
                    <option value="on">{say(words.working)}</option>
                  </select>
                ) : (
                  say(one.isWorking ? words.working : words.off)
                )}
              </td>
              {onChange && (
                <td>
                  <button
                    type="button"
                    className="link"
                    aria-label={say(words.remove, { day: one.day })}
                    onClick={() => onChange(days.filter((other) => other.day !== one.day))}
                  >
                    {say(words.removeShort)}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
