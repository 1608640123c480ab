import { type Day, dayOf } from '../calendar/days.ts'
import { readMoment } from '../intake/dates.ts'
import { readPhones } from '../intake/phones.ts'
import { cleanText, countCharacters, halfWidth, isBlank, shorten } from '../intake/text.ts'
import type { Role, UnitKind } from '../org/roles.ts'
import { unitCode } from '../org/units.ts'
import type { RosterField } from './fields.ts'
import type { RosterProblem, RosterProblemCode } from './problems.ts'
import { readKind, readRole } from './words.ts'

/** The cells of one row by field; what has no column is ''. */
export type Cells = Partial<Record<RosterField, string>>

/** What is left out of a row leaves what is there as it is. */
export type UnitRow = {
  kind: UnitKind
  parentPath: string
  path: string
  code: string
  name: string
  phone: string | null
  at: { lng: number; lat: number } | null
  fromOn: Day | null
}
export type PersonRow = {
  name: string
  login: string
  phone: string | null
  post: { unitPath: string; role: Role; fromOn: Day | null; toOn: Day | null } | null
}
export type PlaceRow = {
  unitPath: string
  label: string
  code: string | null
  at: { lng: number; lat: number } | null
}

/** Reads the cells of a row and gathers what is wrong with them. */
class Reader {
  readonly problems: RosterProblem[] = []
  readonly #cells: Cells

  constructor(cells: Cells) {
    this.#cells = cells
  }

  text(field: RosterField): string {
    const text = cleanText(this.#cells[field] ?? '').replace(/\s+/g, ' ')
    return isBlank(text) ? '' : text
  }

  say(code: RosterProblemCode, field: RosterField, facts: Record<string, string | number> = {}): void {
    this.problems.push({ code, field, facts: { found: shorten(this.text(field), 30), ...facts } })
  }

  needed(field: RosterField, max: number): string {
    const text = this.text(field)
    const length = countCharacters(text)
    if (text === '') this.say('missing', field)
    else if (length > max) this.say('tooLong', field, { length, max })
    return text
  }

  day(field: RosterField): Day | null {
    const text = this.text(field)
    if (text === '') return null
    const moment = readMoment(text)
    if (typeof moment !== 'string') return dayOf(moment.at)
    this.say('dayBad', field)
    return null
  }

  phone(): string | null {
    const text = this.text('phone')
    if (text === '') return null
    const phones = readPhones(text)
    if (phones?.phone) return phones.phone
    this.say('phoneBad', 'phone')
    return null
  }

  point(): { lng: number; lat: number } | null {
    const [x, y] = [halfWidth(this.text('lng')), halfWidth(this.text('lat'))]
    if (x === '' && y === '') return null
    const number = (text: string, most: number) => {
      const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
      return Math.abs(value) <= most ? value : undefined
    }
    const [lng, lat] = [number(x, 180), number(y, 90)]
    if (lng !== undefined && lat !== undefined) return { lng, lat }
    this.say('coordinateBad', lng === undefined ? 'lng' : 'lat')
    return null
  }

  /** `001/003`, `339901/001/003` and `/339901/001/003/` are the same unit; an empty path is the district. */
  path(field: RosterField, district: number): string {
    const steps = halfWidth(this.text(field))
      .toUpperCase()
      .split(/[/\\>›]/)
      .map((step) => step.trim())
      .filter(Boolean)
    const below = steps[0] === String(district) ? steps.slice(1) : steps
    if (!below.every((step) => unitCode.test(step))) this.say('pathBad', field)
    return `/${[String(district), ...below].join('/')}/`
  }
}

/** A row of units. In: cells, the number of the district. Out: the row, or everything that is wrong with it. */
export function readUnitRow(cells: Cells, district: number): UnitRow | RosterProblem[] {
  const read = new Reader(cells)
  const name = read.needed('name', 80)
  const code = halfWidth(read.needed('code', 40)).toUpperCase()
  if (code !== '' && !unitCode.test(code)) read.say('codeBad', 'code')
  const kindText = read.needed('kind', 40)
  const kind = readKind(kindText)
  if (kindText !== '' && (kind === undefined || kind === 'district')) read.say('kindUnknown', 'kind')
  const parentPath = read.path('parent', district)
  const [phone, at, fromOn] = [read.phone(), read.point(), read.day('fromOn')]
  if (read.problems.length > 0 || kind === undefined) return read.problems
  return { kind, parentPath, path: `${parentPath}${code}/`, code, name, phone, at, fromOn }
}

const loginShape = /^[a-z0-9][a-z0-9._-]{1,39}$/

/** A row of people: a login, and one post or none. Several rows with one login are several posts. */
export function readPersonRow(cells: Cells, district: number): PersonRow | RosterProblem[] {
  const read = new Reader(cells)
  const name = read.needed('name', 40)
  const login = halfWidth(read.needed('login', 60)).toLowerCase()
  if (login !== '' && !loginShape.test(login)) read.say('loginBad', 'login')
  const phone = read.phone()
  const [unitText, roleText] = [read.text('unit'), read.text('role')]
  const role = readRole(roleText)
  if (roleText !== '' && role === undefined) read.say('roleUnknown', 'role')
  else if ((roleText === '') !== (unitText === '')) read.say('roleAlone', roleText === '' ? 'role' : 'unit')
  const unitPath = read.path('unit', district)
  const [fromOn, toOn] = [read.day('fromOn'), read.day('toOn')]
  if (fromOn !== null && toOn !== null && toOn < fromOn)
    read.say('spanBad', 'toOn', { found: toOn, from: fromOn })
  if (read.problems.length > 0) return read.problems
  return { name, login, phone, post: role === undefined ? null : { unitPath, role, fromOn, toOn } }
}

const placeCode = /^[0-9A-HJKMNP-TV-Z]{6}$/

/** A row of codes to scan. */
export function readPlaceRow(cells: Cells, district: number): PlaceRow | RosterProblem[] {
  const read = new Reader(cells)
  read.needed('unit', 200)
  const unitPath = read.path('unit', district)
  const label = read.needed('label', 60)
  const code = halfWidth(read.text('code')).toUpperCase()
  if (code !== '' && !placeCode.test(code)) read.say('placeCodeBad', 'code')
  const at = read.point()
  return read.problems.length > 0 ? read.problems : { unitPath, label, code: code === '' ? null : code, at }
}
