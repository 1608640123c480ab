import type { RegisterFile, RegisterView, recordRoutes } from '#contract/record.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { seatsWith } from '#domain/org/grants.ts'
import { destroyableFrom } from '#domain/record/retention.ts'
import { refuse } from '#domain/refusal.ts'
import { scopeOf, setScope, type Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import { getRules } from '../org/rules.ts'
import {
  type Counted,
  type FileRow,
  findRegister,
  listFileRows,
  listOverdue,
  listRegisterRows,
} from './store.ts'

/** Whoever keeps the archive has no matters to read: from here on the transaction sees the district, and only what follows leaves it. */
export const asArchive = (tx: Tx, district: number) =>
  setScope(tx, scopeOf({ kind: 'system', districtId: district }))

/** Registers are decided at the level of the district. */
export const decides = (actor: StaffActor) =>
  seatsWith(actor, 'record.approve').some((seat) => seat.unitKind === 'district')

export function viewOfRegister(row: Counted, actor: StaffActor): RegisterView {
  const isDrawn = row.state === 'drawn'
  return {
    ...{ id: row.id, state: row.state as RegisterView['state'], reason: row.reason },
    drawn: { name: row.drawn_name, at: iso(row.drawn_at) },
    decided:
      row.decided_at === null
        ? null
        : { name: row.decided_name ?? '', at: iso(row.decided_at), why: row.decided_why ?? '' },
    doneAt: isoOrNull(row.done_at),
    ...{ count: row.count, kept: row.kept, destroyed: row.destroyed },
    mayEdit: isDrawn && seatsWith(actor, 'record.draw').length > 0,
    mayDecide: isDrawn && decides(actor) && row.drawn_by !== actor.accountId,
  }
}

/** The registers, newest first, and how many files wait for one. */
export async function listRegisters({ tx, actor, query, now }: Call<typeof recordRoutes.listRegisters>) {
  const district = actor.districtId
  const rows = await listRegisterRows(tx, district, query.cursor, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  const { profile } = await getRules(tx, district)
  await asArchive(tx, district)
  const overdue = await listOverdue(tx, district, profile.retention, now)
  return {
    rows: shown.map((row) => viewOfRegister(row, actor)),
    next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
    overdue: overdue.length,
    mayDraw: seatsWith(actor, 'record.draw').length > 0,
  }
}

/** A register as its reader sees it. Throws the refusal `notFound`. */
export async function getRegisterView(tx: Tx, actor: StaffActor, id: string): Promise<RegisterView> {
  const row = await findRegister(tx, actor.districtId, id)
  if (!row) throw new Refused(refuse('notFound'))
  return viewOfRegister(row, actor)
}

export const getRegister = ({ tx, actor, params }: Call<typeof recordRoutes.getRegister>) =>
  getRegisterView(tx, actor, params.id)

const viewOfFile = (row: FileRow): RegisterFile => ({
  ...{ matterId: row.matter_id, number: row.number, title: row.sensitive ? null : row.title },
  ...{ categoryCode: row.category_code, archivedOn: dayOf(row.archived_at), retention: row.retention },
  ...{ years: row.years, from: destroyableFrom(row.archived_at, row.years) ?? '' },
  ...{ keptWhy: row.kept_why, destroyedAt: isoOrNull(row.destroyed_at) },
})

/** The files of a register, a page at a time. Refusal: `notFound`. */
export async function listRegisterFiles({
  tx,
  actor,
  params,
  query,
}: Call<typeof recordRoutes.listRegisterFiles>) {
  const district = actor.districtId
  if (!(await findRegister(tx, district, params.id))) return refuse('notFound')
  await asArchive(tx, district)
  const at = { district, registerId: params.id }
  const rows = await listFileRows(tx, at, query.cursor, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  return {
    rows: shown.map(viewOfFile),
    next: rows.length > query.limit ? (shown.at(-1)?.matter_id ?? null) : null,
  }
}
