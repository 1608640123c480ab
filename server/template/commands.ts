import { sql } from 'kysely'
import type { TemplateView, templateRoutes } from '#contract/template.ts'
import { refuse } from '#domain/refusal.ts'
import { whyNotBody } from '#domain/template/template.ts'
import { whyNotCategory } from '../category/queries.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { nudge } from '../matter/store.ts'
import { type Inside, insistFresh, onceForRules } from '../rules/record.ts'
import { findTemplate, keepsAll, keptUnits } from './queries.ts'
import { insertTemplate, isNameFree, writeClosed, writeTemplate } from './store.ts'

/** The template as it stands. Refusals: `notFound`, `notYours` when it is only to be read. */
async function getTemplate({ tx, actor }: Inside, id: string): Promise<TemplateView> {
  const row = await findTemplate(tx, actor, id)
  if (!row) throw new Refused(refuse('notFound'))
  if (!row.mayEdit) throw new Refused(refuse('notYours'))
  return row
}

type Given = { unitId: string | null; name: string; categoryCode: string | null; body: string }

/** Holds what was written against the rest. Refusals: `unknownField`, `nameTaken`, `closedCategory`, `badInput`. */
export async function check({ tx, actor, now }: Inside, given: Given, was?: TemplateView): Promise<void> {
  insist(whyNotBody(given.body))
  const { categoryCode } = given
  if (categoryCode !== null && categoryCode !== was?.categoryCode)
    insist(await whyNotCategory(tx, actor.districtId, categoryCode, now))
  if (!(await isNameFree(tx, actor.districtId, given.unitId, given.name, was?.id)))
    throw new Refused(refuse('nameTaken', { name: given.name }, 'name'))
}

/** Writes a reply beforehand, for one's own unit or, who keeps all, for the district. Refusals: `notYours`, those of `check`. */
export async function addTemplate(call: Call<typeof templateRoutes.addTemplate>) {
  const { tx, actor, now, body } = call
  const { commandId, id, ...given } = body
  const isMine = keepsAll(actor) || (given.unitId !== null && keptUnits(actor).includes(given.unitId))
  if (!isMine) throw new Refused(refuse('notYours', undefined, 'unitId'))
  await onceForRules(call, { commandId, verb: 'addTemplate', subject: id, payload: given }, async () => {
    await check(call, given)
    const { rows } =
      await sql`select from unit where district_id = ${actor.districtId} and id = ${given.unitId}`.execute(tx)
    if (given.unitId !== null && rows.length === 0) throw new Refused(refuse('notFound', undefined, 'unitId'))
    if (!(await insertTemplate(tx, { district: actor.districtId, id, ...given, now, by: actor.accountId })))
      throw new Refused(refuse('commandReused'))
    await nudge(tx, { kind: 'rules', district: actor.districtId, id, version: 1 })
  })
  return getTemplate(call, id)
}

/** Refusals: `notFound`, `notYours`, `staleVersion`, those of `check`. */
export async function editTemplate(call: Call<typeof templateRoutes.editTemplate>) {
  const { tx, actor, now, params, body } = call
  const { commandId, version, ...given } = body
  const was = await getTemplate(call, params.id)
  const deed = {
    commandId,
    verb: 'editTemplate',
    subject: params.id,
    payload: { version, ...given },
  } as const
  await onceForRules(call, deed, async () => {
    insistFresh(version, (await getTemplate(call, params.id)).version)
    await check(call, { ...given, unitId: was.unit?.id ?? null }, was)
    await writeTemplate(tx, { district: actor.districtId, id: params.id, ...given, now, by: actor.accountId })
    await nudge(tx, { kind: 'rules', district: actor.districtId, id: params.id, version: version + 1 })
  })
  return getTemplate(call, params.id)
}

/** Offers a template no longer, or again. Refusals: `notFound`, `notYours`, `staleVersion`, `nameTaken`. */
export async function closeTemplate(call: Call<typeof templateRoutes.closeTemplate>) {
  const { tx, actor, now, params, body } = call
  const { commandId, version, isClosed } = body
  const was = await getTemplate(call, params.id)
  const deed = {
    commandId,
    verb: 'closeTemplate',
    subject: params.id,
    payload: { version, isClosed },
  } as const
  await onceForRules(call, deed, async () => {
    insistFresh(version, (await getTemplate(call, params.id)).version)
    if (!isClosed) await check(call, { ...was, unitId: was.unit?.id ?? null }, was)
    await writeClosed(tx, { district: actor.districtId, id: params.id, isClosed, now, by: actor.accountId })
    await nudge(tx, { kind: 'rules', district: actor.districtId, id: params.id, version: version + 1 })
  })
  return getTemplate(call, params.id)
}
