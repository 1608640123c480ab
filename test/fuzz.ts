import fc from 'fast-check'
import { z } from 'zod'
import { moveInputs } from '#contract/moves.ts'
import type { Route } from '#contract/route.ts'
import { type Verb, verbs } from '#domain/matter/moves.ts'

/** What of JSON Schema the contract uses. */
type Schema = {
  type?: string | string[]
  enum?: unknown[]
  pattern?: string
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  prefixItems?: Schema[]
  additionalProperties?: Schema | boolean
  propertyNames?: Schema
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
}

/** Signs that text handling breaks on: halves, other planes, joiners, right to left, nothing, quotes, wild cards. */
const odd = fc.constantFrom(
  ...[
    '',
    ' ',
    '\u0000',
    '\ud83d',
    '𠮷野家',
    '👨‍👩‍👧‍👦',
    '\u202e倒',
    'é',
    '%',
    '_',
    "'",
    '"',
    '\\',
    '../',
    '<b>',
    '{{x}}',
  ],
  ...['null', '-0', '1e999', 'NaN', '2026-02-30', '0000-00-00', '=1+1', '长'.repeat(400), 'a'.repeat(5_000)],
)

const days = fc.constantFrom('2026-11-20', '2026-11-23', '2026-11-30', '2026-12-31', '2027-01-01')

/** The texts that mean something where the schema says only "a text", and whether now and then a value is of no schema. */
type Taste = { meant: fc.Arbitrary<string>; isSpoiled: boolean }

function valueOf(schema: Schema, taste: Taste): fc.Arbitrary<unknown> {
  if (!taste.isSpoiled) return proper(schema, taste)
  const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }), odd) as fc.Arbitrary<unknown>
  return fc.oneof({ weight: 14, arbitrary: proper(schema, taste) }, { weight: 1, arbitrary: junk })
}

function proper(schema: Schema, taste: Taste): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const ways = schema.anyOf ?? schema.oneOf
  if (ways) return fc.oneof(...ways.map((way) => valueOf(way, taste)))
  const first = schema.allOf?.[0]
  if (first) return valueOf(first, taste)
  const [type] = [schema.type ?? 'any'].flat()
  if (type === 'object') return objectOf(schema, taste)
  if (type === 'array') return listOf(schema, taste)
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  if (type === 'integer' || type === 'number') return numberOf(schema, type === 'integer')
  if (type === 'string' && schema.pattern?.includes('d{4}-') === true) return fc.oneof(days, days, odd)
  if (type === 'string')
    return fc.oneof(
      { weight: taste.isSpoiled ? 2 : 16, arbitrary: taste.meant },
      { weight: 1, arbitrary: odd },
      { weight: 1, arbitrary: fc.string({ maxLength: 40, unit: 'binary' }) },
    )
  return fc.jsonValue({ maxDepth: 2 })
}

const numberOf = ({ minimum, maximum }: Schema, isWhole: boolean) => {
  const [low, high] = [Math.max(minimum ?? -5, -1e9), Math.min(maximum ?? 2_000, 1e9)]
  const near = isWhole
    ? fc.integer({ min: Math.ceil(low), max: Math.floor(Math.max(low, high)) })
    : fc.double({ min: low, max: Math.max(low, high), noNaN: true })
  return fc.oneof(
    { weight: 9, arbitrary: near },
    { weight: 1, arbitrary: fc.constantFrom(-1, 1e15, 0.5, 2 ** 31) },
  )
}

function listOf({ items = {}, prefixItems, maxItems = 4 }: Schema, taste: Taste) {
  if (prefixItems) return fc.tuple(...prefixItems.map((one) => valueOf(one, taste)))
  return fc.array(valueOf(items, taste), { maxLength: Math.min(maxItems + 1, 6) })
}

function objectOf(schema: Schema, taste: Taste): fc.Arbitrary<unknown> {
  const { properties, required = [], additionalProperties } = schema
  if (!properties) {
    const inner = typeof additionalProperties === 'object' ? additionalProperties : {}
    return fc.dictionary(fc.oneof(taste.meant, odd), valueOf(inner, taste), { maxKeys: 3 })
  }
  const fields = Object.entries(properties).map(([key, inner]) => {
    const value = valueOf(inner, taste)
    const isLeftOut = { weight: required.includes(key) ? 1 : 50, arbitrary: fc.constant(undefined) }
    return fc.oneof({ weight: 20, arbitrary: value }, isLeftOut).map((one) => [key, one] as const)
  })
  return fc
    .tuple(...fields)
    .map((pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== undefined)))
}

const schemaOf = (type: z.ZodType) =>
  z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as unknown as Schema

export type Given = { params?: unknown; query?: unknown; body?: unknown }

/** Requests of a route as its contract describes them, nearly right. In: the route, and the texts that mean something. */
export function requestsOf(name: string, route: Route, meant: fc.Arbitrary<string>): fc.Arbitrary<Given> {
  // half are what somebody could mean, and get far; the others have something wrong in them
  return fc.oneof(...[true, false].map((isSpoiled) => requestsTo(name, route, { meant, isSpoiled })))
}

function requestsTo(name: string, route: Route, taste: Taste): fc.Arbitrary<Given> {
  // an address always has its parts, whatever stands in them
  const part = (type: z.ZodType | undefined): fc.Arbitrary<object> =>
    type
      ? proper(schemaOf(type), taste).map((one) => (typeof one === 'object' && one !== null ? one : {}))
      : fc.constant({})
  const whole = route.body ? valueOf(schemaOf(route.body), taste) : fc.constant(undefined)
  const body = name === 'moveMatter' ? movesOf(taste) : whole
  return fc.record({ params: part(route.params), query: part(route.query), body })
}

/** Of moves the contract says only that there is an input; what it is, each verb says. */
function movesOf(taste: Taste): fc.Arbitrary<unknown> {
  return fc.constantFrom(...(verbs as [Verb, ...Verb[]])).chain((verb) =>
    fc.record({
      commandId: taste.meant,
      version: fc.integer({ min: 1, max: 12 }),
      verb: fc.constant(verb),
      input: valueOf(schemaOf(moveInputs[verb]), taste),
    }),
  )
}
