import { Link } from '@tanstack/react-router'
import type { Answer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { pathOf, placed, pointRadius, ringsOf, size, spotOf, unitsOf } from './sketch.ts'
import { nearbyWords as words } from './words.ts'

/**
 * A plan without tiles, since there is no network but ours: outlines of the units, rings of distance, north and a scale. The list
 * below says the same in words, so that the plan is for the eye and the pointer only.
 */
export function NearbyMap({
  nearby,
  active,
  onActive,
}: {
  nearby: Answer<'listNearby'>
  active: string | undefined
  onActive: (id: string | undefined) => void
}) {
  const { say } = useWords()
  const { within, outlines } = nearby
  const points = placed(nearby.rows, within)
  const rings = ringsOf(within)
  const [bar = 100] = rings
  const middle = size / 2
  // the one pointed at is drawn last, above its neighbours
  const drawn = points
    .map((point, index) => ({ ...point, no: index + 1 }))
    .toSorted((a, b) => Number(a.row.id === active) - Number(b.row.id === active))
  return (
    <svg className="nearby-map" viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      {outlines.map((outline) => (
        <path
          key={outline.id}
          className="nearby-outline"
          data-kind={outline.kind}
          data-own={outline.isOwn ? 'yes' : 'no'}
          d={pathOf(outline.rings, within)}
        />
      ))}
      {rings.map((metres) => (
        <g key={metres} className="nearby-ring">
          <circle cx={middle} cy={middle} r={unitsOf(metres, within)} />
          <text x={middle} y={spotOf(0, metres, within).y - 3}>
            {say(metres === 1000 ? words.kilometre : words.metres, { metres })}
          </text>
        </g>
      ))}
      <g className="nearby-north">
        <path d="M298 40V18m0-8-6 12h12z" />
        <text x="298" y="54">
          {say(words.north)}
        </text>
      </g>
      <g className="nearby-scale">
        <path d={`M16 300v6h${unitsOf(bar, within).toFixed(1)}v-6`} />
        <text x={16 + unitsOf(bar, within) / 2} y="299">
          {say(words.metres, { metres: bar })}
        </text>
      </g>
      {drawn.map(({ row, x, y, spotX, spotY }) =>
        Math.hypot(x - spotX, y - spotY) < 1 ? null : (
          <line key={row.id} className="nearby-lead" x1={spotX} y1={spotY} x2={x} y2={y} />
        ),
      )}
      <g className="nearby-here">
        <path d={`M${middle} ${middle - 9}l9 9-9 9-9-9z`} />
      </g>
      {drawn.map(({ row, x, y, no }) => (
        <Link
          key={row.id}
          className="nearby-point"
          data-same={row.isSameCategory ? 'yes' : 'no'}
          data-active={row.id === active ? 'yes' : 'no'}
          to="/matters/$box/$id"
          params={{ box: 'all', id: row.id }}
          search={{}}
          tabIndex={-1}
          onPointerEnter={() => onActive(row.id)}
          onPointerLeave={() => onActive(undefined)}
        >
          <title>{`${row.number} ${row.title}`}</title>
          <circle cx={x} cy={y} r={pointRadius} />
          <text x={x} y={y + 4}>
            {no}
          </text>
        </Link>
      ))}
    </svg>
  )
}
