import { totpDigits } from '#domain/org/totp.ts'
import type { Tx } from '../db/scope.ts'
import { lockTotp, useCode, writeStep } from './factor-store.ts'
import { stepOf } from './totp.ts'

/** How many signs a recovery code has, without its dashes. */
export const codeLength = 12

/**
 * Whether what was typed is the account's code of the moment, or one of its recovery codes; either is used up by it. Spaces,
 * dashes and full-width digits do not matter. Out: which of the two it was.
 */
export async function isFactor(
  tx: Tx,
  of: { district: number; accountId: string },
  typed: string,
  now: number,
): Promise<'code' | 'recovery' | undefined> {
  const code = typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')
  if (code.length === codeLength) return (await useCode(tx, of, code, now)) ? 'recovery' : undefined
  if (code.length !== totpDigits) return undefined
  const totp = await lockTotp(tx, of)
  const step = totp?.secret && stepOf(totp.secret, code, now, totp.lastStep)
  if (step === undefined) return undefined
  await writeStep(tx, of, step)
  return 'code'
}
