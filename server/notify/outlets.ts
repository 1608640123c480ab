import { sql } from 'kysely'
import type { outletRoutes } from '#contract/outlet.ts'
import type { RouteAnswer } from '#contract/route.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { OutletRow } from '../db/tables.gen.ts'
import type { Call, Platform } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { isoOrNull } from '../matter/views.ts'
import { freshBytes } from '../random.ts'
import { seal } from '../secrets.ts'
import { outletBound } from './bound.ts'
import { whyNotUrl } from './hook-address.ts'
import { insertOutbox } from './outbox-store.ts'
import { insistWritten, onceForOutlets } from './outlet-store.ts'
import { mostOutlets } from './store.ts'

type View = RouteAnswer<typeof outletRoutes.listOutlets>['rows'][number]
type Row = OutletRow & { sent_at: number | null; waiting: number; dead: number }

/** Counting what waits or was given up stops here. */
const cap = 999

async function read(tx: Tx, district: number, id?: string): Promise<View[]> {
  const { rows } = await sql<Row>`select o.*,
      (select done_at from outbox x where x.district_id = o.district_id and x.outlet_id = o.id and x.outcome = 'sent'
        order by x.id desc limit 1) sent_at,
      (select count(*)::int from (select from outbox x where x.district_id = o.district_id and x.outlet_id = o.id
        and x.done_at is null limit ${cap}) w) waiting,
      (select count(*)::int from (select from outbox x where x.district_id = o.district_id and x.outlet_id = o.id
        and x.outcome = 'dead' limit ${cap}) d) dead
    from outlet o where o.district_id = ${district} and o.removed_at is null
      and (${id ?? null}::uuid is null or o.id = ${id ?? null}::uuid)
    order by o.id`.execute(tx)
  return rows.map((r) => ({
    ...{ id: r.id, name: r.name, url: r.url, verbs: r.verbs as View['verbs'], isOn: r.is_on },
    ...{ version: r.version, sentAt: isoOrNull(r.sent_at), waiting: r.waiting, dead: r.dead },
  }))
}

async function getOutlet(tx: Tx, district: number, id: string): Promise<View> {
  const [outlet] = await read(tx, district, id)
  if (!outlet) throw new Refused(refuse('notFound'))
  return outlet
}

const allowed = (url: string, { isProduction, outward }: Platform) =>
  insist(whyNotUrl(url, { isProduction, hosts: outward.hookHosts }))

const newSecret = () => freshBytes(32).toString('base64url')
const sealedTo = (district: number, id: string, secret: string) => seal(secret, outletBound(district, id))

export async function listOutlets({ tx, actor }: Call<typeof outletRoutes.listOutlets>) {
  return { rows: await read(tx, actor.districtId) }
}

/** Adds a receiver; its secret is told once. Refusals: `badHookAddress`, `tooMany`. */
export async function addOutlet(call: Call<typeof outletRoutes.addOutlet>) {
  const { tx, actor, now, body, platform } = call
  const { commandId, id, name, url, verbs } = body
  const district = actor.districtId
  const secret = newSecret()
  const deed = { commandId, verb: 'add', subject: id, payload: { name, url, verbs } } as const
  const isNew = await onceForOutlets(call, deed, async () => {
    allowed(url, platform)
    if ((await read(tx, district)).length >= mostOutlets)
      throw new Refused(refuse('tooMany', { field: 'outlets', max: mostOutlets }))
    const { numAffectedRows } =
      await sql`insert into outlet (district_id, id, name, url, secret_sealed, verbs, is_on, created_at)
      values (${district}, ${id}, ${name}, ${url}, ${sealedTo(district, id, secret)}, ${verbs}::text[], true, ${new Date(now)})
      on conflict do nothing`.execute(tx)
    if (numAffectedRows !== 1n) throw new Refused(refuse('commandReused'))
  })
  return { ...(await getOutlet(tx, district, id)), secret: isNew ? secret : null }
}

/** Changes a receiver, or switches it off. Refusals: `badHookAddress`, `staleVersion`, `notFound`. */
export async function editOutlet(call: Call<typeof outletRoutes.editOutlet>) {
  const { tx, actor, params, body, platform } = call
  const { commandId, version, ...wanted } = body
  const district = actor.districtId
  const deed = { commandId, verb: 'edit', subject: params.id, payload: wanted } as const
  await onceForOutlets(call, deed, async () => {
    const here = await getOutlet(tx, district, params.id)
    if (here.version !== version) throw new Refused(refuse('staleVersion', { version: here.version }))
    allowed(wanted.url, platform)
    insistWritten(
      await sql`update outlet set name = ${wanted.name}, url = ${wanted.url}, verbs = ${wanted.verbs}::text[],
          is_on = ${wanted.isOn}, version = version + 1
        where district_id = ${district} and id = ${params.id} and removed_at is null`.execute(tx),
    )
  })
  return getOutlet(tx, district, params.id)
}

/** A new secret at once; what is signed with the old one has been sent. Refusal: `notFound`. */
export async function renewSecret(call: Call<typeof outletRoutes.renewSecret>) {
  const { tx, actor, params, body } = call
  const district = actor.districtId
  const secret = newSecret()
  const deed = { commandId: body.commandId, verb: 'renewSecret', subject: params.id, payload: {} } as const
  const isNew = await onceForOutlets(call, deed, async () => {
    insistWritten(
      await sql`update outlet set secret_sealed = ${sealedTo(district, params.id, secret)}, version = version + 1
        where district_id = ${district} and id = ${params.id} and removed_at is null`.execute(tx),
    )
  })
  return { ...(await getOutlet(tx, district, params.id)), secret: isNew ? secret : null }
}

/** Removes a receiver; what waits for it is dropped when its turn comes. Refusal: `notFound`. */
export async function removeOutlet(call: Call<typeof outletRoutes.removeOutlet>) {
  const { tx, actor, now, params, body } = call
  const deed = { commandId: body.commandId, verb: 'remove', subject: params.id, payload: {} } as const
  await onceForOutlets(call, deed, async () => {
    insistWritten(
      await sql`update outlet set removed_at = ${new Date(now)}, is_on = false, version = version + 1
        where district_id = ${actor.districtId} and id = ${params.id} and removed_at is null`.execute(tx),
    )
  })
  return { done: true } as const
}

/** Sends an event named `test`, by the same way as every other. Refusals: `notFound`, `outletOff`. */
export async function testOutlet(call: Call<typeof outletRoutes.testOutlet>) {
  const { tx, actor, now, params, body } = call
  const district = actor.districtId
  const deed = { commandId: body.commandId, verb: 'test', subject: params.id, payload: {} } as const
  await onceForOutlets(call, deed, async () => {
    const { isOn } = await getOutlet(tx, district, params.id)
    if (!isOn) throw new Refused(refuse('outletOff'))
    await insertOutbox(tx, {
      ...{ district, id: body.commandId, topic: 'hook', at: now, outletId: params.id },
      payload: { verb: 'test', at: new Date(now).toISOString() },
    })
  })
  return { done: true } as const
}
