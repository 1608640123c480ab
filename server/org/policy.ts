import { sql } from 'kysely'
import { defaultPolicy, type SecurityPolicy } from '#domain/org/security.ts'
import type { Tx } from '../db/scope.ts'

/** A policy as it was kept, completed by the defaults for what did not exist when it was written. */
export const policyFrom = (kept: Partial<SecurityPolicy> | null, isProduction: boolean): SecurityPolicy => ({
  ...defaultPolicy(isProduction),
  ...kept,
})

/** The newest policy of a district `d` as JSON, or null. */
export const newestPolicy = (district: unknown) => sql<Partial<SecurityPolicy> | null>`(
  select y.data from security_policy y where y.district_id = ${district} order by y.version desc limit 1)`

/** What the district demands of whoever signs in. */
export async function getPolicyOf(tx: Tx, district: number, isProduction: boolean): Promise<SecurityPolicy> {
  const { rows } = await sql<{ data: Partial<SecurityPolicy> | null }>`
    select ${newestPolicy(district)} data`.execute(tx)
  return policyFrom(rows[0]?.data ?? null, isProduction)
}
