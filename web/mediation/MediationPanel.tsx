import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import type { MediationRow } from '#contract/mediation.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { dueTone, dueWords } from './due.ts'
import { OpenForm } from './OpenForm.tsx'
import { useMatterMediations } from './queries.ts'
import { mediationWords as words } from './words.ts'
import './mediation.css'

const countsOf = ({ parties, agreed, sessions, held }: MediationRow) => ({ parties, agreed, sessions, held })

/** On the page of a matter: how its mediation stands in one sentence, and the way to it or to a new one. */
export function MediationPanel({ matter }: { matter: MatterPage }) {
  const { language, say } = useWords()
  const now = useNow()
  const isDispute = matter.kind === 'dispute'
  const wasMediated = matter.actionLog.some(({ verb }) => verb === 'mediate')
  const mediations = useMatterMediations(matter.id, { isOn: isDispute || wasMediated })
  const [isOpen, setOpen] = useState(false)
  if (mediations.error)
    return <ErrorState error={mediations.error} onRetry={() => void mediations.refetch()} />
  const { data } = mediations
  if (!data || (data.rows.length === 0 && !isDispute)) return null
  return (
    <section className="panel" aria-labelledby="mediation-title">
      <header>
        <h2 id="mediation-title">{say(words.title)}</h2>
        {data.mayOpen && (
          <Button size="small" onClick={() => setOpen(true)}>
            {say(words.open)}
          </Button>
        )}
      </header>
      {data.rows.length === 0 && (
        <p className="quiet mediation-none">{say(data.mayOpen ? words.none : words.noneToDo)}</p>
      )}
      <ul className="mediation-lines">
        {data.rows.map((row) => {
          const due = dueWords(row, now, language)
          const tone = dueTone(row, now)
          return (
            <li key={row.id}>
              <Link
                className="mediation-line"
                to="/matters/$id/mediations/$mediationId"
                params={{ id: matter.id, mediationId: row.id }}
              >
                <b className="number">{row.number}</b>
                <span className="mediation-how">{say(words[row.state], countsOf(row))}</span>
                {due && <FlagTag tone={tone === 'calm' ? 'info' : tone}>{due}</FlagTag>}
                <span className="quiet">{row.leadName}</span>
              </Link>
            </li>
          )
        })}
      </ul>
      {isOpen && <OpenForm matter={matter} offers={data} onClose={() => setOpen(false)} />}
    </section>
  )
}
