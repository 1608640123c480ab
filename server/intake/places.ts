import { sql } from 'kysely'
import { dayOf } from '#domain/calendar/days.ts'
import type { Order } from '#domain/intake/order-row.ts'
import { halfWidth, shorten } from '#domain/intake/text.ts'
import type { Tx } from '../db/scope.ts'
import type { UnitFacts } from '../org/queries.ts'

type Spot = { id: string; name: string; kind: string; path: string; lng: number | null; lat: number | null }
export type OrderPlace = {
  unitId: string
  path: string
  text: string
  lng: number | null
  lat: number | null
}
export type PlaceBook = (order: Pick<Order, 'place' | 'community' | 'street'>) => OrderPlace

const kindWord =
  /(街道办事处|街道办|街道|镇政府|镇|乡|社区居民委员会|社区居委会|居委会|社区|村民委员会|村委会|村)$/
const whole = (name: string) => halfWidth(name).replace(/\s+/g, '').toLowerCase()
const bare = (name: string) => whole(name).replace(kindWord, '')

/** Names → the one unit so called; a name without its 街道 or 社区 counts where only one unit is meant. */
function indexOf(spots: readonly Spot[]): (name: string | undefined) => Spot | undefined {
  const byName = new Map<string, Spot[]>()
  for (const spot of spots)
    for (const key of new Set([whole(spot.name), bare(spot.name)]))
      byName.set(key, [...(byName.get(key) ?? []), spot])
  return (name) => {
    if (!name) return undefined
    const called = byName.get(whole(name)) ?? byName.get(bare(name)) ?? []
    const exact = called.filter((spot) => whole(spot.name) === whole(name))
    const found = exact.length > 0 ? exact : called
    return found.length === 1 ? found[0] : undefined
  }
}

/** Where an order lies. In: the area's own unit and the streets and communities in it. The nearer unit wins, then the area itself. */
export function placeBook(area: Spot, spots: readonly Spot[]): PlaceBook {
  const streetOf = indexOf(spots.filter(({ kind }) => kind === 'street'))
  const communities = spots.filter(({ kind }) => kind === 'community')
  const anywhere = indexOf(communities)
  const inStreet = new Map<string, ReturnType<typeof indexOf>>()
  const communityOf = (name: string | undefined, street: Spot | undefined) => {
    if (!street) return anywhere(name)
    const known =
      inStreet.get(street.id) ?? indexOf(communities.filter(({ path }) => path.startsWith(street.path)))
    inStreet.set(street.id, known)
    return known(name)
  }
  return (order) => {
    const street = streetOf(order.street)
    // the communities of a street that is none of ours are none of ours, whatever they are called
    const isAbroad = Boolean(order.street) && !street && bare(order.street ?? '') !== bare(area.name)
    const community = isAbroad ? undefined : communityOf(order.community, street)
    const unit = community ?? street ?? area
    const named = community ? '' : `${order.street ?? ''}${order.community ?? ''}`
    const text = order.place ?? (named || unit.name)
    return { unitId: unit.id, path: unit.path, text: shorten(text, 200), lng: unit.lng, lat: unit.lat }
  }
}

/** The book of everything in an area. In: the unit whose area it is. */
export async function readPlaces(tx: Tx, district: number, area: UnitFacts, now: number): Promise<PlaceBook> {
  const { rows } = await sql<Spot>`select id, name, kind, path, lng, lat from unit
    where district_id = ${district} and kind in ('street', 'community') and starts_with(path, ${area.path})
      and (valid_to is null or valid_to >= ${dayOf(now)}::date)`.execute(tx)
  return placeBook(area, rows)
}
