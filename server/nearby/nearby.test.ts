import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { register } from '#test/desk.ts'
import { type Login, type UnitKey } from '#test/factory.ts'
import { bring, report } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const links = (login: Login, id: string) => server.as(login).ok('listLinks', { params: { id } })
const storyOf = async (login: Login, id: string) =>
  (await server.as(login).ok('getMatter', { params: { id } })).actionLog
const lock = (id: string, login: Login) =>
  server.owner.query('update matter set sensitive = true, need_to_know = $2 where id = $1', [
    id,
    [server.town.staff[login].accountId],
  ])

describe('a relation', () => {
  test('stands on both pages, each seen from its end, and in the story of both', async () => {
    const [one, other] = [await report(server), await report(server)]
    await server
      .as('clerk')
      .move(one.id, 'relate', { otherId: other.id, relation: 'followUp', note: '又漏了' })
    expect((await links('clerk', one.id)).rows).toMatchObject([
      { relation: 'followUp', other: { id: other.id } },
    ])
    expect((await links('clerk', other.id)).rows).toMatchObject([
      { relation: 'followedBy', other: { id: one.id } },
    ])
    expect((await storyOf('clerk', other.id)).at(-1)).toMatchObject({
      verb: 'relate',
      payload: { relation: 'followedBy', otherNumber: expect.any(String), note: '又漏了' },
      actor: { name: expect.any(String) },
    })
    const [row] = (await links('clerk', one.id)).rows
    await server.as('clerk').move(other.id, 'unrelate', { linkId: row?.linkId ?? '', reason: '查明无关' })
    for (const { id } of [one, other]) {
      expect((await links('clerk', id)).rows).toEqual([])
      expect((await storyOf('clerk', id)).at(-1)).toMatchObject({ verb: 'unrelate' })
    }
  })

  test('is refused with itself, twice, to nobody, and when it is gone', async () => {
    const [one, other] = [await report(server), await report(server)]
    const relate = (id: string, otherId: string) =>
      server.as('clerk').moveNo(id, 'relate', { otherId, relation: 'related' })
    expect(await relate(one.id, one.id)).toMatchObject({ refused: 'sameMatter', field: 'otherId' })
    expect(await relate(one.id, one.appealId)).toMatchObject({ status: 404, field: 'otherId' })
    await server.as('clerk').move(one.id, 'relate', { otherId: other.id, relation: 'sameCause' })
    expect(await relate(one.id, other.id)).toMatchObject({ refused: 'alreadyLinked' })
    expect(await relate(other.id, one.id)).toMatchObject({ refused: 'alreadyLinked' })
    const linkId = (await links('clerk', one.id)).rows[0]?.linkId ?? ''
    await server.as('clerk').move(one.id, 'unrelate', { linkId, reason: '无关' })
    expect(await server.as('clerk').moveNo(one.id, 'unrelate', { linkId, reason: '无关' })).toMatchObject({
      status: 409,
      refused: 'noSuchLink',
    })
    await server.as('clerk').move(other.id, 'relate', { otherId: one.id, relation: 'related' })
  })

  test('sent again is made once, and two at once from both ends leave one', async () => {
    const [one, other] = [await report(server), await report(server)]
    const send = (id: string, otherId: string) =>
      server.as('clerk').send('moveMatter', {
        params: { id },
        body: {
          ...{ commandId: one.appealId.replace(/.{4}$/, id.slice(-4)), version: 1, verb: 'relate' },
          input: { otherId, relation: 'related' },
        },
      })
    await Promise.all([
      send(one.id, other.id),
      send(other.id, one.id),
      send(one.id, other.id),
      send(other.id, one.id),
    ])
    expect((await links('clerk', one.id)).rows).toHaveLength(1)
    expect((await storyOf('clerk', one.id)).filter(({ verb }) => verb === 'relate')).toHaveLength(1)
    expect((await storyOf('clerk', other.id)).filter(({ verb }) => verb === 'relate')).toHaveLength(1)
  })

  test('with a matter that the reader may not see is neither shown nor counted nor told, and cannot be undone by them', async () => {
    const [open, secret] = [await report(server), await report(server)]
    await lock(secret.id, 'clerk')
    await server.as('clerk').move(open.id, 'relate', { otherId: secret.id, relation: 'sameCause' })
    const linkId = (await links('clerk', open.id)).rows[0]?.linkId ?? ''
    expect(linkId).not.toBe('')
    expect(await links('colleague', open.id)).toEqual({ rows: [] })
    const story = await storyOf('colleague', open.id)
    expect(story.map(({ verb }) => verb)).toEqual(['receive'])
    expect(
      JSON.stringify(await server.as('colleague').ok('getMatter', { params: { id: open.id } })),
    ).not.toContain(secret.id)
    expect(
      await server.as('colleague').moveNo(open.id, 'unrelate', { linkId, reason: '试试' }),
    ).toMatchObject({ refused: 'noSuchLink' })
    expect(
      await server.as('colleague').moveNo(open.id, 'relate', { otherId: secret.id, relation: 'related' }),
    ).toMatchObject({ status: 404, refused: 'notFound' })
  })

  test('is made by who handles either, and taken away only by who may triage', async () => {
    const [one, other] = [await report(server), await report(server)]
    for (const { id } of [one, other]) await bring(server, id, 'handling')
    await server.as('housing').move(one.id, 'relate', { otherId: other.id, relation: 'related' })
    const linkId = (await links('housing', one.id)).rows[0]?.linkId ?? ''
    expect(await server.as('housing').moveNo(one.id, 'unrelate', { linkId, reason: '无关' })).toMatchObject({
      status: 403,
      refused: 'notYours',
    })
    await server.as('clerk').move(one.id, 'unrelate', { linkId, reason: '无关' })
  })

  test('shows what was split off and what it was split from', async () => {
    const one = await report(server)
    const joined = await report(server)
    await server.as('clerk').move(joined.id, 'merge', { intoId: one.id })
    await server.as('clerk').move(one.id, 'split', { appealIds: [joined.appealId], reason: '两件事' })
    const [off] = (await links('clerk', one.id)).rows
    expect(off).toMatchObject({ linkId: null, relation: 'splitInto' })
    expect((await links('clerk', off?.other.id ?? '')).rows).toMatchObject([
      { linkId: null, relation: 'splitFrom', other: { id: one.id } },
    ])
  })
})

describe('nearby', () => {
  const spots: Partial<Record<UnitKey, readonly [number, number]>> = {
    willowHouse: [114.6, 29.9],
    plumHouse: [114.602, 29.9],
    reedHouse: [114.608, 29.9],
  }
  const at = async (login: Login, place: UnitKey, more: object = {}) => {
    const { id } = await register(server, login, place, more)
    const [lng, lat] = spots[place] ?? []
    await server.owner.query('update matter set lng = $2, lat = $3 where id = $1', [id, lng, lat])
    return id
  }
  const around = (login: Login, id: string, within?: string) =>
    server.as(login).ok('listNearby', { params: { id }, query: within ? { within } : {} })

  test('names open matters within the range, the nearest first, with how far and which way, and what has the same category', async () => {
    const here = await at('desk', 'willowHouse', { categoryCode: 'S0101' })
    const same = await at('desk', 'willowHouse', { categoryCode: 'S0101' })
    const east = await at('desk', 'plumHouse')
    const far = await at('southsorter', 'reedHouse')
    const near = await around('topsorter', here)
    const own = near.rows.filter(({ id }) => [same, east, far].includes(id))
    expect(own).toMatchObject([
      { id: same, metres: 0, isSameCategory: true },
      { id: east, metres: 193, east: 193, north: 0, isSameCategory: false },
    ])
    expect(near).toMatchObject({ within: 300, isPlaced: true, hasMore: false })
    const wide = await around('topsorter', here, '1000')
    expect(wide.rows.map(({ id }) => id)).toContain(far)
    expect(wide.rows.map(({ metres }) => metres)).toEqual(
      wide.rows.map(({ metres }) => metres).toSorted((a, b) => a - b),
    )
    // who serves another street sees only what is theirs, and a clerk only the community
    expect((await around('sorter', here, '1000')).rows.map(({ id }) => id)).not.toContain(far)
    expect((await around('clerk', here, '1000')).rows.map(({ id }) => id)).not.toContain(east)
  })

  test('leaves out what is closed, what is locked, and itself', async () => {
    const here = await at('desk', 'willowHouse')
    const [closed, locked] = [await at('desk', 'willowHouse'), await at('desk', 'willowHouse')]
    await server.as('sorter').move(closed, 'refuse', { route: 'court', reason: '由法院受理' })
    await lock(locked, 'topsorter')
    const seen = (await around('sorter', here)).rows.map(({ id }) => id)
    for (const id of [here, closed, locked]) expect(seen).not.toContain(id)
    expect((await around('topsorter', here)).rows.map(({ id }) => id)).toContain(locked)
    expect(await server.as('plumclerk').no('listNearby', { params: { id: here }, query: {} })).toMatchObject({
      status: 404,
    })
    expect(
      await server.as('sorter').no('listNearby', { params: { id: here }, query: { within: '50000' } }),
    ).toMatchObject({ refused: 'badInput' })
  })

  test('says so where nobody knows where it is', async () => {
    const { id } = await report(server)
    expect(await around('clerk', id)).toMatchObject({ isPlaced: false, rows: [], outlines: [] })
  })

  test('draws the units there in metres, and marks the own one', async () => {
    const id = await at('desk', 'willowHouse')
    const ring = [
      [114.599, 29.899],
      [114.601, 29.899],
      [114.601, 29.901],
      [114.599, 29.899],
    ]
    for (const key of ['willowGrid', 'plumGrid'] as const)
      await server.owner.query('update unit set lng = 114.6, lat = 29.9, outline = $2 where id = $1', [
        server.town.units[key].id,
        JSON.stringify({ type: 'Polygon', coordinates: [ring] }),
      ])
    await server.owner.query(
      `update unit set lng = 114.6, lat = 29.9, outline = '{"type":"Point"}' where id = $1`,
      [server.town.units.willow.id],
    )
    const { outlines } = await around('clerk', id)
    expect(outlines.map(({ name, isOwn }) => [name, isOwn])).toEqual([
      ['柳岸第一网格', true],
      ['梅园第一网格', false],
    ])
    expect(outlines[0]?.rings[0]?.[0]).toEqual([-97, -111])
  })
})
