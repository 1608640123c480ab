import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { district, freshId, type Login } from '#test/factory.ts'
import { agreeAll, disputeIn, draftInput, mediationIn, signAll } from '#test/mediations.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

/** Of whom a login is. */
async function personOf(login: Login): Promise<string> {
  const { rows } = await server.as(login).ok('listAbsencePeople', { query: {} })
  return rows[0]?.id as string
}

const profile = (more: object = {}) => ({
  ...{ commandId: freshId(), version: 0, specialities: ['02'], languages: ['sign', 'local'] as const },
  ...{ sinceYear: 2010, about: '做了十几年楼道里的和事佬。', isPublic: true },
  ...more,
})
const save = (login: Login, id: string, body: object) =>
  server.as(login).ok('saveMediatorProfile', { params: { id }, body })
const saveNo = (login: Login, id: string, body: object) =>
  server.as(login).no('saveMediatorProfile', { params: { id }, body })

describe('what a mediator is good at', () => {
  test('is entered by oneself once, sent twice is one, and an older page is told so', async () => {
    const id = await personOf('expert')
    const body = profile()
    const saved = await save('expert', id, body)
    expect(saved).toMatchObject({ version: 1, specialities: ['02'], isPublic: true, maySave: true })
    expect(await save('expert', id, body)).toEqual(saved)
    expect(await saveNo('expert', id, profile())).toMatchObject({ refused: 'staleVersion' })
    expect(await saveNo('expert', id, { ...body, about: '别的' })).toMatchObject({ refused: 'commandReused' })
  })

  test('is not for colleagues to change, nor for whoever does not mediate', async () => {
    const id = await personOf('mediator')
    expect(await saveNo('clerk', id, profile())).toMatchObject({ status: 403, refused: 'notYours' })
    expect(await saveNo('sorter', await personOf('sorter'), profile())).toMatchObject({
      refused: 'notAMediator',
    })
    expect(await server.as('clerk').ok('getMediatorProfile', { params: { id } })).toMatchObject({
      version: 0,
      maySave: false,
    })
    expect(await server.as('mediator').no('getMediatorProfile', { params: { id: freshId() } })).toMatchObject(
      { refused: 'notFound' },
    )
  })

  test('knows only categories and years there are, and languages of the list', async () => {
    const id = await personOf('mediator')
    expect(await saveNo('mediator', id, profile({ specialities: ['99zz'] }))).toMatchObject({
      ...{ refused: 'badInput', field: 'specialities' },
    })
    expect(await saveNo('mediator', id, profile({ sinceYear: 2099 }))).toMatchObject({ field: 'sinceYear' })
    expect(await saveNo('mediator', id, profile({ languages: ['elvish'] }))).toMatchObject({
      refused: 'badInput',
    })
  })

  test('speaks for somebody in the proposal, with its reasons', async () => {
    const { id } = await disputeIn(server)
    const ask = async (query: { language?: 'sign' }) =>
      (await server.as('mediator').ok('listMatterMediations', { params: { id }, query })).mediators
    const plain = await ask({})
    const expert = plain.find(({ reasons }) => reasons.includes('speciality'))
    expect(expert).toMatchObject({ isHere: false, languages: ['sign', 'local'], sinceYear: 2010 })
    expect(plain[0]).toEqual(expert)
    expect(plain.find(({ isHere }) => isHere)?.reasons).toContain('here')
    const [first] = await ask({ language: 'sign' })
    expect(first?.reasons.slice(0, 2)).toEqual(['language', 'speciality'])
  })

  test('puts last who has withdrawn in this matter, and offers people and rooms while it goes on', async () => {
    const one = await mediationIn(server)
    const offers = () =>
      server.as('mediator').ok('listMatterMediations', { params: { id: one.id }, query: {} })
    const during = await offers()
    expect(during.mayOpen).toBe(false)
    expect(during.mediators.length).toBeGreaterThan(1)
    expect(during.committees.length).toBeGreaterThan(0)
    const { mediators } = await one.view()
    await one.step('disclose', { conflict: true, text: '与乙方是亲戚' })
    const after = (await offers()).mediators
    expect(after.at(-1)).toMatchObject({ accountId: mediators[0]?.accountId })
    expect(after.at(-1)?.reasons[0]).toBe('conflict')
  })
})

describe('the public page of mediators', () => {
  const list = (query: object = {}) =>
    server.visitor.ok('listPublicMediators', { params: { district }, query })

  test('names who agreed to stand there and nobody else, ranks nobody, and hides small numbers', async () => {
    const one = await mediationIn(server)
    await agreeAll(one)
    await one.step('begin', {})
    const draft = draftInput(one, server.now)
    await one.step('draft', draft)
    await signAll(one, draft)
    const { rows, districtName } = await list()
    expect(districtName).not.toBe('')
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['老周调解工作室', '柳岸社区调委会']))
    expect(rows.every(({ settled }) => settled === null)).toBe(true)
    const named = rows.flatMap(({ mediators }) => mediators)
    expect(named).toEqual([
      expect.objectContaining({ sinceYear: 2010, languages: ['sign', 'local'], about: expect.any(String) }),
    ])
    expect(JSON.stringify(rows)).not.toContain('accountId')
  })

  test('counts what was settled from five on', async () => {
    await server.owner.query(`update mediation set is_agreed = true`)
    const committee = server.town.units.mediators.id
    const { rows: count } = await server.owner.query<{ n: number }>(
      `select count(*)::int n from mediation where committee_id = '${committee}'`,
    )
    for (let n = count[0]?.n ?? 0; n < 5; n++) {
      await mediationIn(server)
    }
    await server.owner.query(`update mediation set is_agreed = true`)
    const row = (await list()).rows.find(({ id }) => id === committee)
    expect(row?.settled).toBeGreaterThanOrEqual(5)
  })

  test('is paged by key, takes itself back at once, and knows no other district', async () => {
    const first = await list({ limit: 1 })
    expect(first.rows).toHaveLength(1)
    expect(first.next).toBe(first.rows[0]?.id)
    const second = await list({ limit: 1, cursor: first.next })
    expect(second.rows[0]?.id).not.toBe(first.rows[0]?.id)
    const id = await personOf('expert')
    await save('expert', id, profile({ version: 1, isPublic: false }))
    expect((await list()).rows.flatMap(({ mediators }) => mediators)).toEqual([])
    expect(
      await server.visitor.no('listPublicMediators', { params: { district: 999_999 }, query: {} }),
    ).toMatchObject({ refused: 'notFound' })
  })
})
