import { useMemo } from 'react'
import { useWords } from '#web/lib/words.ts'
import { orgWords as words } from './words.ts'
import { type Exception, monthCells } from './year-grid.ts'

const monthNames = {
  zh: (month: number) => `${month}月`,
  en: (month: number) =>
    ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1] ?? '',
}

/** The twelve months at a glance. The table below says the same in words, so that this is a picture only. */
export function YearView({ year, days }: { year: number; days: readonly Exception[] }) {
  const { language, say } = useWords()
  const byDay = useMemo(() => new Map(days.map((one) => [one.day, one])), [days])
  return (
    <section className="panel" aria-labelledby="year-title">
      <header>
        <h2 id="year-title">{say(words.yearView)}</h2>
        <small className="quiet">{say(words.legend)}</small>
      </header>
      <div className="year" aria-hidden="true">
        {Array.from({ length: 12 }, (_, index) => index + 1).map((month) => (
          <div key={month} className="month">
            <b>{monthNames[language](month)}</b>
            <div className="month-days number">
              {[...say(words.weekHeads)].map((head, index) => (
                <i key={index}>{head}</i>
              ))}
              {monthCells(year, month, byDay).map((cell, index) =>
                cell === undefined ? (
                  <span key={index} />
                ) : (
                  <span
                    key={cell.day}
                    data-kind={
                      cell.exception
                        ? cell.exception.isWorking
                          ? 'on'
                          : 'off'
                        : cell.isWeekend
                          ? 'weekend'
                          : 'day'
                    }
                    title={cell.exception?.name}
                  >
                    {cell.date}
                    {cell.exception && (
                      <small>{say(cell.exception.isWorking ? words.workingShort : words.offShort)}</small>
                    )}
                  </span>
                ),
              )}
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}
