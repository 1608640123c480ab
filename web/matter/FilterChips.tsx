import { CloseOutlined } from '@ant-design/icons'
import type { ConditionNames } from '#contract/list.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { chipsOf } from './chips.ts'
import { type Filters, noFilters } from './filters.ts'
import { listWords as words } from './list-words.ts'

type Props = {
  filters: Filters
  names: ConditionNames | undefined
  onFilter: (change: Partial<Filters>) => void
}

/** Every condition as a chip that goes when it is pressed, and all of them at once. */
export function FilterChips({ filters, names, onFilter }: Props) {
  const { language, say } = useWords()
  const now = useNow()
  const chips = chipsOf(filters, names, now, language)
  if (chips.length === 0) return null
  return (
    <ul className="chips" aria-label={say(words.chips)}>
      {chips.map((chip) => (
        <li key={chip.name}>
          <button
            type="button"
            className="chip"
            data-gone={chip.isGone ? 'yes' : undefined}
            aria-label={say(words.removeChip, { chip: chip.words })}
            onClick={() => onFilter(Object.fromEntries(chip.clears.map((name) => [name, undefined])))}
          >
            <span>{chip.words}</span>
            <CloseOutlined aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="link" onClick={() => onFilter(noFilters)}>
          {say(words.clearAll)}
        </button>
      </li>
    </ul>
  )
}
