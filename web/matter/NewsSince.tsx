import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { When } from '#web/ui/When.tsx'
import { formWords as words } from './form-words.ts'
import { knownVersion } from './own-moves.ts'
import { useCategories } from './queries.ts'
import { actionSentence, quoteOf } from './story-words.ts'

const lastSeq = ({ actionLog }: MatterPage) => Math.max(0, ...actionLog.map((action) => action.seq))

/** What happened to the matter while a form stood open, but for what I did myself. */
export function NewsSince({ matter }: { matter: MatterPage }) {
  const { language, say } = useWords()
  const { nameOf } = useCategories()
  const queryClient = useQueryClient()
  const [seen, setSeen] = useState(() => ({ id: matter.id, version: matter.version, seq: lastSeq(matter) }))
  if (matter.version > seen.version && knownVersion(queryClient, seen) === matter.version)
    setSeen({ id: matter.id, version: matter.version, seq: lastSeq(matter) })
  const news = matter.actionLog.filter((action) => action.seq > seen.seq)
  if (news.length === 0) return null
  return (
    <Notice tone="near" live>
      <p>{say(words.news)}</p>
      <ul>
        {news.map((action) => {
          const quote = quoteOf(action)
          return (
            <li key={action.seq}>
              {actionSentence(action, language, { categoryOf: nameOf })} <When at={action.at} />
              {quote && <blockquote>{quote}</blockquote>}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
