import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type ProofForm, petitionProof, type proofRoutes } from '#contract/proof.ts'
import type { Document } from '#domain/document/document.ts'
import type { Form } from '#domain/mediation/forms/dossier.ts'
import type { Mediation } from '#domain/mediation/mediation.ts'
import {
  proofCode,
  proofOfAgreement,
  proofState,
  readProofCode,
  spacedProof,
} from '#domain/mediation/proof.ts'
import type { PaperForm } from '#domain/petition/papers.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { iso } from '../matter/views.ts'
import { freshBytes } from '../random.ts'

/** A code for a paper that is about to be drawn. */
export const newProof = (): string => proofCode(freshBytes(12))

/** The papers with the code that proves them, at the end of the first; of a bound file at its very end, for the cover is full. */
export function withProof(
  documents: readonly Document[],
  { code, form, district, publicUrl }: { code: string; form?: Form; district: number; publicUrl: string },
): Document[] {
  const payload = new URL(`/v/${district}#${code}`, publicUrl).href
  // a code is not broken over two lines
  const caption = `核验码\u00a0${spacedProof(code).replaceAll(' ', '\u00a0')}`
  const bearer = form === 'dossier' ? documents.length - 1 : 0
  return documents.map((document, i) =>
    i === bearer
      ? { ...document, blocks: [...document.blocks, { kind: 'qr', payload, caption, align: 'end' }] }
      : document,
  )
}

/** Puts on record which file a code proves. */
export async function keepProof(
  tx: Tx,
  proof: {
    district: number
    code: string
    m: Mediation
    form: Form
    of: string | null
    number: string
    fileKind: 'pdf' | 'word'
    bytes: Uint8Array
    at: number
    accountId: string
  },
): Promise<void> {
  const sha256 = createHash('sha256').update(proof.bytes).digest()
  const wording = proof.m.agreements.find(({ id }) => id === proof.of)?.version ?? null
  await sql`insert into paper_proof
      (district_id, code, mediation_id, form, of_id, number, file_kind, sha256, wording, drawn_at, account_id)
    values (${proof.district}, ${proof.code}, ${proof.m.id}, ${proof.form}, ${proof.of}, ${proof.number}, ${proof.fileKind},
      ${sha256}, ${wording}, ${new Date(proof.at)}, ${proof.accountId})`.execute(tx)
}

/** The same of a paper of a petition. */
export async function keepPetitionProof(
  tx: Tx,
  proof: {
    district: number
    code: string
    petitionId: string
    form: PaperForm
    of: string | null
    number: string
    fileKind: 'pdf' | 'word'
    bytes: Uint8Array
    at: number
    accountId: string
  },
): Promise<void> {
  const sha256 = createHash('sha256').update(proof.bytes).digest()
  await sql`insert into paper_proof
      (district_id, code, petition_id, form, of_id, number, file_kind, sha256, drawn_at, account_id)
    values (${proof.district}, ${proof.code}, ${proof.petitionId}, ${petitionProof(proof.form)}, ${proof.of}, ${proof.number},
      ${proof.fileKind}, ${sha256}, ${new Date(proof.at)}, ${proof.accountId})`.execute(tx)
}

type ProofRow = {
  form: ProofForm
  mediation_id: string | null
  of_id: string | null
  number: string
  file_kind: 'pdf' | 'word'
  sha256: Buffer
  wording: number | null
  drawn_at: number
  committee_name: string
  district_name: string
  facts: Mediation | Record<string, never> | null
  petition: object | null
}

/** What the code on a paper proves. Refusal: `unknownPaper`. */
export async function checkPaper({ tx, params, body }: Call<typeof proofRoutes.checkPaper>) {
  const code = readProofCode(body.code)
  if (code === undefined) return refuse('unknownPaper', undefined, 'code')
  const { rows } =
    await sql<ProofRow>`select p.form, p.of_id, p.number, p.file_kind, p.sha256, p.wording, p.drawn_at,
      p.mediation_id, c.name committee_name, r.name district_name, d.facts, t.facts petition
    from paper_proof p left join mediation d on d.district_id = p.district_id and d.id = p.mediation_id
      left join petition t on t.district_id = p.district_id and t.id = p.petition_id
      join unit c on c.district_id = p.district_id and c.id = coalesce(d.committee_id, t.office_id) join district r on r.id = p.district_id
    where p.district_id = ${params.district} and p.code = ${code}`.execute(tx)
  const [row] = rows
  if (!row) return refuse('unknownPaper', undefined, 'code')
  const { form, of_id: of, wording } = row
  const told = {
    ...{ districtName: row.district_name, committeeName: row.committee_name, form, number: row.number },
    ...{ drawnAt: iso(row.drawn_at), fileKind: row.file_kind, sha256: row.sha256.toString('hex') },
  }
  // a paper of a petition is issued once and never worded anew
  if (row.mediation_id === null)
    return {
      ...told,
      state: row.petition && 'id' in row.petition ? ('current' as const) : ('gone' as const),
      agreement: null,
    }
  const m = row.facts && 'agreements' in row.facts ? (row.facts as Mediation) : undefined
  return {
    ...told,
    state: proofState(m, { form: form as Form, of, wording }),
    agreement: (form === 'agreement' && m && proofOfAgreement(m, of)) || null,
  }
}
