import { useWords } from '#web/lib/words.ts'
import { storyLabels as words } from './story-labels.ts'
import { type StoryFilter, storyFilters } from './story-lines.ts'

type Props = {
  filter: StoryFilter
  counts: Record<StoryFilter, number>
  onFilter: (filter: StoryFilter) => void
}

/** What of the story is shown: everything, what the person sees, what is internal, what has papers. */
export function StoryFilters({ filter, counts, onFilter }: Props) {
  const { say } = useWords()
  return (
    <div className="story-filters" role="group" aria-label={say(words.filters)}>
      {storyFilters.map((one) => (
        <button
          key={one}
          type="button"
          className="pill"
          aria-pressed={one === filter}
          disabled={counts[one] === 0 && one !== 'all'}
          onClick={() => onFilter(one)}
        >
          {say(words[one])} <b className="number">{counts[one]}</b>
        </button>
      ))}
    </div>
  )
}
