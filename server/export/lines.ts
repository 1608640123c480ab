import { sql } from 'kysely'
import type { Sentence } from '#contract/words/language.ts'
import type { StaffActor } from '#domain/actor.ts'
import { mayReveal } from '#domain/matter/reveal.ts'
import type { Tx } from '../db/scope.ts'
import type { AppealRow } from '../db/tables.gen.ts'
import { matterOf } from '../matter/rows.ts'
import { type Listed, openSealed } from '../matter/views.ts'
import type { Exported } from './columns.ts'

async function listFirstVoices(tx: Tx, district: number, ids: string[]): Promise<Map<string, AppealRow>> {
  const { rows } = await sql<AppealRow>`select distinct on (a.matter_id) a.* from appeal a
    where a.district_id = ${district} and a.matter_id = any (${ids}::uuid[])
    order by a.matter_id, a.received_at, a.id`.execute(tx)
  return new Map(rows.map((row) => [row.matter_id, row]))
}

async function listUnitNames(tx: Tx, district: number, ids: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from unit
    where district_id = ${district} and id = any (${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The names of all categories, deleted ones too: matters keep them. */
export async function listCategoryNames(tx: Tx, district: number): Promise<Map<string, Sentence>> {
  const { rows } = await sql<{
    code: string
    zh: string
    en: string
  }>`select code, name_zh zh, name_en en from category
    where district_id = ${district}`.execute(tx)
  return new Map(rows.map(({ code, zh, en }) => [code, { zh, en }]))
}

/** Completes a page of rows with the names behind its ids and with what this reader may see of the first voice. */
export async function linesOf(
  tx: Tx,
  actor: StaffActor,
  rows: readonly Listed[],
  categories: ReadonlyMap<string, Sentence>,
): Promise<Exported[]> {
  const district = actor.districtId
  const voices = await listFirstVoices(
    tx,
    district,
    rows.map((row) => row.id),
  )
  const unitIds = rows.map((row) => row.handling_id).filter((id) => id !== null)
  const units = await listUnitNames(tx, district, [...new Set(unitIds)])
  return rows.map((row) => {
    const voice = voices.get(row.id)
    const hasLeft = voice && (voice.name_sealed !== null || voice.phone_sealed !== null)
    const may = hasLeft && mayReveal(actor, matterOf(row), { isConfidential: voice.is_confidential })
    return {
      row,
      handlingName: row.handling_id === null ? '' : (units.get(row.handling_id) ?? ''),
      category: row.category_code === null ? undefined : categories.get(row.category_code),
      contact: !hasLeft
        ? undefined
        : may
          ? { name: openSealed(voice, 'name'), phone: openSealed(voice, 'phone'), isSecret: false }
          : { name: null, phone: null, isSecret: true },
    }
  })
}
