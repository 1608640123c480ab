import { describe, expect, test } from 'vitest'
import { routes } from '#contract/routes.ts'
import { addressOf, hrefOf, valueOf } from './api.ts'
import { FaultError, RefusalError } from './failures.ts'

const caught = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error
  }
}

describe('the way to the server', () => {
  test('an address carries its parameters and only the query that says something', () => {
    const query = { box: 'mine', q: '烧烤 店', state: undefined, late: '' }
    expect(addressOf(routes.listMatters, { query })).toBe(
      '/api/matters?box=mine&q=%E7%83%A7%E7%83%A4+%E5%BA%97',
    )
    expect(hrefOf('readFile', { params: { id: 'a/b' }, query: { size: 'small' } })).toBe(
      '/api/files/a%2Fb?size=small',
    )
  })

  test('a refusal is thrown as one, with its field, facts and request', () => {
    const body = JSON.stringify({ refused: 'staleVersion', facts: { version: 4 }, requestId: 'r-1' })
    const error = caught(() => valueOf(409, body, undefined)) as RefusalError
    expect(error).toBeInstanceOf(RefusalError)
    expect(error).toMatchObject({
      status: 409,
      requestId: 'r-1',
      refusal: { refused: 'staleVersion', facts: { version: 4 } },
    })
  })

  test('an answer that is not ours is a fault, never a value', () => {
    expect(caught(() => valueOf(502, '<html>bad gateway</html>', 'r-2'))).toBeInstanceOf(FaultError)
    expect(caught(() => valueOf(500, '{"requestId":"r-3"}', undefined))).toMatchObject({ requestId: 'r-3' })
  })

  test('an empty answer is no value', () => {
    expect(valueOf(204, '', undefined)).toBeUndefined()
  })
})
