import { type Refusal, refuse } from '../refusal.ts'

/** GeoJSON (RFC 7946 §3.1.6 and §3.1.7) of an area in WGS-84: rings of longitude and latitude in degrees, closed. */
export type Outline =
  | { type: 'Polygon'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] }

/** A drawing by hand has a few hundred points; more than this is a survey, and slows every map. */
export const mostPoints = 5000

type Json = Record<string, unknown>
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null

function pointOf(value: unknown): number[] | undefined {
  if (!Array.isArray(value) || value.length < 2) return undefined
  const [lng, lat] = value as unknown[]
  const isOnEarth =
    typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90
  return isOnEarth ? [lng, lat] : undefined
}

function ringOf(value: unknown): number[][] | undefined {
  if (!Array.isArray(value) || value.length < 3) return undefined
  const points = value.map(pointOf)
  const ring = points.filter((point) => point !== undefined)
  const [first, last] = [ring[0], ring.at(-1)]
  if (ring.length !== points.length || !first || !last) return undefined
  const isClosed = first[0] === last[0] && first[1] === last[1]
  const closed = isClosed ? ring : [...ring, first]
  return closed.length < 4 ? undefined : closed
}

function polygonOf(value: unknown): number[][][] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const rings = value.map(ringOf)
  return rings.every((ring) => ring !== undefined) ? rings : undefined
}

/** The one geometry inside a feature or a collection of one feature, as drawing programs save it. */
function geometryOf(value: Json): Json | undefined {
  const features = value['features']
  if (value['type'] === 'FeatureCollection')
    return Array.isArray(features) && features.length === 1 && isJson(features[0])
      ? geometryOf(features[0])
      : undefined
  if (value['type'] !== 'Feature') return value
  return isJson(value['geometry']) ? value['geometry'] : undefined
}

/**
 * Reads an outline: a polygon or several, also wrapped in a feature. A ring left open is closed; heights are dropped.
 * In: parsed JSON. Refusal: `badOutline` (facts: most points).
 */
export function readOutline(value: unknown): Outline | Refusal {
  const refused = refuse('badOutline', { max: mostPoints }, 'outline')
  const geometry = isJson(value) ? geometryOf(value) : undefined
  const given = geometry?.['coordinates']
  if (geometry?.['type'] === 'Polygon') {
    const coordinates = polygonOf(given)
    return coordinates && coordinates.flat().length <= mostPoints ? { type: 'Polygon', coordinates } : refused
  }
  if (geometry?.['type'] !== 'MultiPolygon' || !Array.isArray(given) || given.length === 0) return refused
  const polygons = given.map(polygonOf)
  const coordinates = polygons.filter((polygon) => polygon !== undefined)
  const isGood = coordinates.length === polygons.length && coordinates.flat(2).length <= mostPoints
  return isGood ? { type: 'MultiPolygon', coordinates } : refused
}
