import { z } from 'zod'
import { doorRefusals, doorRoutes } from '#contract/door.ts'
import { refusals } from '#contract/refusals.ts'
import type { Route } from '#contract/route.ts'

type Json = Record<string, unknown>

const summaries: Record<keyof typeof doorRoutes, string> = {
  doorPing: '核对密钥 · Who am I here, and what may I do',
  doorOpenApi: '本文档 · This document',
  putOrder: '送来工单（重复提交只办一次） · Bring an order; sent again it is done once',
  putOrderFile: '补交附件 · Add a picture or a PDF to an order',
  addOrderMessage: '补充内容（任何状态都保存） · Add what the person says; kept in every state',
  getOrder: '查询办理情况 · How an order stands',
  listChangedOrders: '哪些工单有变动 · Which orders changed since',
}

/** A schema of the contract as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  }) as Json
  return rest
}

function parametersOf(schema: z.ZodType | undefined, where: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: of,
  }))
}

function bodyOf({ body, file }: Route): Json {
  if (body)
    return {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }
  if (!file) return {}
  const bytes = { schema: { type: 'string', format: 'binary', maxLength: file.maxBytes } }
  const types = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf']
  return { requestBody: { required: true, content: Object.fromEntries(types.map((type) => [type, bytes])) } }
}

const said = (status: number) =>
  doorRefusals
    .filter((code) => refusals[code].status === status)
    .map((code) => `\`${code}\` ${refusals[code].zh} · ${refusals[code].en}`)
    .join('\n\n')

/** Status → the answer that refuses, with every reason of that status. */
const refusing: Json = Object.fromEntries(
  [...new Set(doorRefusals.map((code) => refusals[code].status))].map((status) => [
    status,
    {
      description: said(status),
      ...(status === 429 ? { headers: { 'Retry-After': { schema: { type: 'integer' } } } } : {}),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
    },
  ]),
)

function operationOf(name: string, route: Route): Json {
  const isOpen = route.session === 'none'
  return {
    operationId: name,
    summary: summaries[name as keyof typeof summaries],
    ...(isOpen ? { security: [] } : {}),
    ...(route.scope ? { description: `\`${route.scope}\`` } : {}),
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    ...bodyOf(route),
    responses: {
      200: {
        description: 'OK',
        content: { 'application/json': { schema: route.answer ? schemaOf(route.answer, 'output') : {} } },
      },
      ...(isOpen ? {} : refusing),
    },
  }
}

/** The door as an OpenAPI 3.1 document, made of the same schemas that the server holds requests and answers against. */
export function openApi(publicUrl: string): Json {
  const paths: Record<string, Json> = {}
  for (const [name, route] of Object.entries(doorRoutes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '枫桥对接接口 · The door of Maple Bridge',
      version: '1',
      description:
        '其他系统凭密钥送来工单、查询办理情况。每个请求都可以重复提交。\n\nOther systems bring orders with a key and read how they stand. Everything may be sent twice.',
    },
    servers: [{ url: publicUrl }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Refusal: {
          type: 'object',
          required: ['refused', 'requestId'],
          properties: {
            refused: { type: 'string', enum: [...doorRefusals] },
            field: { type: 'string', description: '有误的字段 · the field at fault' },
            facts: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
            requestId: { type: 'string', description: '报障时请提供 · name it when you ask for help' },
          },
        },
      },
    },
  }
}
