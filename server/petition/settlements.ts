import { sql } from 'kysely'
import type { Mediation } from '#domain/mediation/mediation.ts'
import { fileNumber } from '#domain/mediation/number.ts'
import type { Tx } from '../db/scope.ts'

type Settlement = { id: string; number: string; isAgreed: boolean }

/** The mediations of a matter, the newest first; a settlement of its petition may name those that came to an agreement. */
export async function listSettlements(tx: Tx, district: number, matterId: string): Promise<Settlement[]> {
  const { rows } = await sql<{ id: string; facts: Mediation; committee_name: string; is_agreed: boolean }>`
    select d.id, d.facts, u.name committee_name, d.is_agreed and d.state in ('agreed', 'filed') is_agreed
    from mediation d join unit u on u.district_id = d.district_id and u.id = d.committee_id
    where d.district_id = ${district} and d.matter_id = ${matterId} order by d.opened_at desc limit 50`.execute(
    tx,
  )
  return rows.map((row) => ({
    ...{ id: row.id, number: fileNumber(row.facts, row.committee_name), isAgreed: row.is_agreed },
  }))
}
