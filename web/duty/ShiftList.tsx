import type { Answer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { sidesWords } from './sides.ts'
import { dutyWords as words } from './words.ts'

/** What a line would change for whoever dispatches: each category and area with who handles it before and after. */
export function ShiftList({ shifts, count }: Answer<'previewDuty'>) {
  const { language, say } = useWords()
  return (
    <section className="duty-shifts" role="status">
      <h3>{say(words.previewTitle)}</h3>
      {count === 0 ? (
        <p className="quiet">{say(words.previewNone)}</p>
      ) : (
        <>
          <p>{say(words.previewCount, { count })}</p>
          <ul>
            {shifts.map((shift) => (
              <li key={`${shift.category.code} ${shift.areaName}`}>
                {say(words.shift, {
                  category: language === 'zh' ? shift.category.nameZh : shift.category.nameEn,
                  area: shift.areaName,
                  was: shift.was ? sidesWords(shift.was, language) : say(words.nobody),
                  is: shift.is ? sidesWords(shift.is, language) : say(words.nobody),
                })}
              </li>
            ))}
          </ul>
          {count > shifts.length && (
            <p className="quiet">{say(words.previewMore, { count: shifts.length })}</p>
          )}
        </>
      )}
    </section>
  )
}
