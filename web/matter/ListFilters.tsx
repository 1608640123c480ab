import { Link } from '@tanstack/react-router'
import { channelLabels, stateLabels } from '#contract/words/labels.ts'
import { channels, states } from '#domain/matter/matter.ts'
import { useWords } from '#web/lib/words.ts'
import { type Filters, isFiltered, noFilters } from './filters.ts'
import { NumberFilter } from './NumberFilter.tsx'
import type { Box } from './queries.ts'
import { matterWords as words } from './words.ts'

type Props = { box: Box; filters: Filters; onFilter: (change: Partial<Filters>) => void }

/** State, channel, lateness and order of a list. */
export function ListFilters({ box, filters, onFilter }: Props) {
  const { say } = useWords()
  const { q, state, channel, late } = filters
  const isOpenBox = box !== 'closed' && box !== 'all'
  return (
    <div className="list-head">
      <div className="list-top">
        <h1>
          {say(words[box])}
          {q && <small> · {say(words.found, { q })}</small>}
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
        {isOpenBox && <StateFilter state={state} onFilter={onFilter} />}
        <select
          className="input"
          aria-label={say(words.filterChannel)}
          value={channel ?? ''}
          onChange={(event) => onFilter({ channel: (event.target.value || undefined) as Filters['channel'] })}
        >
          <option value="">{say(words.anyChannel)}</option>
          {channels.map((one) => (
            <option key={one} value={one}>
              {say(channelLabels[one])}
            </option>
          ))}
        </select>
        {isOpenBox && (
          <select
            className="input"
            aria-label={say(words.sort)}
            value={filters.sort ?? (box === 'area' ? 'new' : 'due')}
            onChange={(event) => onFilter({ sort: event.target.value as 'due' })}
          >
            <option value="due">{say(words.sortDue)}</option>
            <option value="new">{say(words.sortNew)}</option>
          </select>
        )}
      </div>
      {isFiltered(filters) && (
        <div className="list-filters">
          <NumberFilter filters={filters} />
          {q && <OtherBoxes box={box} q={q} />}
          <button type="button" className="link" onClick={() => onFilter(noFilters)}>
            {say(words.clearFilters)}
          </button>
        </div>
      )}
    </div>
  )
}

function StateFilter({ state, onFilter }: { state: Filters['state']; onFilter: Props['onFilter'] }) {
  const { say } = useWords()
  return (
    <select
      className="input"
      aria-label={say(words.filterState)}
      value={state ?? ''}
      onChange={(event) => onFilter({ state: (event.target.value || undefined) as Filters['state'] })}
    >
      <option value="">{say(words.anyState)}</option>
      {states
        .filter((one) => one !== 'closed')
        .map((one) => (
          <option key={one} value={one}>
            {say(stateLabels[one])}
          </option>
        ))}
    </select>
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
