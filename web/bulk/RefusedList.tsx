import { Link } from '@tanstack/react-router'
import type { BulkRun } from '#contract/bulk.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { useWords } from '#web/lib/words.ts'
import { bulkWords as words } from './words.ts'

/** Matters that were or would be refused, each with its reason and the way to it. */
export function RefusedList({ title, rows }: { title: string; rows: BulkRun['refusals'] }) {
  const { language, say } = useWords()
  return (
    <details className="refused" open={rows.length <= 10}>
      <summary>{title}</summary>
      <ul>
        {rows.map(({ id, number, title: name, refusal: { refused, field, facts } }) => (
          <li key={id}>
            {number === null ? (
              <b>{say(words.unseen)}</b>
            ) : (
              <Link
                className="link"
                to="/matters/$box/$id"
                params={{ box: 'all', id }}
                search={{}}
                target="_blank"
              >
                {name} <span className="number">{number}</span>
              </Link>
            )}
            <p>
              {failureWords(
                new RefusalError(
                  { refused, ...(field === undefined ? {} : { field }), ...(facts ? { facts } : {}) },
                  409,
                ),
                language,
              )}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
