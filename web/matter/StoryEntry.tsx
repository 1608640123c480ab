import { LockOutlined } from '@ant-design/icons'
import { inWords } from '#contract/words/language.ts'
import { useWords } from '#web/lib/words.ts'
import { Avatar } from '#web/ui/Avatar.tsx'
import { FileGrid } from '#web/ui/FileGrid.tsx'
import { When } from '#web/ui/When.tsx'
import { bareSentence } from './bare-words.ts'
import { shownFiles } from './files.ts'
import { useCategories } from './queries.ts'
import { storyLabels } from './story-labels.ts'
import { isTold, type StoryLine } from './story-lines.ts'
import { actionSentence, changesOf, quoteOf } from './story-words.ts'
import { matterWords as words } from './words.ts'

/** One thing that happened: who, what, when, in which words, with which papers. */
export function StoryEntry({
  action,
  count,
  isNew,
  isStub,
}: StoryLine & { isNew: boolean; isStub: boolean }) {
  const { language, say } = useWords()
  const { nameOf } = useCategories()
  const quote = quoteOf(action)
  const changes = changesOf(action, language, { categoryOf: nameOf })
  const isPerson = ['resident', 'visitor', 'party'].includes(action.actor.kind)
  const face = action.actor.name ?? action.actor.unitName ?? (isPerson ? '民' : '枫')
  const kind = action.verb === 'note' ? 'note' : isTold(action) ? 'told' : 'internal'
  return (
    <li className="entry" data-kind={kind} tabIndex={-1}>
      <Avatar name={face} shape={action.actor.name || isPerson ? 'round' : 'square'} />
      <div className="entry-body">
        <p>
          {isNew && <span className="row-new">{say(storyLabels.isNew)}</span>}{' '}
          {count > 1
            ? say(words.joinedMany, { count })
            : isStub
              ? bareSentence(action, language)
              : actionSentence(action, language, { categoryOf: nameOf })}{' '}
          <When at={action.at} />
          {kind !== 'told' && (
            <span className="entry-internal">
              <LockOutlined aria-hidden="true" /> {say(storyLabels.internalOnly)}
            </span>
          )}
        </p>
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
        {action.mentioned.length > 0 && (
          <p className="entry-mentioned">
            {say(storyLabels.mentioned, {
              names: action.mentioned.map((name) => `@${name}`).join(language === 'zh' ? '、' : ', '),
            })}
          </p>
        )}
        {action.seq > 1 && <FileGrid files={shownFiles(action.files)} />}
      </div>
    </li>
  )
}
