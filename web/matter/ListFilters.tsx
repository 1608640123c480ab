import { channelLabels, stateLabels } from '#contract/words/labels.ts'
import { channels, states } from '#domain/matter/matter.ts'
import { useWords } from '#web/lib/words.ts'
import { BoxLink } from './BoxLink.tsx'
import type { Filters } from './filters.ts'
import type { Box } from './queries.ts'
import { matterWords as words } from './words.ts'

/** State, channel, lateness and order of a list. */
export function ListFilters({
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
  const others = (['mine', 'area', 'closed'] as const).filter((one) => one !== box)
  return (
    <div className="list-head">
      <div className="list-top">
        <h1>
          {say(words[box])}
          {filters.q && <small> · {say(words.found, { q: filters.q })}</small>}
        </h1>
        {box !== 'closed' && (
          <label className="check">
            <input
              type="checkbox"
              checked={filters.late === '1'}
              onChange={(event) => onFilter({ late: event.target.checked ? '1' : undefined })}
            />
            {say(words.lateOnly)}
          </label>
        )}
      </div>
      <div className="list-filters">
        {box !== 'closed' && (
          <select
            className="input"
            aria-label={say(words.filterState)}
            value={filters.state ?? ''}
            onChange={(event) => onFilter({ state: (event.target.value || undefined) as Filters['state'] })}
          >
            <option value="">{say(words.anyState)}</option>
            {states
              .filter((state) => state !== 'closed')
              .map((state) => (
                <option key={state} value={state}>
                  {say(stateLabels[state])}
                </option>
              ))}
          </select>
        )}
        <select
          className="input"
          aria-label={say(words.filterChannel)}
          value={filters.channel ?? ''}
          onChange={(event) => onFilter({ channel: (event.target.value || undefined) as Filters['channel'] })}
        >
          <option value="">{say(words.anyChannel)}</option>
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {say(channelLabels[channel])}
            </option>
          ))}
        </select>
        {box !== 'closed' && (
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
        {isFiltered && (
          <button
            type="button"
            className="link"
            onClick={() => onFilter({ q: undefined, state: undefined, channel: undefined, late: undefined })}
          >
            {say(words.clearFilters)}
          </button>
        )}
      </div>
      {filters.q && <OtherBoxes others={others} q={filters.q} />}
    </div>
  )
}

function OtherBoxes({ others, q }: { others: readonly Box[]; q: string }) {
  const { say } = useWords()
  return (
    <div className="list-filters">
      <span className="quiet">{say(words.alsoIn)}</span>
      {others.map((box) => (
        <BoxLink key={box} box={box} q={q} />
      ))}
    </div>
  )
}
