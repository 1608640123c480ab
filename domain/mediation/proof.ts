import { agreedFen, effectiveOn } from './agreement.ts'
import type { Form } from './forms/dossier.ts'
import type { Mediation } from './mediation.ts'

/** Digits and letters that nobody takes for one another. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const proofLength = 12

/** A code of a paper out of random bytes (twelve of them; more are not looked at): 60 bits, so that none can be guessed. */
export const proofCode = (bytes: Uint8Array): string =>
  Array.from(bytes.slice(0, proofLength), (byte) => signs[byte % signs.length]).join('')

/** In groups of four, as it stands on paper. */
export const spacedProof = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? ''

/** Reads what somebody typed off a paper: small letters, full-width signs, spaces, O for 0 and I or L for 1. Out: undefined where it is no code. */
export function readProofCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—–]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return code.length === proofLength && [...code].every((sign) => signs.includes(sign)) ? code : undefined
}

/** How a paper stands to the record today. */
export const proofStates = ['current', 'inForce', 'replaced', 'notInForce', 'gone'] as const
export type ProofState = (typeof proofStates)[number]

/** What anybody who holds an agreement may compare with it. */
export type ProofOfAgreement = { effectiveOn: string | null; fen: number; parties: number; signed: number }

/**
 * How a drawn paper stands today. In: the mediation, undefined where its file was destroyed; of which agreement the paper is, and which
 * wording it shows. An agreement is in force only with every signature and the seal (Mediation Act art. 29).
 */
export function proofState(
  m: Mediation | undefined,
  { form, of, wording }: { form: Form; of: string | null; wording: number | null },
): ProofState {
  if (!m) return 'gone'
  if (form !== 'agreement') return 'current'
  const agreement = m.agreements.find(({ id }) => id === of)
  if (!agreement || agreement.droppedAt !== null || agreement.version !== wording) return 'replaced'
  return effectiveOn(agreement) === null ? 'notInForce' : 'inForce'
}

/** What an agreement says in numbers. Out: undefined where there is no such agreement. */
export function proofOfAgreement(m: Mediation, of: string | null): ProofOfAgreement | undefined {
  const agreement = m.agreements.find(({ id }) => id === of)
  return (
    agreement && {
      effectiveOn: effectiveOn(agreement),
      fen: agreedFen(agreement),
      parties: agreement.partyIds.length,
      signed: agreement.signatures.length,
    }
  )
}
