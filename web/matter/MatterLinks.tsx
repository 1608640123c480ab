import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { MatterLink, SimilarMatter } from '#contract/desk.ts'
import { stateLabels } from '#contract/words/labels.ts'
import { useWords } from '#web/lib/words.ts'
import { When } from '#web/ui/When.tsx'
import { likenessWords, voicesWords } from './similar-words.ts'
import './similar.css'

type Row = MatterLink & Partial<Pick<SimilarMatter, 'reasons'>>

/** Other matters beside a form or a page: what, where, in which state, since when, by how many, and why they are named. */
export function MatterLinks<R extends Row>({
  rows,
  action,
  isApart = false,
}: {
  rows: readonly R[]
  action?: ((row: R, index: number) => ReactNode) | undefined
  /** Whether they open in a window of their own, so that a form beside them stays. */
  isApart?: boolean
}) {
  const { language, say } = useWords()
  return (
    <ul className="matter-links">
      {rows.map((row, index) => (
        <li key={row.id}>
          <Link
            className="link"
            to="/matters/$box/$id"
            params={{ box: row.state === 'closed' ? 'closed' : 'area', id: row.id }}
            search={{}}
            {...(isApart ? { target: '_blank' } : {})}
          >
            {row.title}
          </Link>
          <p className="quiet">
            <span className="number">{row.number}</span> · {say(stateLabels[row.state])} ·{' '}
            <When at={row.receivedAt} /> · {voicesWords(row.appeals, language)}
            {row.placeText !== '' && ` · ${row.placeText}`}
          </p>
          {row.reasons && (
            <p className="matter-link-reasons">
              {likenessWords(row.reasons, language).map((reason) => (
                <span key={reason}>{reason}</span>
              ))}
            </p>
          )}
          {action?.(row, index)}
        </li>
      ))}
    </ul>
  )
}
