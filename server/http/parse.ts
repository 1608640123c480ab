import type { z } from 'zod'
import { type Facts, refuse } from '#domain/refusal.ts'
import { Refused } from './refused.ts'

/** Parses by the contract. What a client sent wrongly is a refusal that names the field; what we send wrongly is a fault. */
export function parse<S extends z.ZodType>(
  schema: S,
  value: unknown,
  part: 'params' | 'query' | 'body' | 'answer',
): z.output<S> {
  const result = schema.safeParse(value ?? (part === 'body' ? undefined : {}))
  if (result.success) return result.data
  const [issue] = result.error.issues
  const field = issue?.path.join('.') || part
  if (part === 'answer')
    throw new Error(`the answer does not keep the contract at ${field}: ${issue?.message}`)
  if (part === 'params') throw new Refused(refuse('notFound', undefined, field))
  throw new Refused(refusalOf(issue, field))
}

function refusalOf(issue: z.core.$ZodIssue | undefined, field: string) {
  const facts: Facts = { field }
  if (issue?.code === 'too_big' && issue.origin === 'string')
    return refuse('tooLong', { ...facts, max: Number(issue.maximum) }, field)
  if (issue?.code === 'too_big' && issue.origin === 'array')
    return refuse('tooMany', { ...facts, max: Number(issue.maximum) }, field)
  const isEmpty = issue?.code === 'too_small' && issue.origin === 'string'
  const isAbsent = issue?.code === 'invalid_type' && issue.input === undefined
  if (isEmpty || isAbsent) return refuse('missingField', facts, field)
  return refuse(
    'badInput',
    {
      ...facts,
      hint:
        issue?.code === 'custom' || issue?.code === 'invalid_format' ? issue.message : (issue?.code ?? ''),
    },
    field,
  )
}
