import type { MatterPage } from '#contract/matter.ts'
import { partLabels } from '#contract/words/labels.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { When } from '#web/ui/When.tsx'
import { standingWords as words } from './standing-words.ts'

/** What other units were asked for, and what each answered. */
export function Parts({ parts }: Pick<MatterPage, 'parts'>) {
  const { say } = useWords()
  if (parts.length === 0) return null
  const open = parts.filter((part) => part.outcome === null).length
  return (
    <section className="panel" aria-labelledby="parts-title">
      <header>
        <h2 id="parts-title">{say(words.parts, { done: parts.length - open, count: parts.length })}</h2>
      </header>
      <ul className="panel-body parts">
        {parts.map((part) => (
          <li key={`${part.unitId} ${part.askedAt}`}>
            <b>{part.unitName}</b>{' '}
            <FlagTag tone={part.outcome === null ? 'near' : part.outcome === 'done' ? 'good' : 'still'}>
              {say(part.outcome === null ? words.partOpen : partLabels[part.outcome])}
            </FlagTag>
            <p>{part.task}</p>
            {part.text && <blockquote>{part.text}</blockquote>}
            <small className="quiet">
              <When at={part.answeredAt ?? part.askedAt} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
