import type { MatterPage } from '#contract/matter.ts'
import { setPreferences, usePreferences } from '#web/lib/preferences.ts'
import { useWords } from '#web/lib/words.ts'
import { StoryEntry } from './StoryEntry.tsx'
import { matterWords as words } from './words.ts'

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
        {actions.map((action) => (
          <StoryEntry key={action.seq} action={action} />
        ))}
      </ol>
    </section>
  )
}
