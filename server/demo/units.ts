import { dayOf } from '#domain/calendar/days.ts'
import { uuidv7 } from '#domain/id.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { pinyinOf } from '../org/new-district.ts'
import { buildingPoints } from './buildings.ts'
import { drawMesh, geoJsonOf, lngLatOf, type Mesh } from './mesh.ts'
import { phoneOf } from './person-names.ts'
import * as names from './place-names.ts'
import { centroidOf, type Point } from './polygons.ts'
import type { Random } from './random.ts'

export const demoDistrict = 339_901
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export type DemoUnit = {
  id: string
  parentId: string
  kind: UnitKind
  code: string
  name: string
  path: string
  phone: string | null
  outline: object | null
  lng: number | null
  lat: number | null
}
export type DemoPlace = { code: string; unit: DemoUnit; label: string }
export type DemoTree = { mesh: Mesh; units: DemoUnit[]; places: DemoPlace[] }

/** A code of so many signs that nobody confuses. */
export const codeFrom = (random: Random, length: number): string =>
  Array.from({ length }, () => signs[random.int(0, 31)]).join('')

/** Draws the district and hangs everything below its root. In: chance, the root, the instant that the ids carry. */
export function growTree(random: Random, root: { unitId: string; path: string }, now: number): DemoTree {
  const units: DemoUnit[] = []
  const places: DemoPlace[] = []
  const codes = new Set<string>()
  const mesh = drawMesh(random, 3, 4, 5)
  let line = 100

  type Above = { id: string; path: string }
  const add = (
    above: Above,
    kind: UnitKind,
    code: string,
    name: string,
    ring?: readonly Point[],
    at?: Point,
  ): DemoUnit => {
    const where = at ?? (ring && centroidOf(ring))
    const hasLine = !['grid', 'building', 'studio'].includes(kind)
    const unit: DemoUnit = {
      id: uuidv7(now, random.bytes(10)),
      parentId: above.id,
      kind,
      code,
      name,
      path: `${above.path}${code}/`,
      phone: hasLine ? phoneOf(9000 + line++) : null,
      outline: ring ? geoJsonOf(ring) : null,
      ...(where ? lngLatOf(where) : { lng: null, lat: null }),
    }
    units.push(unit)
    return unit
  }
  const addPlace = (unit: DemoUnit, label: string) => {
    let code = ''
    do code = codeFrom(random, 6)
    while (codes.has(code))
    codes.add(code)
    places.push({ code, unit, label })
  }

  const top = { id: root.unitId, path: root.path }
  add(top, 'centre', 'ZX', '枫溪区综治中心')
  for (const [i, name] of names.departmentNames.entries())
    add(top, 'department', `D${String(i + 1).padStart(2, '0')}`, `枫溪区${name}`)
  for (const [i, name] of names.utilityNames.entries()) add(top, 'company', `Q0${i + 1}`, name)

  let buildings = 0
  for (const [s, street] of mesh.streets.entries()) {
    const streetName = names.streetNames[s] ?? ''
    const streetUnit = add(top, 'street', `00${s + 1}`, streetName, street.ring)
    add(streetUnit, 'centre', 'ZX', `${streetName}综治中心（矛调中心）`)
    const studio = s < 2 ? names.studioNames[s] : undefined
    if (studio) add(streetUnit, 'studio', 'GZ1', studio)
    for (const [c, community] of street.communities.entries()) {
      const communityName = names.communityNames[s]?.[c] ?? ''
      const unit = add(streetUnit, 'community', `00${c + 1}`, communityName, community.ring)
      add(unit, 'committee', 'TW', `${communityName}人民调解委员会`)
      add(unit, 'company', 'Q01', names.companyNames[s * 4 + c] ?? '')
      for (const [g, ring] of community.grids.entries()) {
        const estate = names.estateNames[s * 4 + c]?.[g] ?? ''
        const grid = add(
          unit,
          'grid',
          `0${g + 1}`,
          `${communityName.replace('社区', '')}第${'一二三四五'[g]}网格（${estate}）`,
          ring,
        )
        // 400 buildings in 60 grids: seven in two of three, six in the third.
        const count = (buildings + g + c) % 3 === 2 ? 6 : 7
        for (const [b, point] of buildingPoints(random, ring, count).entries()) {
          const number = b + 1
          const building = add(
            grid,
            'building',
            String(number).padStart(3, '0'),
            `${estate} ${number} 号楼`,
            undefined,
            point,
          )
          addPlace(building, `${estate} ${number} 号楼 ${random.int(1, 3)} 单元`)
        }
      }
      buildings++
    }
  }
  return { mesh, units, places }
}

/** The rows of the table `unit`. */
export function unitRows(units: readonly DemoUnit[], now: number): object[] {
  return units.map(({ parentId, ...unit }) => ({
    district_id: demoDistrict,
    parent_id: parentId,
    ...unit,
    pinyin: pinyinOf(unit.name),
    valid_from: dayOf(now),
  }))
}

/** The rows of the table `place`: a code in every stairwell. */
export function placeRows(tree: DemoTree, now: number): object[] {
  return tree.places.map(({ code, unit, label }) => ({
    district_id: demoDistrict,
    code,
    unit_id: unit.id,
    label,
    lng: unit.lng,
    lat: unit.lat,
    valid_from: dayOf(now),
  }))
}
