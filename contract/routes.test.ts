import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { grants } from '#domain/org/grants.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'

const all = Object.entries(routes) as [string, Route][]

test('every method and path stands once, even when a name in the path differs', () => {
  const shapes = all.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`)
  expect(shapes.filter((shape, i) => shapes.indexOf(shape) !== i)).toEqual([])
})

describe.each(all)('%s', (_name, route) => {
  test('names in its path exactly the keys of its params', () => {
    const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, key = '']) => key)
    const keys = route.params instanceof z.ZodObject ? Object.keys(route.params.shape) : []
    expect(inPath.toSorted()).toEqual(keys.toSorted())
  })

  test('answers in one way: by a schema or with a file', () => {
    expect(Boolean(route.answer) !== Boolean(route.raw)).toBe(true)
  })

  test('takes in one body at most, and none with a reading', () => {
    expect(route.body !== undefined && route.file !== undefined).toBe(false)
    if (route.method === 'GET') expect([route.body, route.file]).toEqual([undefined, undefined])
  })

  test('asks a permission only of somebody who has signed in, and one that some role has', () => {
    if (route.needs === undefined) return
    expect(route.session).toBe('staff')
    expect(Object.values(grants).some((row) => route.needs !== undefined && route.needs in row)).toBe(true)
  })

  test('is for a key exactly at the door of other systems, and only there asks for what the key carries', () => {
    const isDoor = route.path.startsWith('/api/door/') && route.path !== '/api/door/v1/openapi.json'
    expect(route.session === 'partner').toBe(isDoor)
    if (route.scope !== undefined) expect(route.session).toBe('partner')
  })

  test('stands with the public ones exactly when a stranger of the district may come in', () => {
    const forStrangers = route.path.startsWith('/api/public/')
    const signIn =
      route.method === 'POST' &&
      [
        ...['/api/session', '/api/session/passkey', '/api/session/passkey/challenge'],
        ...['/api/session/provider', '/api/session/provider/answer'],
      ].includes(route.path)
    const told = ['/api/health', '/api/door/v1/openapi.json'].includes(route.path)
    expect(route.session === 'none').toBe(forStrangers || signIn || told)
  })

  test('never takes a query code in an address, where it would be kept by others', () => {
    const query = route.query instanceof z.ZodObject ? Object.keys(route.query.shape) : []
    expect(query).not.toContain('queryCode')
    expect(route.path).not.toMatch(/:queryCode/)
  })
})
