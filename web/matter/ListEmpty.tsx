import { Button } from 'antd'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { Empty } from '#web/ui/States.tsx'
import { type Filters, isFiltered, noFilters } from './filters.ts'
import type { Box } from './queries.ts'
import { matterWords as words } from './words.ts'

const empties: Record<Box, [Sentence, Sentence]> = {
  mine: [words.emptyMine, words.emptyMineText],
  pool: [words.emptyPool, words.emptyPoolText],
  request: [words.emptyRequest, words.emptyRequestText],
  assist: [words.emptyAssist, words.emptyAssistText],
  area: [words.emptyArea, words.emptyAreaText],
  closed: [words.emptyClosed, words.emptyClosedText],
  all: [words.emptyArea, words.emptyAreaText],
  followed: [words.emptyFollowed, words.emptyFollowedText],
  recent: [words.emptyRecent, words.emptyRecentText],
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
  const isNarrowed = isFiltered(filters)
  const [title, text] = isNarrowed ? [words.emptyFiltered, words.emptyFilteredText] : empties[box]
  return (
    <Empty
      title={say(title)}
      action={isNarrowed && <Button onClick={() => onFilter(noFilters)}>{say(words.clearFilters)}</Button>}
    >
      {say(text)}
    </Empty>
  )
}
