import { Link } from '@tanstack/react-router'
import type { MediationRow } from '#contract/mediation.ts'
import { mediationStateLabels, mediationTypeLabels } from '#contract/words/mediation-labels.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { When } from '#web/ui/When.tsx'
import { dueTone, dueWords } from './due.ts'
import { mediationWords } from './words.ts'

const next = { zh: '下一场', en: 'Next session' }

/** One mediation in a list: what it is, how it stands, and until when. */
export function MediationLine({ row }: { row: MediationRow }) {
  const { language, say } = useWords()
  const now = useNow()
  const due = dueWords(row, now, language)
  const tone = dueTone(row, now)
  const { parties, agreed, sessions, held } = row
  return (
    <li>
      <Link
        className="mediation-line"
        to="/matters/$id/mediations/$mediationId"
        params={{ id: row.matterId, mediationId: row.id }}
      >
        <b>{row.matterTitle}</b>
        <span className="number quiet">{row.number}</span>
        <FlagTag
          tone={
            row.state === 'agreed'
              ? 'good'
              : row.state === 'ended' || row.state === 'filed'
                ? 'still'
                : 'info'
          }
        >
          {say(mediationStateLabels[row.state])}
        </FlagTag>
        {due && <FlagTag tone={tone === 'calm' ? 'info' : tone}>{due}</FlagTag>}
        <span className="mediation-how">
          {say(mediationWords[row.state], { parties, agreed, sessions, held })}
        </span>
        <span className="quiet">
          {say(mediationTypeLabels[row.type])} · {row.committeeName} · {row.leadName}
        </span>
        {row.nextAt && (
          <span>
            {say(next)} <When at={row.nextAt} as="plan" />
          </span>
        )}
      </Link>
    </li>
  )
}
