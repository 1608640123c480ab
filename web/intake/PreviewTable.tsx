import type { OrderField } from '#domain/intake/order-fields.ts'
import { describeProblem, fieldLabels, type RowProblem } from '#domain/intake/problems.ts'
import type { Answer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { intakeWords as words } from './words.ts'

type Row = Answer<'previewImport'>['rows'][number]

/** The first rows as they would be read, the problems of a row below it. */
export function PreviewTable({ rows, fields }: { rows: readonly Row[]; fields: readonly OrderField[] }) {
  const { language, say } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard
    <div className="table-scroll" role="group" aria-labelledby="preview-title" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say(words.rowNo)}</th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {fieldLabels[language][field]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PreviewRow key={row.rowNumber} row={row} fields={fields} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PreviewRow({ row, fields }: { row: Row; fields: readonly OrderField[] }) {
  const { language } = useWords()
  const bad = new Set(row.problems.map((problem) => problem.field))
  return (
    <>
      <tr data-bad={row.problems.length > 0 ? 'yes' : 'no'}>
        <th scope="row" className="number">
          {row.rowNumber}
        </th>
        {fields.map((field) => (
          <td key={field} data-bad={bad.has(field) ? 'yes' : 'no'}>
            <span className="cell" title={row.values[field]}>
              {row.values[field]}
            </span>
          </td>
        ))}
      </tr>
      {row.problems.length > 0 && (
        <tr className="problem-row">
          <td />
          <td colSpan={fields.length}>
            {row.problems.map((problem) => (
              <p key={problem.field + problem.code}>▲ {describeProblem(problem as RowProblem, language)}</p>
            ))}
          </td>
        </tr>
      )}
    </>
  )
}
