import { LockOutlined } from '@ant-design/icons'
import type { ActionView } from '#contract/matter.ts'
import { inWords } from '#contract/words/language.ts'
import { moveOf } from '#domain/matter/moves.ts'
import { useWords } from '#web/lib/words.ts'
import { Avatar } from '#web/ui/Avatar.tsx'
import { FileGrid } from '#web/ui/FileGrid.tsx'
import { When } from '#web/ui/When.tsx'
import { shownFiles } from './files.ts'
import { useCategories } from './queries.ts'
import { actionSentence, changesOf, quoteOf } from './story-words.ts'
import { matterWords as words } from './words.ts'

/** Whether the person who tracks the appeal sees it. */
function isTold({ verb, payload }: ActionView): boolean {
  return moveOf(verb).told === true && payload['toPerson'] !== false
}

/** One thing that happened: who, what, when, in which words, with which papers. */
export function StoryEntry({ action, count }: { action: ActionView; count: number }) {
  const { language, say } = useWords()
  const { nameOf } = useCategories()
  const quote = quoteOf(action)
  const changes = changesOf(action, language, { categoryOf: nameOf })
  const isPerson = action.actor.kind === 'resident' || action.actor.kind === 'visitor'
  const face = action.actor.name ?? action.actor.unitName ?? (isPerson ? '民' : '枫')
  return (
    <li className="entry" data-kind={action.verb === 'note' ? 'note' : isTold(action) ? 'told' : 'internal'}>
      <Avatar name={face} shape={action.actor.name || isPerson ? 'round' : 'square'} />
      <div className="entry-body">
        <p>
          {count > 1
            ? say(words.joinedMany, { count })
            : actionSentence(action, language, { categoryOf: nameOf })}{' '}
          <When at={action.at} />
        </p>
        {!isTold(action) && (
          <span className="entry-internal">
            <LockOutlined aria-hidden="true" /> {say(words.internal)}
          </span>
        )}
        {changes.map(({ field, before, after }) => (
          <p key={field} className="entry-change">
            {inWords(words.changed, language, {
              field,
              before: before || say(words.empty),
              after: after || say(words.empty),
            })}
          </p>
        ))}
        {quote && count === 1 && <blockquote>{quote}</blockquote>}
        {action.seq > 1 && <FileGrid files={shownFiles(action.files)} />}
      </div>
    </li>
  )
}
