import { z } from 'zod'
import { type Form, formNames } from '#domain/mediation/forms/dossier.ts'
import { proofStates } from '#domain/mediation/proof.ts'
import { type PaperForm, paperForms } from '#domain/petition/papers.ts'
import { day, districtId, instant } from './fields.ts'
import type { Route } from './route.ts'

/** A paper of a petition among those of mediation. */
type PetitionProof = `petition.${PaperForm}`
export type ProofForm = Form | PetitionProof
export const petitionProof = (form: PaperForm): PetitionProof => `petition.${form}`
const proofForms = [...formNames, ...paperForms.map(petitionProof)] as [ProofForm, ...ProofForm[]]

/** What a code on a paper tells to whoever holds it; it names nobody. */
const proof = z.object({
  districtName: z.string(),
  committeeName: z.string(),
  form: z.enum(proofForms),
  number: z.string(),
  drawnAt: instant,
  fileKind: z.enum(['pdf', 'word']),
  /** Of the file as it was handed out, in hexadecimal. */
  sha256: z.string(),
  state: z.enum(proofStates),
  /** Of an agreement: what may be compared with the paper. Money in fen. */
  agreement: z
    .object({
      effectiveOn: day.nullable(),
      fen: z.number().int(),
      parties: z.number().int(),
      signed: z.number().int(),
    })
    .nullable(),
})
export type Proof = z.output<typeof proof>

export const proofRoutes = {
  /** Whether a paper is genuine. The code travels in the body, as it stands in the fragment of the address. */
  checkPaper: {
    method: 'POST',
    path: '/api/public/:district/papers/check',
    session: 'none',
    params: z.object({ district: districtId }),
    body: z.object({ code: z.string().max(40) }),
    answer: proof,
  },
} as const satisfies Record<string, Route>
