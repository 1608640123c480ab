import type { Actor } from '#domain/actor.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { mayDo, whyNot } from '#domain/matter/why-not.ts'
import { type Role, roles } from '#domain/org/roles.ts'
import type { Target } from '#domain/org/targets.ts'
import { circumstancesAt, later } from './play.ts'
import { foreignUnit, resident, staffAt, stranger, system, type UnitName, units, visitor } from './scene.ts'
import { situations } from './situations.ts'

type Setting = { title: string; centre: Target; handling: Target }

/** The three ways of a matter that lies in one building: who sorts it and who handles it. */
export const settings: Record<'outpost' | 'kept' | 'street', Setting> = {
  outpost: {
    title: 'Sorted by the community of the place, handled by a department.',
    centre: units.community,
    handling: units.department,
  },
  kept: {
    title: 'Sorted and handled by the community of the place.',
    centre: units.community,
    handling: units.community,
  },
  street: {
    title: 'Sorted by the centre of the street, handled by the company of the community.',
    centre: units.streetCentre,
    handling: units.company,
  },
}

const above = ['street', 'streetCentre', 'district', 'districtCentre'] as const
const away = ['siblingCommunity', 'otherStreet', 'otherStreetCentre'] as const

/** Where posts of each role stand: at the place, beside it, below, above, in another street, in an office. */
const places: Record<Role, readonly UnitName[]> = {
  buildingHead: ['building'],
  gridWorker: ['grid', 'siblingGrid'],
  communityClerk: ['community', 'siblingCommunity', 'otherCommunity'],
  deskOfficer: ['community', 'siblingCommunity', 'streetCentre', 'districtCentre', 'otherStreetCentre'],
  dispatcher: ['community', ...above, ...away],
  mediator: ['community', 'committee', 'studio', 'streetCentre', 'department'],
  expert: ['committee', 'streetCentre', 'department'],
  legalPartner: ['community', 'streetCentre', 'department'],
  departmentOfficer: ['department', 'otherDepartment', 'company', 'otherStreet'],
  supervisor: ['community', ...above, ...away, 'department'],
  leader: ['community', ...above, ...away, 'department', 'otherDepartment'],
  administrator: ['district', 'street', 'community', 'department'],
  securityAdministrator: ['district', 'street', 'department'],
  auditor: ['district', 'street', 'department'],
}

const described: Partial<Record<UnitName, string>> = {
  building: 'building of the place',
  grid: 'grid of the place',
  community: 'community of the place',
  streetCentre: 'centre of the street',
  districtCentre: 'centre of the district',
  siblingGrid: 'other grid',
  siblingCommunity: 'sibling community',
  otherCommunity: 'community elsewhere',
  otherStreet: 'other street',
  otherStreetCentre: 'centre of other street',
  otherDepartment: 'other department',
}

/** What one actor may do to one matter, two days after it was dispatched, in words. */
function cell(matter: Matter, actor: Actor): string {
  const at = circumstancesAt(matter, later(2))
  if (whyNot('note', matter, actor, at)?.refused === 'notFound') return '(unseen)'
  return mayDo(matter, actor, at).join(' ') || '(reads only)'
}

/** The lines of one actor: one for each state, or one alone where none of them shows anything. */
function linesOf(name: string, matters: Record<string, Matter>, actor: Actor): string[] {
  const cells = Object.entries(matters).map(([state, matter]) => [state, cell(matter, actor)] as const)
  const [first] = cells
  if (first && cells.every(([, text]) => text === first[1] && text.startsWith('(')))
    return [`${name} | ${'any state'.padEnd(28)} | ${first[1]}`]
  return cells.map(([state, text]) => `${name} | ${state.padEnd(28)} | ${text}`)
}

/** Role × place × state → verbs, one line a combination. */
export function printGrid({ title, centre, handling }: Setting): string {
  const matters = situations(centre, handling)
  const lines = [
    title,
    '(unseen): answered as if it did not exist. (reads only): seen, with nothing to do.',
    '',
  ]
  const add = (who: string, where: string, actor: Actor) =>
    lines.push(...linesOf(`${who.padEnd(17)} | ${where.padEnd(22)}`, matters, actor))
  for (const role of roles) {
    for (const place of places[role]) add(role, described[place] ?? place, staffAt(role, units[place]))
    add(role, 'other district', staffAt(role, foreignUnit))
    lines.push('')
  }
  add('resident', 'with the query code', resident)
  add('resident', 'with another code', stranger)
  add('visitor', 'without any code', visitor)
  add('system', '', system)
  return `${lines.join('\n')}\n`
}
