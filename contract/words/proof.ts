import type { Form } from '#domain/mediation/forms/dossier.ts'
import type { PaperForm } from '#domain/petition/papers.ts'
import type { ProofForm } from '../proof.ts'
import type { Sentence } from './language.ts'
import { formLabels } from './mediation-labels.ts'
import { paperLabels } from './petition.ts'

/** What a paper that bears a code is called. In: its form, of a mediation or of a petition. */
export function proofLabel(form: ProofForm): Sentence {
  const [of, name] = form.split('.')
  return of === 'petition' ? paperLabels[name as PaperForm] : formLabels[form as Form]
}
