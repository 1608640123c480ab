import type { z } from 'zod'
import { type Facts, refuse } from '#domain/refusal.ts'
import { Refused } from './refused.ts'

/** Parses by the contract. What a client sent wrongly is a refusal that names the field; what we send wrongly is a fault. */
export function parse<S extends z.ZodType>(
  schema: S,
  value: unknown,
  part: 'params' | 'query' | 'body' | 'answer',
): z.output<S> {
  // what was sent tells a value of the wrong type from one that is not there
  const result = schema.safeParse(value ?? (part === 'body' ? undefined : {}), { reportInput: true })
  if (result.success) {
    const unfit = part === 'query' || part === 'body' ? findUnfit(result.data) : undefined
    if (unfit === undefined) return result.data
    throw new Refused(refuse('badInput', { field: unfit || part, hint: 'character' }, unfit || part))
  }
  const [issue] = result.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const field = [...(issue?.path ?? []), ...unknown].join('.').slice(0, 100) || part
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

/** NUL and half a surrogate pair are no text for the database. */
const unfitSign = /\u0000|[\ud800-\udfff]/u

/** The path of a text that the contract did not clean and the database would not take. Walks without recursion. */
function findUnfit(whole: unknown): string | undefined {
  const open: [value: unknown, path: string][] = [[whole, '']]
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, path] = next
    if (typeof value === 'string' && unfitSign.test(value)) return path
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value)) {
      if (unfitSign.test(key)) return path
      open.push([inner, path === '' ? key : `${path.slice(0, 60)}.${key}`])
    }
  }
  return undefined
}
