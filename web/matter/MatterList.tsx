import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { SelectBar } from '#web/bulk/SelectBar.tsx'
import type { Selection } from '#web/bulk/use-selection.ts'
import { bulkWords } from '#web/bulk/words.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import type { Filters } from './filters.ts'
import { GoneNotices } from './GoneNotices.tsx'
import { ListEmpty } from './ListEmpty.tsx'
import { ListFilters } from './ListFilters.tsx'
import { MatterRowLink } from './MatterRowLink.tsx'
import { type Box, useMatters } from './queries.ts'
import { useArrivals } from './use-arrivals.ts'
import { matterWords as words } from './words.ts'

/** One box, page after page, each row with the reason why it stands there. */
export function MatterList({
  box,
  filters,
  selected,
  selection,
  onFilter,
}: {
  box: Box
  filters: Filters
  selected: string | undefined
  selection: Selection
  onFilter: (change: Partial<Filters>) => void
}) {
  const { say } = useWords()
  const list = useMatters(box, filters)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const names = list.data?.pages[0]?.names
  const arrivals = useArrivals(
    `${box}${JSON.stringify({ ...filters, do: undefined, view: undefined })}`,
    list.data && rows.map((row) => row.id),
    selected,
  )
  const end = useRef<HTMLDivElement>(null)
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = list

  useEffect(() => {
    const target = end.current
    if (!target || !hasNextPage) return
    const watch = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && !isFetchingNextPage && void fetchNextPage(),
      { rootMargin: '400px' },
    )
    watch.observe(target)
    return () => watch.disconnect()
  }, [hasNextPage, fetchNextPage, isFetchingNextPage])

  return (
    <>
      <ListFilters box={box} filters={filters} names={names} selection={selection} onFilter={onFilter} />
      <GoneNotices names={names} onFilter={onFilter} />
      <div className="hidden-text" aria-live="polite">
        {arrivals.told > 0 ? say(words.arrived, { count: arrivals.told }) : ''}
      </div>
      <div className="list-scroll">
        {list.isPending && <Skeleton rows={9} />}
        {list.error && rows.length === 0 && (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        )}
        {list.data && rows.length === 0 && <ListEmpty box={box} filters={filters} onFilter={onFilter} />}
        {rows.length > 0 && (
          <ul className="rows" aria-label={say(words.list)}>
            {rows.map((row) => (
              <li
                key={row.id}
                data-select={selection.isOn ? 'on' : undefined}
                data-chosen={selection.chosen.has(row.id) ? 'yes' : undefined}
              >
                {selection.isOn && (
                  <label className="row-choice">
                    <input
                      type="checkbox"
                      aria-label={say(bulkWords.selectRow, { title: row.title })}
                      checked={selection.chosen.has(row.id)}
                      onClick={(event) => selection.toggle(row, rows, event.shiftKey)}
                      onChange={() => {}}
                    />
                  </label>
                )}
                <MatterRowLink
                  row={row}
                  box={box}
                  filters={filters}
                  isSelected={row.id === selected}
                  isNew={arrivals.fresh.has(row.id)}
                />
              </li>
            ))}
          </ul>
        )}
        <div ref={end} className="list-end">
          {hasNextPage ? (
            <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
              {say(words.more)}
            </Button>
          ) : (
            rows.length > 8 && <span className="quiet">{say(words.allShown, { count: rows.length })}</span>
          )}
        </div>
      </div>
      <SelectBar selection={selection} rows={rows} />
    </>
  )
}
