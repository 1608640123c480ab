import type { StaffActor } from '../actor.ts'
import { reachOf } from '../org/grants.ts'
import { isWithin } from '../org/tree.ts'
import type { Meeting } from './meeting.ts'

/** The units by which somebody sits in meetings. */
export const meetingUnits = (actor: StaffActor): string[] =>
  actor.seats.filter((seat) => reachOf(seat, 'meeting.read') !== undefined).map((seat) => seat.unitId)

/** The areas whose meetings somebody oversees, as paths. */
export const meetingAreas = (actor: StaffActor): string[] =>
  actor.seats.filter((seat) => reachOf(seat, 'meeting.read') === 'subtree').map((seat) => seat.servesPath)

/** Whether somebody calls meetings for this unit. */
export const callsFor = (actor: StaffActor, unitId: string): boolean =>
  actor.seats.some((seat) => seat.unitId === unitId && reachOf(seat, 'meeting.call') !== undefined)

type Seen = Pick<Meeting, 'unitId' | 'areaPath' | 'chairId' | 'minuterId' | 'unitIds'>

/** Whether somebody runs the meeting: chair, minute taker, or of the unit that called it. */
export function runsMeeting(actor: StaffActor, meeting: Omit<Seen, 'unitIds' | 'areaPath'>): boolean {
  const { accountId } = actor
  return accountId === meeting.chairId || accountId === meeting.minuterId || callsFor(actor, meeting.unitId)
}

/** Whether somebody knows of the meeting: who runs it, who is called, who works in the calling unit, who oversees its area. */
export function seesMeeting(actor: StaffActor, meeting: Seen): boolean {
  const units = meetingUnits(actor)
  return (
    runsMeeting(actor, meeting) ||
    units.includes(meeting.unitId) ||
    meeting.unitIds.some((id) => units.includes(id)) ||
    meetingAreas(actor).some((area) => isWithin(meeting.areaPath, area))
  )
}

/** What of an item decides who sees it. `isPlain`: its matter is neither need-to-know nor destroyed. */
export type ItemSeen = { matterId: string | null; unitIds: readonly string[]; isPlain: boolean }

/** `seesMatter`: whether the reader sees the item's matter anyway; `units`: those the reader sits for. */
export type ItemReader = { runs: boolean; units: readonly string[]; seesMatter: boolean }

/**
 * Need-to-know at the table: a called unit sees the items that name it and the matters it may see anyway; of the others it knows
 * that there is one. A matter that is need-to-know keeps its lock, whoever runs the meeting (house rule; domain rules §12.4).
 */
export function seesItem(item: ItemSeen, reader: ItemReader): boolean {
  if (item.matterId !== null) {
    if (reader.seesMatter) return true
    if (!item.isPlain) return false
  } else if (item.unitIds.length === 0) return true
  return reader.runs || item.unitIds.some((id) => reader.units.includes(id))
}
