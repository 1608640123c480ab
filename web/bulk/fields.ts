import { bulkInputs } from '#contract/bulk.ts'
import { type BulkVerb, bulkVerbs } from '#domain/matter/bulk.ts'
import type { FieldSpec } from '#web/matter/field-spec.ts'
import { verbFields } from '#web/matter/verb-fields.ts'

/** The fields of a verb that one form can fill for many; where the rest stays as it is, each may be left open. */
export function bulkFields(verb: BulkVerb): FieldSpec[] {
  const known = Object.keys(bulkInputs[verb].shape)
  const isMerged = bulkVerbs[verb] === 'merged'
  return (
    (verbFields[verb] ?? [])
      .filter((spec) => known.includes(spec.name) && spec.kind !== 'files' && spec.kind !== 'assistAlong')
      // what the responsibility list says differs from matter to matter
      .map((spec) => (spec.name === 'whyOther' ? { ...spec, isOptional: true as const } : spec))
      .map((spec) => (isMerged ? { ...spec, isOptional: true } : spec))
  )
}
