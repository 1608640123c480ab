import { sql } from 'kysely'
import type { aidKindRoutes } from '#contract/aid-kind.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { AidKindRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { nudge } from '../matter/store.ts'
import { insistFresh, onceForRules } from '../rules/record.ts'

/** The catalogue in its order. `isOnOnly`: without what is not offered any more. */
export async function listKinds(tx: Tx, district: number, isOnOnly: boolean): Promise<AidKindRow[]> {
  const { rows } = await sql<AidKindRow>`select * from aid_kind where district_id = ${district}
    and (is_on or not ${isOnOnly}) order by position, code`.execute(tx)
  return rows
}

/** Whether a kind of help can be ordered now. */
export async function isAidKindOn(tx: Tx, district: number, code: string): Promise<boolean> {
  const { rows } = await sql`select from aid_kind
    where district_id = ${district} and code = ${code} and is_on`.execute(tx)
  return rows.length > 0
}

const viewOf = ({ code, name_zh: nameZh, name_en: nameEn, is_on: isOn, version }: AidKindRow) => ({
  ...{ code, nameZh, nameEn, isOn, version },
})

type Reader = { tx: Tx; actor: { districtId: number } }

export async function listAidKinds({ tx, actor }: Reader) {
  return { rows: (await listKinds(tx, actor.districtId, false)).map(viewOf) }
}

/**
 * Adds a kind of help, or changes one: what it is called, and whether it is offered. Refusals: `codeTaken` (to be added, and
 * there already), `notFound` (to be changed, and not there), `staleVersion`.
 */
export async function saveAidKind(call: Call<typeof aidKindRoutes.saveAidKind>) {
  const { tx, actor, params, body } = call
  const { commandId, version, nameZh, nameEn, isOn } = body
  const district = actor.districtId
  const deed = {
    commandId,
    verb: 'saveAidKind',
    subject: params.code,
    payload: { version, nameZh, nameEn, isOn },
  }
  await onceForRules(call, { ...deed, verb: 'saveAidKind' }, async () => {
    const rows = await listKinds(tx, district, false)
    const row = rows.find(({ code }) => code === params.code)
    if (version === 0 && row) throw new Refused(refuse('codeTaken', { code: params.code }, 'code'))
    if (version > 0 && !row) throw new Refused(refuse('notFound'))
    if (row) insistFresh(version, row.version)
    await sql`insert into aid_kind (district_id, code, name_zh, name_en, is_on, position, version)
      values (${district}, ${params.code}, ${nameZh}, ${nameEn}, ${isOn}, ${(rows.at(-1)?.position ?? 0) + 1}, 1)
      on conflict (district_id, code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
        is_on = excluded.is_on, version = aid_kind.version + 1`.execute(tx)
    await nudge(tx, { kind: 'rules', district, id: `aidKind:${params.code}`, version: version + 1 })
  })
  return listAidKinds(call)
}
