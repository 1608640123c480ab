import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { district, type Login, password } from '#test/factory.ts'
import { type IdentityProvider, startProvider } from '#test/identity-provider.ts'
import { Jar } from '#test/jar.ts'
import { minute, startServer, type TestServer } from '#test/server.ts'
import { signOn } from '#test/sign-on.ts'
import { totpCode } from '../org/totp.ts'

let platform: IdentityProvider
let server: TestServer
beforeAll(async () => {
  platform = await startProvider('http://localhost')
  server = await startServer({
    now: Date.now(),
    provider: { ...platform.settings, acr: ['level3'], amr: ['otp', 'hwk'] },
  })
})
afterAll(async () => {
  await server.close()
  await platform.close()
})
beforeEach(async () => {
  server.now = Date.now()
  for (const table of ['identity_link', 'identity_key', 'identity_trip', 'sign_in_wait', 'totp', 'passkey'])
    await server.owner.query(`delete from ${table}`)
  await server.owner.query('delete from security_policy')
})

const { comeBack, enter, linked } = signOn(() => ({ server, platform }))

const events = async (login: Login) => {
  const { rows } = await server.owner.query<{ outcome: string; way: string }>(
    'select outcome, way from account_event where account_id = $1 order by at',
    [server.town.staff[login].accountId],
  )
  return rows.map(({ outcome, way }) => `${outcome} ${way}`).toSorted()
}

describe('signing in through the identity platform', () => {
  test('opens the session that a password would open, and leads back to the page that was asked for', async () => {
    await linked('clerk')
    const jar = new Jar(server.app)
    const me = await enter(jar, { login: 'id-of-clerk' }, '/console/matters/mine?find=灯')
    expect(me).toMatchObject({
      login: 'clerk',
      gate: null,
      ended: null,
      from: '/console/matters/mine?find=灯',
    })
    expect(me.permissions).toContain('matter.accept')
    await jar.ok('countMatters')
    expect(await events('clerk')).toEqual(['identityLinked provider', 'in password', 'in provider'])
    const { link } = await jar.ok('getIdentity')
    expect(link?.usedAt).toBe(new Date(server.now).toISOString())
  })

  test('keeps to the number of sessions, and says which device made room', async () => {
    await server.owner.query(
      `insert into security_policy (district_id, version, data, reason, published_at, published_by)
        values ($1, 1, '{"sessionsMost": 1}', '试', now(), $2)`,
      [district, server.town.staff.security.accountId],
    )
    const before = await linked('desk')
    const jar = new Jar(server.app)
    expect((await enter(jar, { login: 'id-of-desk' })).ended).not.toBeNull()
    expect(await before.no('getMe')).toMatchObject({ refused: 'signInFirst', facts: { why: 'more' } })
  })

  test('is no proof for what asks for a fresh one', async () => {
    await linked('sorter')
    const jar = new Jar(server.app)
    await enter(jar, { login: 'id-of-sorter' })
    expect(await jar.no('beginTotp')).toMatchObject({ refused: 'proveFirst' })
    expect(await jar.no('unlinkIdentity')).toMatchObject({ refused: 'proveFirst' })
    await jar.ok('prove', { body: { password } })
    await jar.ok('unlinkIdentity')
  })

  test('asks for our second step, unless the platform saw one that counts here', async () => {
    const jar = await linked('leader')
    const { secret } = await jar.ok('beginTotp')
    await jar.ok('confirmTotp', { body: { code: codeOf(secret) } })
    server.pass(minute)
    for (const shown of [{}, { amr: 'pwd' }, { amr: 'sms' }]) {
      const narrow = new Jar(server.app)
      const me = await enter(narrow, { login: 'id-of-leader', ...shown })
      expect(me, JSON.stringify(shown)).toMatchObject({ gate: 'factor', ways: ['code'], seats: [] })
      expect(await narrow.no('countMatters')).toMatchObject({ refused: 'factorFirst' })
    }
    for (const shown of [{ amr: 'pwd otp' }, { acr: 'level3' }]) {
      const me = await enter(new Jar(server.app), { login: 'id-of-leader', ...shown })
      expect(me.gate, JSON.stringify(shown)).toBeNull()
    }
    const whole = new Jar(server.app)
    await enter(whole, { login: 'id-of-leader' })
    const me = await whole.ok('giveFactor', { body: { code: codeOf(secret) } })
    expect(me.gate).toBeNull()
    await whole.ok('beginTotp')
  })

  test('leads to the same gates: a password for one use, and a second step that a post demands', async () => {
    await linked('housing')
    await linked('expert')
    const { housing, expert } = server.town.staff
    await server.owner.query('update account set must_change_password = true where id = $1', [
      housing.accountId,
    ])
    await server.owner.query(
      `insert into security_policy (district_id, version, data, reason, published_at, published_by)
        values ($1, 1, $2, '试', now(), $3)`,
      [district, JSON.stringify({ factorRoles: ['expert'] }), server.town.staff.security.accountId],
    )
    expect(await enter(new Jar(server.app), { login: 'id-of-housing' })).toMatchObject({ gate: 'password' })
    expect(await enter(new Jar(server.app), { login: 'id-of-expert' })).toMatchObject({ gate: 'setUp' })
    expect(expert.role).toBe('expert')
    await server.owner.query('update account set must_change_password = false where id = $1', [
      housing.accountId,
    ])
  })

  test('opens nothing to an account that has ended, and lets it look like one that nobody has linked', async () => {
    await linked('water')
    const { accountId } = server.town.staff.water
    await server.owner.query('update account set disabled_at = now() where id = $1', [accountId])
    const jar = new Jar(server.app)
    const ended = await jar.no('signInByProvider', { body: await comeBack(jar, { login: 'id-of-water' }) })
    const unknown = await jar.no('signInByProvider', { body: await comeBack(jar, { login: 'nobody' }) })
    expect({ ...ended, requestId: '' }).toEqual({ ...unknown, requestId: '' })
    expect(unknown).toMatchObject({
      status: 401,
      refused: 'identityUnknown',
      facts: { provider: '统一身份认证' },
    })
    expect(jar.cookies.has('maple')).toBe(false)
    expect(await events('water')).toContain('disabled provider')
    await server.owner.query('update account set disabled_at = null where id = $1', [accountId])
  })

  test('waits where wrong passwords made this address wait', async () => {
    await linked('supervisor')
    const jar = new Jar(server.app, '198.51.100.7')
    for (let i = 0; i < 5; i++) await jar.no('signIn', { body: { login: 'supervisor', password: 'not it' } })
    expect(
      await jar.no('signInByProvider', { body: await comeBack(jar, { login: 'id-of-supervisor' }) }),
    ).toMatchObject({ refused: 'lockedOut', facts: { minutes: 5 } })
  })

  test('lets in somebody without a post, who may do nothing', async () => {
    await linked('housing2')
    const { accountId } = server.town.staff.housing2
    const change = (to: string) =>
      server.owner.query(
        `update post set to_on = ${to} where person_id = (select person_id from account where id = $1)`,
        [accountId],
      )
    await change('from_on')
    const me = await enter(new Jar(server.app), { login: 'id-of-housing2' })
    expect([me.seats, me.permissions, me.gate]).toEqual([[], [], null])
    await change('null')
  })
})

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
function codeOf(secret: string): string {
  const bits = [...secret].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []
  return totpCode(Buffer.from(bytes), Math.floor(server.now / 30_000))
}
