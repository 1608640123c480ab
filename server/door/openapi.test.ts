import { expect, test } from 'vitest'
import { doorRefusals, doorRoutes } from '#contract/door.ts'
import { refusals } from '#contract/refusals.ts'
import type { Route } from '#contract/route.ts'
import { openApi } from './openapi.ts'

type Schema = {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: unknown
  pattern?: string
  maxLength?: number
  $ref?: string
}
type Content = Record<string, { schema: Schema }>
type Operation = {
  operationId: string
  summary: string
  security?: unknown[]
  parameters: { name: string; in: string; required: boolean; schema: Schema }[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content: Content }>
}
type Document = {
  openapi: string
  info: { title: string; version: string }
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: { Refusal: { properties: { refused: { enum: string[] } } } }
    securitySchemes: object
  }
}

const document = JSON.parse(JSON.stringify(openApi('https://maple.test'))) as Document
const operationOf = (route: Route) =>
  document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()]

test('the document says what it is and where', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(document.info.title).toMatch(/枫桥/)
  expect(document.servers).toEqual([{ url: 'https://maple.test' }])
  expect(document.components.securitySchemes).toEqual({ key: { type: 'http', scheme: 'bearer' } })
})

test('it names every route of the door and no other', () => {
  const told = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map((operation) => operation.operationId),
  )
  expect(told.toSorted()).toEqual(Object.keys(doorRoutes).toSorted())
})

test.each(Object.entries<Route>(doorRoutes))(
  '%s stands there with its parameters, body and answers',
  (_, route) => {
    const operation = operationOf(route)
    const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, key]) => key)
    const given = operation?.parameters.filter((one) => one.in === 'path') ?? []
    expect(given.map(({ name, required }) => [name, required])).toEqual(inPath.map((name) => [name, true]))
    expect(operation?.summary).toMatch(/\p{Script=Han}.+ · [A-Z]/u)
    expect(Boolean(operation?.requestBody)).toBe(route.body !== undefined || route.file !== undefined)
    expect(operation?.responses['200']?.content['application/json']?.schema.type).toBe('object')
    if (route.session === 'partner')
      for (const status of [400, 401, 403, 404, 409, 413, 415, 422, 429])
        expect(operation?.responses[status]?.content['application/json']?.schema.$ref).toBe(
          '#/components/schemas/Refusal',
        )
    else expect(operation?.security).toEqual([])
  },
)

test('every reason of the door is in it, with its sentence at its status', () => {
  expect(document.components.schemas.Refusal.properties.refused.enum).toEqual(doorRefusals)
  const { responses } = operationOf(doorRoutes.putOrder) as Operation
  for (const code of doorRefusals) {
    const told = responses[refusals[code].status]?.description
    expect(told).toContain(`\`${code}\``)
    expect(told).toContain(refusals[code].zh)
  }
})

test('an order says what it needs, how long it may be, and that nothing else may be in it', () => {
  const schema = operationOf(doorRoutes.putOrder)?.requestBody?.content['application/json']?.schema
  expect(schema).toMatchObject({ type: 'object', required: ['words'], additionalProperties: false })
  expect(Object.keys(schema?.properties ?? {})).toEqual(Object.keys(doorRoutes.putOrder.body.shape))
  const orderNo = operationOf(doorRoutes.putOrder)?.parameters[0]?.schema.pattern ?? ''
  expect('LC20261120000123').toMatch(new RegExp(orderNo, 'u'))
  expect('a/b').not.toMatch(new RegExp(orderNo, 'u'))
})

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
    ([, path = '']) => path,
  )
  expect(references.length).toBeGreaterThan(0)
  for (const path of references)
    expect(
      path.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document),
      path,
    ).toBeDefined()
})
