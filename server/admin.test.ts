import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '#test/server.ts'
import { makeDistrict } from './admin.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const wanted = { id: 339_955, name: '试装区', city: '临川江市', login: 'first.admin', person: '纪明' }

test('whoever installs the product gets a district and an administrator who can sign in', async () => {
  const password = await makeDistrict(server.url, wanted, server.now)
  const response = await server.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'x-maple': '1' },
    payload: { login: wanted.login, password },
  })
  expect(response.statusCode, response.body).toBe(200)
  expect(response.json()).toMatchObject({ districtName: '试装区', name: '纪明', isDemo: false })
  expect(response.json().permissions).toContain('calendar.edit')
})

test('a district that is there already is not made twice, and nothing half-done remains', async () => {
  await expect(makeDistrict(server.url, { ...wanted, login: 'second.admin' }, server.now)).rejects.toThrow()
  const { rows } = await server.owner.query("select 1 from login_key where login = 'second.admin'")
  expect(rows).toEqual([])
})
