import { CheckSquareOutlined, FilterOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { boxesWithoutDue, type ConditionNames } from '#contract/list.ts'
import type { Selection } from '#web/bulk/use-selection.ts'
import { bulkWords } from '#web/bulk/words.ts'
import { ExportButton } from '#web/export/ExportButton.tsx'
import { usePhone } from '#web/lib/use-media.ts'
import { useWords } from '#web/lib/words.ts'
import { ViewBar } from '#web/view/ViewBar.tsx'
import { FilterChips } from './FilterChips.tsx'
import { FilterDrawer } from './FilterDrawer.tsx'
import { type Filters, filterNames } from './filters.ts'
import { ListTotal } from './ListTotal.tsx'
import { LookSwitch } from './LookSwitch.tsx'
import { listWords } from './list-words.ts'
import { type Box, sortOf } from './queries.ts'
import type { Look } from './use-look.ts'
import { matterWords as words } from './words.ts'

type Props = {
  box: Box
  filters: Filters
  names: ConditionNames | undefined
  selection: Selection
  look: Look
  /** A matter stands open beside the list. */
  isBeside: boolean
  onFilter: (change: Partial<Filters>) => void
}

/** What a list is of: its box, its conditions, its order, and the view they may be. */
export function ListFilters({ box, filters, names, selection, look, isBeside, onFilter }: Props) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const isPhone = usePhone()
  const { q, late } = filters
  const isOpenBox = box === 'mine' || box === 'pool' || box === 'area'
  const count = filterNames.filter((name) => filters[name] !== undefined && name !== 'to').length
  return (
    <div className="list-head">
      <div className="list-top">
        <h1>
          {say(words[box])}
          {q && <small> · {say(words.found, { q })}</small>} <ListTotal box={box} filters={filters} />
        </h1>
        {isOpenBox && (
          <label className="check">
            <input
              type="checkbox"
              checked={late === '1'}
              onChange={(event) => onFilter({ late: event.target.checked ? '1' : undefined })}
            />
            {say(words.lateOnly)}
          </label>
        )}
      </div>
      <div className="list-filters">
        <Button icon={<FilterOutlined />} aria-expanded={isOpen} onClick={() => setOpen(true)}>
          {count > 0 ? say(listWords.filtersCount, { count }) : say(listWords.filters)}
        </Button>
        {box !== 'recent' && (
          <select
            className="input"
            aria-label={say(words.sort)}
            value={sortOf(box, filters)}
            onChange={(event) => onFilter({ sort: event.target.value as 'due' })}
          >
            {!boxesWithoutDue.includes(box) && <option value="due">{say(words.sortDue)}</option>}
            <option value="new">{say(words.sortNew)}</option>
            <option value="changed">{say(words.sortChanged)}</option>
          </select>
        )}
        <Button
          icon={<CheckSquareOutlined />}
          aria-pressed={selection.isOn}
          onClick={() => selection.turn(!selection.isOn)}
        >
          {say(selection.isOn ? bulkWords.selectOff : bulkWords.select)}
        </Button>
        <ExportButton box={box} filters={filters} />
        {!isPhone && (
          <LookSwitch
            {...{ look, isBeside }}
            isOfView={filters.view !== undefined}
            onBack={() => onFilter({})}
          />
        )}
        {q && <OtherBoxes box={box} q={q} />}
      </div>
      <FilterChips filters={filters} names={names} onFilter={onFilter} />
      <ViewBar box={box} filters={filters} />
      <FilterDrawer
        box={box}
        filters={filters}
        names={names}
        isOpen={isOpen}
        onFilter={onFilter}
        onClose={() => setOpen(false)}
      />
    </div>
  )
}

/** The same search in the other lists. */
function OtherBoxes({ box, q }: { box: Box; q: string }) {
  const { say } = useWords()
  return (
    <>
      <span className="quiet">{say(words.alsoIn)}</span>
      {(['mine', 'area', 'closed'] as const)
        .filter((other) => other !== box)
        .map((other) => (
          <Link key={other} className="link" to="/matters/$box" params={{ box: other }} search={{ q }}>
            {say(words[other])}
          </Link>
        ))}
    </>
  )
}
