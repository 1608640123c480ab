import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useWords } from '#web/lib/words.ts'
import { FieldGroup } from '#web/ui/Field.tsx'
import { agreementWords as words } from './agreement-words.ts'
import { type ClauseName, clauseNames, clauseOf, clauseWords } from './clauses.ts'

/** The clauses one below the other; usual ones are put in and then changed. */
export function ClauseFields({
  clauses,
  errorAt,
  onChange,
}: {
  clauses: readonly string[]
  errorAt: (place: string) => string | undefined
  onChange: (clauses: string[]) => void
}) {
  const { say } = useWords()
  const put = (text: string) => onChange([...clauses.filter((one) => one.trim() !== ''), text])
  return (
    <FieldGroup label={say(words.clauses)} error={errorAt('clauses')}>
      <ol className="clause-fields">
        {clauses.map((clause, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a clause has nothing but its place
          <li key={i}>
            <textarea
              className="input"
              aria-label={say(words.clauseNo, { n: i + 1 })}
              aria-invalid={errorAt(`clauses.${i}`) ? true : undefined}
              value={clause}
              onChange={(event) => onChange(clauses.map((one, at) => (at === i ? event.target.value : one)))}
            />
            <button
              type="button"
              className="icon-button"
              aria-label={say(words.removeClause, { n: i + 1 })}
              onClick={() => onChange(clauses.filter((_, at) => at !== i))}
            >
              <CloseOutlined aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
      <div className="form-actions">
        <select
          className="input clause-pick"
          aria-label={say(clauseWords.add)}
          value=""
          onChange={(event) => put(say(clauseOf(event.target.value as ClauseName).text))}
        >
          <option value="">{say(clauseWords.add)}</option>
          {clauseNames.map((name) => (
            <option key={name} value={name}>
              {say(clauseOf(name).title)}
            </option>
          ))}
        </select>
        <Button onClick={() => onChange([...clauses, ''])}>{say(clauseWords.own)}</Button>
      </div>
    </FieldGroup>
  )
}
