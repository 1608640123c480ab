import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import type { NearbyMatter } from '#contract/nearby.ts'
import { stateLabels } from '#contract/words/labels.ts'
import { ranges } from '#domain/nearby/metres.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { NearbyMap } from './NearbyMap.tsx'
import { wayTo } from './sketch.ts'
import { nearbyWords as words } from './words.ts'
import './nearby.css'

/** What is open around a matter, on a plan and as a list; nothing where nobody knows where the matter is. */
export function NearbyPanel({ matter }: { matter: MatterPage }) {
  const { say } = useWords()
  const [within, setWithin] = useState<(typeof ranges)[number]>('300')
  const [active, setActive] = useState<string>()
  const { lng, lat } = matter.place
  const nearby = useQuery({
    queryKey: ['matter', matter.id, 'nearby', within],
    queryFn: ({ signal }) => call('listNearby', { params: { id: matter.id }, query: { within } }, signal),
    placeholderData: keepPreviousData,
    enabled: lng !== null && lat !== null,
    staleTime: 60_000,
  })
  if (lng === null || lat === null) return null
  const rangeWords = { '300': say(words.within300), '1000': say(words.within1000) }
  const { data } = nearby
  return (
    <section className="panel nearby" aria-labelledby="nearby-title">
      <header>
        <h2 id="nearby-title">{say(words.title)}</h2>
        <div role="group" aria-label={say(words.range)} className="nearby-ranges">
          {ranges.map((range) => (
            <button
              key={range}
              type="button"
              className="pill"
              aria-pressed={range === within}
              onClick={() => setWithin(range)}
            >
              {rangeWords[range]}
            </button>
          ))}
        </div>
      </header>
      {nearby.error && <ErrorState error={nearby.error} onRetry={() => void nearby.refetch()} />}
      {nearby.isPending && <Skeleton rows={4} />}
      {data && (
        <div className="nearby-body">
          <NearbyMap nearby={data} active={active} onActive={setActive} />
          <div className="nearby-words">
            {data.rows.length === 0 ? (
              <p className="quiet nearby-note">{say(words.nothing, { range: rangeWords[within] })}</p>
            ) : (
              <p className="quiet nearby-note">{say(words.legend)}</p>
            )}
            <ol className="nearby-list">
              {data.rows.map((row, index) => (
                <NearbyLine
                  key={row.id}
                  row={row}
                  no={index + 1}
                  isActive={row.id === active}
                  onActive={setActive}
                />
              ))}
            </ol>
            {data.hasMore && (
              <p className="quiet nearby-note">{say(words.more, { count: data.rows.length })}</p>
            )}
          </div>
        </div>
      )}
    </section>
  )
}

function NearbyLine({
  row,
  no,
  isActive,
  onActive,
}: {
  row: NearbyMatter
  no: number
  isActive: boolean
  onActive: (id: string | undefined) => void
}) {
  const { say } = useWords()
  const metres = Math.max(10, Math.round(row.metres / 10) * 10)
  const away =
    row.metres < 5
      ? say(words.atSpot)
      : say(words.away, { way: say(words[wayTo(row.east, row.north)]), metres })
  return (
    <li
      data-active={isActive ? 'yes' : 'no'}
      onPointerEnter={() => onActive(row.id)}
      onPointerLeave={() => onActive(undefined)}
    >
      <span className="nearby-no number" data-same={row.isSameCategory ? 'yes' : 'no'} aria-hidden="true">
        {no}
      </span>
      <div>
        <Link className="link" to="/matters/$box/$id" params={{ box: 'all', id: row.id }} search={{}}>
          {row.title}
        </Link>
        <p className="quiet">
          <span className="number">{row.number}</span> · {say(stateLabels[row.state])} · {away}{' '}
          {row.isSameCategory && <FlagTag tone="info">{say(words.sameCategory)}</FlagTag>}
        </p>
      </div>
    </li>
  )
}
