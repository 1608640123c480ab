import { useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { When } from '#web/ui/When.tsx'
import { formWords as words } from './form-words.ts'
import { useCategories } from './queries.ts'
import { actionSentence, quoteOf } from './story-words.ts'

/** What happened to the matter while a form stood open. */
export function NewsSince({ matter }: { matter: MatterPage }) {
  const { language, say } = useWords()
  const { nameOf } = useCategories()
  const [seenSeq] = useState(() => Math.max(0, ...matter.actionLog.map((action) => action.seq)))
  const news = matter.actionLog.filter((action) => action.seq > seenSeq)
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
