import type { z } from 'zod'
import { moveInputs } from '#contract/moves.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

export type Issue = {
  code?: string | undefined
  path: PropertyKey[]
  message: string
  origin?: unknown
  maximum?: unknown
}

/** An issue of the contract as the refusal that says how to mend it. */
export function refusalOf(issue: Issue, field: string): Refusal {
  if (issue.code === 'too_big' && issue.origin === 'string')
    return refuse('tooLong', { field, max: Number(issue.maximum) }, field)
  if (issue.code === 'too_big' && issue.origin === 'array')
    return refuse('tooMany', { field, max: Number(issue.maximum) }, field)
  if (issue.code === 'custom' || issue.code === 'invalid_format')
    return refuse('badInput', { field, hint: issue.message }, field)
  return refuse('missingField', { field }, field)
}

/** The first refusal of each field by a schema of the contract. */
export function refusalsOf(schema: z.ZodType, input: Record<string, unknown>): Record<string, Refusal> {
  const result = schema.safeParse(input)
  const refusals: Record<string, Refusal> = {}
  for (const issue of result.success ? [] : (result.error.issues as Issue[])) {
    const field = String(issue.path[0] ?? '')
    refusals[field] ??= refusalOf(issue, field)
  }
  return refusals
}

/**
 * Asks the contract before the server is asked, so that what is missing shows at once and beside its field. In: verb and
 * input. Out: the first refusal of each field.
 */
export function checkInput(verb: Verb, input: Record<string, unknown>): Record<string, Refusal> {
  const refusals = refusalsOf(moveInputs[verb], input)
  // the contract leaves it open whether somebody not reached had an opinion
  if (verb === 'revisit' && input['reached'] === true)
    for (const field of ['solved', 'satisfied'])
      if (input[field] === undefined) refusals[field] ??= refuse('missingField', { field }, field)
  return refusals
}
