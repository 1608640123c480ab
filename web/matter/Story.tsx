import type { ActionView, MatterPage } from '#contract/matter.ts'
import { setPreferences, usePreferences } from '#web/lib/preferences.ts'
import { useWords } from '#web/lib/words.ts'
import { StoryEntry } from './StoryEntry.tsx'
import { matterWords as words } from './words.ts'

/** Voices that joined one after another stand as one line, so that eighty of them do not bury the rest. */
export function foldJoins(actions: readonly ActionView[]): { action: ActionView; count: number }[] {
  const lines: { action: ActionView; count: number }[] = []
  for (const action of actions) {
    const last = lines.at(-1)
    if (action.verb === 'join' && last?.action.verb === 'join') last.count += 1
    else lines.push({ action, count: 1 })
  }
  return lines
}

/** What happened, one sentence for each thing. */
export function Story({ matter }: { matter: MatterPage }) {
  const { say } = useWords()
  const { isOldestFirst } = usePreferences()
  const actions = [...matter.actionLog].sort((a, b) => (isOldestFirst ? a.seq - b.seq : b.seq - a.seq))
  return (
    <section className="panel story" aria-labelledby="story-title">
      <header>
        <h2 id="story-title">{say(words.story)}</h2>
        <button
          type="button"
          className="link"
          onClick={() => setPreferences({ isOldestFirst: !isOldestFirst })}
        >
          {say(isOldestFirst ? words.newestFirst : words.oldestFirst)}
        </button>
      </header>
      <ol className="story-list">
        {foldJoins(actions).map(({ action, count }) => (
          <StoryEntry key={action.seq} action={action} count={count} />
        ))}
      </ol>
    </section>
  )
}
