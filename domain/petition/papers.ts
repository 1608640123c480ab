import { issuedForms, type Petition } from './petition.ts'

/** The papers of a petition: what was issued, the letter by which it is sent on, and the mandate of an agent. */
export const paperForms = [...issuedForms, 'transfer', 'mandate'] as const
export type PaperForm = (typeof paperForms)[number]

/** Which of them the record fills by now, in the order in which they came. Of each mandate there is one. */
export function petitionPapers(p: Petition): { form: PaperForm; of: string | null }[] {
  const first: { form: PaperForm; of: string | null }[] =
    p.bodyId === null ? [] : [{ form: 'transfer', of: null }]
  return [
    ...first,
    ...p.issued.map(({ form }) => ({ form, of: null })),
    ...p.mandates.map(({ id }) => ({ form: 'mandate' as const, of: id })),
  ]
}
