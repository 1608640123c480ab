import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Route } from '#contract/route.ts'
import { routes } from '#contract/routes.ts'

type Schema = {
  type?: string
  format?: string
  enum?: unknown[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  maxLength?: number
}

/** A schema in a few words. */
function told(schema: Schema): string {
  if (schema.enum) return schema.enum.map((v) => `\`${String(v)}\``).join(' ')
  if (schema.anyOf)
    return schema.anyOf
      .map(told)
      .filter((t) => t !== 'null')
      .join(' or ')
  if (schema.type === 'array') return `list of ${told(schema.items ?? {})}`
  if (schema.type === 'string' && schema.maxLength !== undefined) return `text ≤ ${schema.maxLength}`
  return schema.type ?? 'any'
}

function fieldsOf(schema: z.ZodType | undefined, io: 'input' | 'output'): string {
  if (!schema) return ''
  const json = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Schema
  return Object.entries(json.properties ?? {})
    .map(([name, of]) => `${name}${io === 'input' && !json.required?.includes(name) ? '?' : ''}: ${told(of)}`)
    .join('; ')
}

function whoOf({ session, needs, scope }: Route): string {
  if (session === 'staff') return needs ? `signed in, \`${needs}\`` : 'signed in'
  if (session === 'partner') return scope ? `with a key, \`${scope}\`` : 'with a key'
  return 'open to anybody, rate-limited'
}

function lines(name: string, route: Route): string[] {
  const out = [`### ${name}`, '', `\`${route.method} ${route.path}\` · ${whoOf(route)}`, '']
  for (const part of ['params', 'query', 'body'] as const)
    if (route[part]) out.push(`- ${part}: ${fieldsOf(route[part], 'input')}`)
  if (route.file) out.push(`- body: a file of at most ${route.file.maxBytes / 1024 / 1024} MB, as it is`)
  out.push(route.raw ? '- answers with a file or a stream' : `- answers: ${fieldsOf(route.answer, 'output')}`)
  return [...out, '']
}

/** docs/api.md, printed from the table of routes. */
export function apiDoc(): string {
  const out = [
    '# The routes',
    '',
    'Printed from `contract/` by `node scripts/api-doc.ts`; a test keeps it fresh. Do not edit.',
    '',
    'Every change carries the header `x-maple: 1`, except at the door of other systems ([door.md](door.md)). A refusal is answered as `{refused, field?, facts?, requestId}` with its',
    'status; the codes and their sentences stand in [rules.md](rules.md). Ids are UUIDv7 made by the client, so that',
    'everything can be sent twice. Instants are ISO 8601 in UTC.',
    '',
    ...Object.entries(routes as Record<string, Route>).flatMap(([name, route]) => lines(name, route)),
  ]
  return `${out.join('\n').trim()}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeFile(new URL('../docs/api.md', import.meta.url), apiDoc())
