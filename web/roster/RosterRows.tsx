import type { RosterField } from '#domain/roster/fields.ts'
import { describeRosterProblem, type RosterProblem, rosterLabels } from '#domain/roster/problems.ts'
import type { Answer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag, type Tone } from '#web/ui/FlagTag.tsx'
import '#web/ui/table.css'
import { rosterWords as words } from './words.ts'

type Row = Answer<'previewRoster'>['rows'][number]
const tones: Record<Row['what'], Tone> = { new: 'good', changed: 'info', same: 'still', bad: 'near' }

/** Rows as they would be read: what becomes of each, what changes, and what is wrong with it. */
export function RosterRows({ rows, fields }: { rows: readonly Row[]; fields: readonly RosterField[] }) {
  const { language, say } = useWords()
  const labels = rosterLabels[language]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard
    <div className="table-scroll" role="group" aria-labelledby="roster-preview" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say(words.rowNo)}</th>
            <th scope="col">{say(words.what)}</th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {labels[field]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RosterRowLines key={row.rowNumber} row={row} fields={fields} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RosterRowLines({ row, fields }: { row: Row; fields: readonly RosterField[] }) {
  const { language, say } = useWords()
  const labels = rosterLabels[language]
  const changes = row.changes.map(({ field, before, after }) =>
    field === 'phone' && before === '' && after === ''
      ? say(words.phoneChange)
      : say(words.change, { field: labels[field as RosterField], before: before || say(words.empty), after }),
  )
  const problems = row.problems.map(
    (problem) => `▲ ${describeRosterProblem(problem as RosterProblem, language)}`,
  )
  const notes = [...problems, ...changes]
  return (
    <>
      <tr>
        <th scope="row" className="number">
          {row.rowNumber}
        </th>
        <td>
          <FlagTag tone={tones[row.what]}>{say(words[row.what])}</FlagTag>
        </td>
        {fields.map((field) => (
          <td key={field}>
            <span className="roster-cell" title={row.values[field]}>
              {row.values[field]}
            </span>
          </td>
        ))}
      </tr>
      {notes.length > 0 && (
        <tr>
          <td />
          <td colSpan={fields.length + 1}>
            {notes.map((note) => (
              <p key={note} className="roster-problems">
                {note}
              </p>
            ))}
          </td>
        </tr>
      )}
    </>
  )
}
