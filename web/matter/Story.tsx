import { useRef, useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import { useMe } from '#web/console/queries.ts'
import { setPreferences, usePreferences } from '#web/lib/preferences.ts'
import { useWords } from '#web/lib/words.ts'
import { isBlanked } from './bare-words.ts'
import { StoryEntry } from './StoryEntry.tsx'
import { StoryFilters } from './StoryFilters.tsx'
import { useSeenBefore } from './seen.ts'
import { storyLabels as words } from './story-labels.ts'
import { filterStory, foldJoins, foldMiddle, type StoryFilter, type StoryLine } from './story-lines.ts'
import './story.css'

/** What happened, one sentence for each thing; a long one with its middle folded, and with what is new marked. */
export function Story({ matter }: { matter: MatterPage }) {
  const { say } = useWords()
  const me = useMe()
  const { isOldestFirst } = usePreferences()
  const [filter, setFilter] = useState<StoryFilter>('all')
  const [isWhole, setWhole] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const log = matter.actionLog
  const newest = Math.max(0, ...log.map((action) => action.seq))
  const seen = useSeenBefore(me?.accountId, matter.id, newest)
  const isNew = ({ action }: StoryLine) => action.seq > seen && action.actor.name !== me?.name
  const counts = {
    all: log.length,
    told: filterStory(log, 'told').length,
    internal: filterStory(log, 'internal').length,
    papers: filterStory(log, 'papers').length,
  }
  const shown = filterStory(log, filter).sort((a, b) => (isOldestFirst ? a.seq - b.seq : b.seq - a.seq))
  const lines = foldJoins(shown)
  const { before, folded, after } = isWhole
    ? { before: lines, folded: 0, after: [] }
    : foldMiddle(lines, isOldestFirst)
  const news = lines.filter(isNew).length
  const toNewest = () => {
    const entry = list.current?.querySelector<HTMLElement>(isOldestFirst ? 'li:last-child' : 'li')
    entry?.focus({ preventScroll: true })
    entry?.scrollIntoView({ block: 'center' })
  }
  const entryOf = (line: StoryLine) => (
    <StoryEntry
      key={line.action.seq}
      {...line}
      isNew={isNew(line)}
      isStub={matter.destroyedAt !== null || isBlanked(line.action)}
    />
  )
  return (
    <section className="panel story" aria-labelledby="story-title">
      <header>
        <h2 id="story-title">{say(words.title)}</h2>
        {isOldestFirst && lines.length > 8 && (
          <button type="button" className="link" onClick={toNewest}>
            {say(words.toNewest)}
          </button>
        )}
        <button
          type="button"
          className="link"
          onClick={() => setPreferences({ isOldestFirst: !isOldestFirst })}
        >
          {say(isOldestFirst ? words.newestFirst : words.oldestFirst)}
        </button>
      </header>
      <StoryFilters filter={filter} counts={counts} onFilter={setFilter} />
      {news > 0 && (
        <p className="story-news" role="status">
          {say(words.newSince, { count: news })}
        </p>
      )}
      <ol className="story-list" ref={list}>
        {before.map(entryOf)}
        {folded > 0 && (
          <li className="story-fold">
            <button type="button" className="link" onClick={() => setWhole(true)}>
              {say(words.unfold, { count: folded })}
            </button>
          </li>
        )}
        {after.map(entryOf)}
      </ol>
    </section>
  )
}
