import { Button } from 'antd'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { Empty } from '#web/ui/States.tsx'
import type { Filters } from './filters.ts'
import type { Box } from './queries.ts'
import { matterWords as words } from './words.ts'

const empties: Record<Box, [Sentence, Sentence]> = {
  mine: [words.emptyMine, words.emptyMineText],
  pool: [words.emptyPool, words.emptyPoolText],
  area: [words.emptyArea, words.emptyAreaText],
  closed: [words.emptyClosed, words.emptyClosedText],
}

/** Why the list is empty, and what would fill it. */
export function ListEmpty({
  box,
  filters,
  onFilter,
}: {
  box: Box
  filters: Filters
  onFilter: (change: Partial<Filters>) => void
}) {
  const { say } = useWords()
  const isFiltered = filters.q || filters.state || filters.channel || filters.late
  const [title, text] = isFiltered ? [words.emptyFiltered, words.emptyFilteredText] : empties[box]
  return (
    <Empty
      title={say(title)}
      action={
        isFiltered && (
          <Button
            onClick={() => onFilter({ q: undefined, state: undefined, channel: undefined, late: undefined })}
          >
            {say(words.clearFilters)}
          </Button>
        )
      }
    >
      {say(text)}
    </Empty>
  )
}
