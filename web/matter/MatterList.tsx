import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { SelectBar } from '#web/bulk/SelectBar.tsx'
import type { Selection } from '#web/bulk/use-selection.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import type { Filters } from './filters.ts'
import { GoneNotices } from './GoneNotices.tsx'
import { ListEmpty } from './ListEmpty.tsx'
import { ListFilters } from './ListFilters.tsx'
import { MatterCards } from './MatterCards.tsx'
import { MatterTable } from './MatterTable.tsx'
import { type Box, useMatters } from './queries.ts'
import { useArrivals } from './use-arrivals.ts'
import type { Look } from './use-look.ts'
import { matterWords as words } from './words.ts'

/** One box, page after page: cards, or a table over the whole width until a matter is opened beside it. */
export function MatterList({
  box,
  filters,
  selected,
  selection,
  look,
  onFilter,
}: {
  box: Box
  filters: Filters
  selected: string | undefined
  selection: Selection
  look: Look
  onFilter: (change: Partial<Filters>) => void
}) {
  const { say } = useWords()
  const isWide = look.isTable === true && selected === undefined
  const list = useMatters(box, filters)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const names = list.data?.pages[0]?.names
  const arrivals = useArrivals(
    `${box}${JSON.stringify({ ...filters, do: undefined, view: undefined, look: undefined, cols: undefined })}`,
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
      <ListFilters
        {...{ box, filters, names, selection, look, onFilter }}
        isBeside={selected !== undefined}
      />
      <GoneNotices names={names} onFilter={onFilter} />
      <div className="hidden-text" aria-live="polite">
        {arrivals.told > 0 ? say(words.arrived, { count: arrivals.told }) : ''}
      </div>
      <div className="list-scroll">
        {(list.isPending || look.isTable === undefined) && <Skeleton rows={9} />}
        {list.error && rows.length === 0 && (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        )}
        {list.data && rows.length === 0 && <ListEmpty box={box} filters={filters} onFilter={onFilter} />}
        {rows.length > 0 && isWide && (
          <MatterTable
            {...{ box, filters, rows, selection, onFilter }}
            columns={look.columns}
            fresh={arrivals.fresh}
          />
        )}
        {rows.length > 0 && look.isTable !== undefined && !isWide && (
          <MatterCards {...{ box, filters, rows, selected, selection }} fresh={arrivals.fresh} />
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
