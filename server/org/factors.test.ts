import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useBreachList } from '#server/org/breach-list.ts'
import { codeAt } from '#test/authenticator.ts'
import { statusesOf } from '#test/client.ts'
import { district, freshId, type Login, password } from '#test/factory.ts'
import { Jar } from '#test/jar.ts'
import { SoftPasskey } from '#test/passkey.ts'
import { minute, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  for (const table of ['sign_in_wait', 'totp', 'passkey', 'recovery_code', 'security_policy'])
    await server.owner.query(`delete from ${table}`)
  server.pass(10 * minute)
})

const signIn = (jar: Jar, login: Login) => jar.ok('signIn', { body: { login, password } })
async function signedIn(login: Login): Promise<Jar> {
  const jar = new Jar(server.app)
  await signIn(jar, login)
  return jar
}

const codeOf = (secret: string, at = server.now) => codeAt(secret, at)

async function withTotp(login: Login) {
  const jar = await signedIn(login)
  const { secret, address } = await jar.ok('beginTotp')
  const { codes, totpSince } = await jar.ok('confirmTotp', { body: { code: codeOf(secret) } })
  expect(address).toContain(`secret=${secret}&issuer=`)
  expect(totpSince).not.toBeNull()
  return { jar, secret, codes: codes ?? [] }
}

async function withPasskey(login: Login) {
  const jar = await signedIn(login)
  const key = new SoftPasskey()
  const { options } = await jar.ok('askNewPasskey')
  const body = { id: freshId(), name: '工作手机', answer: key.make(options) }
  const added = await jar.ok('addPasskey', { body })
  return { jar, key, body, added }
}

const demand = (...roles: string[]) =>
  server.owner.query(
    `insert into security_policy (district_id, version, data, reason, published_at, published_by)
      values ($1, 1, $2, '试', now(), $3)`,
    [district, JSON.stringify({ factorRoles: roles }), server.town.staff.security.accountId],
  )

describe('an authenticator', () => {
  test('is asked for after the password, and nothing is open before', async () => {
    const { secret } = await withTotp('clerk')
    server.pass(minute)
    const jar = new Jar(server.app)
    expect(await signIn(jar, 'clerk')).toMatchObject({
      ...{ gate: 'factor', ways: ['code'], seats: [], permissions: [], ended: null },
    })
    const narrow = jar.cookies.get('maple')
    for (const name of ['countMatters', 'getFactors', 'listSessions', 'beginTotp'] as const)
      expect(await jar.no(name), name).toMatchObject({ status: 401, refused: 'factorFirst' })
    const me = await jar.ok('giveFactor', {
      body: { code: ` ${codeOf(secret).slice(0, 3)} ${codeOf(secret).slice(3)}` },
    })
    expect(me.permissions).toContain('matter.accept')
    await jar.ok('countMatters')
    expect(jar.cookies.get('maple'), 'under a token of its own').not.toBe(narrow)
    jar.cookies.set('maple', narrow ?? '')
    expect(await jar.no('getMe'), 'and the narrow one is gone').toMatchObject({ refused: 'signInFirst' })
  })

  test('has each code taken once only, also when it comes twice at the same moment', async () => {
    const { secret } = await withTotp('sorter')
    server.pass(minute)
    const jars = await Promise.all(
      [1, 2, 3].map(async () => {
        const jar = new Jar(server.app)
        await signIn(jar, 'sorter')
        return jar
      }),
    )
    const code = codeOf(secret)
    const answers = await Promise.all(jars.map((jar) => jar.send('giveFactor', { body: { code } })))
    expect(statusesOf(answers)).toEqual([200, 401, 401])
  })

  test('takes the code of half a minute before and after, none that is older', async () => {
    const { secret } = await withTotp('desk')
    for (const [shift, status] of [
      [-60_000, 401],
      [-30_000, 200],
      [30_000, 200],
      [60_000, 401],
    ] as const) {
      server.pass(5 * minute)
      const jar = new Jar(server.app)
      await signIn(jar, 'desk')
      const answer = await jar.send('giveFactor', { body: { code: codeOf(secret, server.now + shift) } })
      expect(answer.statusCode, String(shift)).toBe(status)
    }
  })

  test('lets five wrong codes wait, and the step itself ends after ten minutes', async () => {
    const { secret } = await withTotp('housing')
    server.pass(minute)
    const jar = new Jar(server.app)
    await signIn(jar, 'housing')
    for (let i = 0; i < 5; i++)
      expect(await jar.no('giveFactor', { body: { code: '000000' } })).toMatchObject({
        refused: 'wrongFactor',
      })
    expect(await jar.no('giveFactor', { body: { code: codeOf(secret) } })).toMatchObject({
      refused: 'lockedOut',
    })
    expect(
      (await new Jar(server.app).send('signIn', { body: { login: 'housing', password } })).statusCode,
    ).toBe(429)
    server.pass(10 * minute)
    expect(await jar.no('giveFactor', { body: { code: codeOf(secret) } })).toMatchObject({
      refused: 'signInFirst',
    })
  })

  test('counts only once a code of it has come back, and the old one counts until then', async () => {
    const { jar, secret } = await withTotp('expert')
    server.pass(minute)
    const fresh = await jar.ok('beginTotp')
    expect(await jar.no('confirmTotp', { body: { code: codeOf(secret) } })).toMatchObject({
      refused: 'wrongFactor',
    })
    const other = new Jar(server.app)
    await signIn(other, 'expert')
    await other.ok('giveFactor', { body: { code: codeOf(secret) } })
    const { codes } = await jar.ok('confirmTotp', { body: { code: codeOf(fresh.secret) } })
    expect(codes, 'the recovery codes stay').toBeNull()
  })

  test('keeps its secret sealed and its recovery codes as hashes', async () => {
    const { secret, codes } = await withTotp('mediator')
    const { rows } = await server.owner.query(
      `select encode(secret_sealed, 'escape') s, (select string_agg(encode(code_hash, 'escape'), ' ') from recovery_code) c from totp`,
    )
    expect(rows[0].s).not.toContain(secret)
    for (const code of codes) expect(rows[0].c).not.toContain(code.replaceAll('-', ''))
  })
})

describe('recovery codes', () => {
  test('are ten, each lets in once, and new ones put an end to the old', async () => {
    const { jar, codes, secret } = await withTotp('lawyer')
    expect(new Set(codes).size).toBe(10)
    const [first = '', second = ''] = codes
    const enter = async (code: string) => {
      const other = new Jar(server.app)
      await signIn(other, 'lawyer')
      return (await other.send('giveFactor', { body: { code } })).statusCode
    }
    expect([await enter(first.toUpperCase()), await enter(first)]).toEqual([200, 401])
    expect((await jar.ok('getFactors')).recoveryLeft).toBe(9)
    server.pass(11 * minute)
    expect(await jar.no('renewCodes')).toMatchObject({ refused: 'proveFirst' })
    expect(
      await jar.no('prove', { body: { password } }),
      'a password alone proves nothing here',
    ).toMatchObject({
      refused: 'missingField',
      field: 'code',
    })
    await jar.ok('prove', { body: { code: codeOf(secret) } })
    const renewed = await jar.ok('renewCodes')
    expect(renewed.codes).toHaveLength(10)
    expect([await enter(second), await enter(renewed.codes[0] ?? '')]).toEqual([401, 200])
  })

  test('of another account open nothing', async () => {
    const { codes } = await withTotp('water')
    await withTotp('power')
    const jar = new Jar(server.app)
    await signIn(jar, 'power')
    expect(await jar.no('giveFactor', { body: { code: codes[0] ?? '' } })).toMatchObject({
      refused: 'wrongFactor',
    })
  })
})

describe('a passkey', () => {
  test('signs in by itself, without a name and a password, and only once for each challenge', async () => {
    const { key, added } = await withPasskey('clerk')
    expect(added.codes).toHaveLength(10)
    const jar = new Jar(server.app)
    const { options } = await jar.ok('askPasskey')
    const body = { answer: key.sign(options) }
    expect(await jar.ok('signInByPasskey', { body })).toMatchObject({ login: 'clerk', gate: null })
    expect(await new Jar(server.app).no('signInByPasskey', { body })).toMatchObject({ refused: 'badPasskey' })
    const { passkeys } = await jar.ok('getFactors')
    expect(passkeys).toMatchObject([{ name: '工作手机', usedAt: expect.any(String) }])
  })

  test('is the second step after a password', async () => {
    const { key } = await withPasskey('sorter')
    const jar = new Jar(server.app)
    expect(await signIn(jar, 'sorter')).toMatchObject({ gate: 'factor', ways: ['passkey'] })
    const { options } = await jar.ok('askPasskey')
    await jar.ok('signInByPasskey', { body: { answer: key.sign(options) } })
    await jar.ok('countMatters')
  })

  test('is refused when it is another one, was not opened, is somebody else’s, or came too late', async () => {
    const { key } = await withPasskey('desk')
    const other = await withPasskey('leader')
    const jar = new Jar(server.app)
    const refusedWith = async (answer: (options: unknown) => unknown) => {
      const { options } = await jar.ok('askPasskey')
      expect(await jar.no('signInByPasskey', { body: { answer: answer(options) } })).toMatchObject({
        refused: 'badPasskey',
      })
    }
    const unknown = new SoftPasskey()
    await refusedWith((options) => unknown.sign(options, { userHandle: key.userHandle }))
    await refusedWith((options) => key.sign(options, { isVerified: false }))
    await refusedWith((options) => key.sign(options, { userHandle: other.key.userHandle }))
    const elsewhere = new SoftPasskey('https://maple.example')
    await refusedWith((options) => elsewhere.sign(options, { userHandle: key.userHandle }))
    await refusedWith((options) => {
      server.pass(6 * minute)
      return key.sign(options)
    })
    await server.owner.query(`update account set disabled_at = now() where login = 'desk'`)
    await refusedWith((options) => key.sign(options))
    await server.owner.query('update account set disabled_at = null')
  })

  test('is added only for a challenge that was given to this account, and once', async () => {
    const { jar, key, body } = await withPasskey('head')
    expect(await jar.no('addPasskey', { body: { ...body, id: freshId() } })).toMatchObject({
      refused: 'badPasskey',
    })
    const { options } = await jar.ok('askNewPasskey')
    expect(options['excludeCredentials']).toHaveLength(1)
    const again = { ...body, id: freshId(), answer: key.make(options) }
    expect(await jar.no('addPasskey', { body: again })).toMatchObject({ refused: 'passkeyKnown' })
    const stranger = await signedIn('gridder')
    const theirs = await jar.ok('askNewPasskey')
    const stolen = { id: freshId(), name: '别人的', answer: new SoftPasskey().make(theirs.options) }
    expect(await stranger.no('addPasskey', { body: stolen })).toMatchObject({ refused: 'badPasskey' })
    const { options: forSignIn } = await jar.ok('askPasskey')
    const crossed = { ...stolen, answer: new SoftPasskey().make(forSignIn) }
    expect(await jar.no('addPasskey', { body: crossed })).toMatchObject({ refused: 'badPasskey' })
  })

  test('is named and removed by its own holder only', async () => {
    const { jar, body } = await withPasskey('expert')
    const params = { id: body.id }
    const other = await signedIn('lawyer')
    expect((await other.send('renamePasskey', { params, body: { name: '我的' } })).statusCode).toBe(404)
    expect((await other.send('removePasskey', { params })).statusCode).toBe(404)
    expect((await jar.ok('renamePasskey', { params, body: { name: '家里电脑' } })).passkeys[0]?.name).toBe(
      '家里电脑',
    )
    expect(await jar.ok('removePasskey', { params })).toMatchObject({ passkeys: [], recoveryLeft: 0 })
  })

  test('proves who it is where a step asks for it again', async () => {
    const { jar, key } = await withPasskey('reedclerk')
    server.pass(11 * minute)
    expect(await jar.no('beginTotp')).toMatchObject({ refused: 'proveFirst' })
    const { options } = await jar.ok('askPasskey')
    await jar.ok('prove', { body: { answer: key.sign(options) } })
    await jar.ok('beginTotp')
  })

  test('needs an address with a name', async () => {
    const jar = await signedIn('plumclerk')
    const off = await jar.send('askNewPasskey', {}, { host: '192.0.2.1:8080' })
    expect(off.statusCode, 'the public address of the installation counts').toBe(200)
    expect(off.json().options.rp.id).toBe('maple.test')
  })
})

describe('where a second factor is demanded', () => {
  test('whoever has none is led to set one up, and comes on with it', async () => {
    await demand('administrator', 'auditor')
    const jar = new Jar(server.app)
    expect(await signIn(jar, 'admin')).toMatchObject({ gate: 'setUp' })
    expect(await jar.no('listPeople', { query: {} })).toMatchObject({
      status: 403,
      refused: 'setFactorFirst',
    })
    expect((await jar.ok('getFactors')).isNeeded).toBe(true)
    const { secret } = await jar.ok('beginTotp')
    await jar.ok('confirmTotp', { body: { code: codeOf(secret) } })
    await jar.ok('listPeople', { query: {} })
    expect(await jar.no('removeTotp'), 'and it cannot be taken off again').toMatchObject({
      refused: 'factorNeeded',
    })
    expect((await jar.ok('getFactors')).totpSince).not.toBeNull()
    expect(await signIn(new Jar(server.app), 'clerk'), 'others are not asked').toMatchObject({ gate: null })
  })

  test('the demo is left alone, for its password is printed', async () => {
    await demand('leader')
    await server.owner.query(`update account set is_demo = true where login = 'leader'`)
    expect(await signIn(new Jar(server.app), 'leader')).toMatchObject({ gate: null })
    await server.owner.query('update account set is_demo = false')
    expect(await signIn(new Jar(server.app), 'leader')).toMatchObject({ gate: 'setUp' })
  })

  test('production demands it of the three duties by itself', async () => {
    const production = await startServer({ isProduction: true })
    const enter = (login: Login) => new Jar(production.app).ok('signIn', { body: { login, password } })
    for (const login of ['admin', 'security', 'auditor'] as const)
      expect(await enter(login), login).toMatchObject({ gate: 'setUp' })
    expect(await enter('clerk')).toMatchObject({ gate: null })
    await production.close()
  })
})

describe('a lost factor', () => {
  test('is reset by a security administrator with a reason on record, and the account is signed out', async () => {
    const { jar } = await withTotp('admin')
    const keeper = await signedIn('security')
    const params = { id: server.town.staff.admin.accountId }
    const body = { commandId: freshId(), reason: '手机丢失，本人到场核验身份' }
    expect(await keeper.ok('resetFactors', { params, body })).toMatchObject({
      hasTotp: false,
      login: 'admin',
    })
    expect(await keeper.ok('resetFactors', { params, body }), 'once').toMatchObject({ hasTotp: false })
    expect((await jar.send('getMe')).statusCode).toBe(401)
    const { rows } = await server.owner.query(`select payload from org_action where verb = 'resetFactors'`)
    expect(rows).toEqual([{ payload: { reason: body.reason } }])
    expect(await signIn(new Jar(server.app), 'admin')).toMatchObject({ gate: null })
  })

  test('is never reset by oneself, by an administrator, or where there is nothing to reset', async () => {
    const { jar: keeper } = await withTotp('security')
    const body = () => ({ commandId: freshId(), reason: '试' })
    const own = { id: server.town.staff.security.accountId }
    expect(await keeper.no('resetFactors', { params: own, body: body() })).toMatchObject({
      refused: 'ownFactor',
    })
    const params = { id: server.town.staff.clerk.accountId }
    expect(await keeper.no('resetFactors', { params, body: body() })).toMatchObject({
      refused: 'nothingChanged',
    })
    const admin = await signedIn('admin')
    expect(await admin.no('resetFactors', { params: own, body: body() })).toMatchObject({
      refused: 'notYours',
    })
  })

  test('shows in the list of accounts, of whom those who lack one can be asked for, page by page', async () => {
    await demand('auditor', 'administrator')
    const { jar: keeper } = await withTotp('security')
    const { rows } = await keeper.ok('listSecured', { query: { lacking: '1' } })
    expect(rows.map(({ login }) => login)).toEqual(['admin', 'auditor'])
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await keeper.ok('listSecured', { query: { limit: '5', cursor } })
      seen.push(...page.rows.map(({ login }) => login))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toEqual([...seen].toSorted())
    expect(seen).toHaveLength(Object.keys(server.town.staff).length)
    expect((await keeper.ok('listSecured', { query: { q: 'security' } })).rows).toMatchObject([
      { login: 'security', hasTotp: true, isMe: true, roles: ['securityAdministrator'] },
    ])
  })
})

describe('the three duties', () => {
  test.each([
    ['security', 'administrator'],
    ['auditor', 'securityAdministrator'],
    ['admin', 'auditor'],
  ] as const)('%s cannot also become %s, not even later', async (login, role) => {
    const post = {
      ...{ unitId: server.town.units.district.id, role, fromOn: '2027-03-01', toOn: null },
      ...{ commandId: freshId(), postId: freshId() },
    }
    const params = { id: server.town.staff[login].personId }
    const no = await server.as('admin').no('givePost', { params, body: post })
    expect(no).toMatchObject({ refused: 'dutiesApart', field: 'role' })
  })

  test('may follow one another', async () => {
    const params = { id: server.town.staff.auditor.personId }
    const admin = server.as('admin')
    const { posts } = await admin.ok('getPerson', { params })
    await admin.ok('endPost', {
      params: { ...params, postId: posts[0]?.id ?? '' },
      body: { commandId: freshId(), lastOn: '2027-02-28' },
    })
    const body = {
      ...{ unitId: server.town.units.district.id, role: 'securityAdministrator', toOn: null },
      ...{ commandId: freshId(), postId: freshId() },
    }
    expect(await admin.no('givePost', { params, body: { ...body, fromOn: '2027-02-28' } })).toMatchObject({
      refused: 'dutiesApart',
      facts: { role: 'auditor' },
    })
    await admin.ok('givePost', { params, body: { ...body, fromOn: '2027-03-01' } })
  })
})

describe('a new password', () => {
  const change = (jar: Jar, fresh: string) =>
    jar.send('changePassword', { body: { old: password, new: fresh } })

  test('is refused when it has leaked, when many have it, and when it is about its owner', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'maple-breach-'))
    const leaked = '三棵柳树两座桥一条河'
    const hash = createHash('sha1').update(leaked).digest('hex').toUpperCase()
    const filler = '望溪社区的老槐树 2026'
    const other = createHash('sha1').update(filler).digest('hex').toUpperCase()
    await writeFile(join(folder, `${hash.slice(0, 5)}.txt`), `${'0'.repeat(35)}:4\r\n${hash.slice(5)}:2\r\n`)
    await writeFile(join(folder, other.slice(0, 5)), `${other.slice(5)}:0\n`)
    await useBreachList(folder)
    const jar = await signedIn('housing2')
    expect((await change(jar, leaked)).json()).toMatchObject({ refused: 'leakedPassword', field: 'new' })
    for (const weak of ['Admin@12345', '1QAZ2wsx3edc', 'housing2-2026', '121212121212', 'onlyletters'])
      expect((await change(jar, weak)).json(), weak).toMatchObject({ refused: 'weakPassword' })
    expect((await change(jar, filler)).statusCode, 'a line without a count lists nothing').toBe(200)
    await useBreachList(undefined)
    await rm(folder, { recursive: true })
  })

  test('a list that is named and is none stops the start', async () => {
    await expect(useBreachList(join(tmpdir(), 'no-such-folder'))).rejects.toThrow('MAPLE_BREACH_LIST')
  })
})
