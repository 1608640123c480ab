import { afterAll, beforeAll, expect, test } from 'vitest'
import { district, password } from '#test/factory.ts'
import { startServer, type TestServer } from '#test/server.ts'
import { makeDistrict } from './admin.ts'
import { resetFactorsOf } from './org/reset-factors.ts'

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

test('the last security administrator without a telephone is helped from the machine, on record', async () => {
  const { accountId } = server.town.staff.security
  await server.owner.query(
    `insert into totp (district_id, account_id, secret_sealed, created_at, confirmed_at) values ($1, $2, 'x', now(), now())`,
    [district, accountId],
  )
  expect((await server.as('clerk').ok('getMe', {})).gate).toBeNull()
  const signIn = () => server.visitor.ok('signIn', { body: { login: 'security', password } })
  expect((await signIn()).gate).toBe('factor')
  expect(await resetFactorsOf(server.url, { login: 'security', reason: '手机丢失' }, server.now)).toBe(true)
  expect((await signIn()).gate).toBeNull()
  const { rows } = await server.owner.query(
    `select subject, payload from org_action where verb = 'resetFactors'`,
  )
  expect(rows).toEqual([{ subject: accountId, payload: { reason: '手机丢失', from: 'server/admin.ts' } }])
  expect(await resetFactorsOf(server.url, { login: 'nobody', reason: '试' }, server.now)).toBe(false)
})
