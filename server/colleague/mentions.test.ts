import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshId, type Login } from '#test/factory.ts'
import { matterIn, report } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const idOf = (login: Login) => server.town.staff[login].accountId
const offered = async (login: Login, id: string, q = '') =>
  (await server.as(login).ok('listColleagues', { params: { id }, query: { q } })).rows.map(
    (row) => row.accountId,
  )

describe('whom a note may name', () => {
  test('those who may see the matter, the holder’s people first, and never oneself', async () => {
    const { id } = await matterIn(server, 'handling')
    const ids = await offered('clerk', id)
    expect(ids.slice(0, 2).toSorted()).toEqual([idOf('housing'), idOf('housing2')].toSorted())
    for (const login of ['colleague', 'gridder', 'sorter', 'supervisor', 'leader', 'topsorter'] as const)
      expect(ids, login).toContain(idOf(login))
    for (const login of [
      'clerk',
      'plumclerk',
      'reedclerk',
      'southsorter',
      'water',
      'admin',
      'auditor',
    ] as const)
      expect(ids, login).not.toContain(idOf(login))
  })

  test('are found by a part of the pinyin', async () => {
    const { id } = await report(server)
    expect(await offered('clerk', id, 'supervis')).toEqual([idOf('supervisor')])
    expect(await offered('clerk', id, 'plumcl')).toEqual([])
    expect(await offered('clerk', id, '%')).toEqual([])
  })

  test('nobody whose account is disabled or whose post has ended', async () => {
    const { id } = await report(server)
    await server.owner.query('update account set disabled_at = $1 where id = $2', [
      new Date(server.now),
      idOf('desk'),
    ])
    expect(await offered('clerk', id)).not.toContain(idOf('desk'))
    expect(
      await server.as('clerk').moveNo(id, 'note', { text: '看看', mentions: [idOf('desk')] }),
    ).toMatchObject({
      refused: 'outOfSight',
    })
    await server.owner.query('update account set disabled_at = null where id = $1', [idOf('desk')])
  })

  test('of a sensitive matter only who needs to know', async () => {
    const { id } = await report(server)
    await server.owner.query('update matter set sensitive = true, need_to_know = $1 where id = $2', [
      [idOf('clerk'), idOf('sorter')],
      id,
    ])
    expect(await offered('clerk', id)).toEqual([idOf('sorter')])
    expect(
      await server.as('clerk').moveNo(id, 'note', { text: '看看', mentions: [idOf('leader')] }),
    ).toMatchObject({ status: 422, refused: 'outOfSight', field: 'mentions' })
  })

  test('is not told to who may not see the matter, nor to who may not write a note', async () => {
    const { id } = await report(server)
    expect(await server.as('plumclerk').no('listColleagues', { params: { id }, query: {} })).toMatchObject({
      status: 404,
    })
    expect(await server.as('admin').no('listColleagues', { params: { id }, query: {} })).toMatchObject({
      status: 403,
    })
  })
})

describe('a note that names colleagues', () => {
  test('keeps who was named and shows them by name', async () => {
    const { id } = await matterIn(server, 'handling')
    const mentions = [idOf('clerk'), idOf('sorter'), idOf('clerk')]
    await server.as('housing').move(id, 'note', { text: '请帮忙看看', mentions })
    const { actionLog } = await server.as('leader').ok('getMatter', { params: { id } })
    expect(actionLog.at(-1)).toMatchObject({
      verb: 'note',
      payload: { mentions: [idOf('clerk'), idOf('sorter')] },
      mentioned: [expect.any(String), expect.any(String)],
    })
  })

  test('is refused when one of them may not see the matter, or is nobody at all', async () => {
    const { id } = await report(server)
    for (const stranger of [idOf('plumclerk'), idOf('admin'), freshId()])
      expect(
        await server
          .as('clerk')
          .moveNo(id, 'note', { text: '看看', mentions: [idOf('colleague'), stranger] }),
      ).toMatchObject({ status: 422, refused: 'outOfSight', field: 'mentions' })
    expect((await server.as('clerk').ok('getMatter', { params: { id } })).actionLog).toHaveLength(1)
  })

  test('names at most ten, and a note that names nobody is the same as before there were names', async () => {
    const { id } = await report(server)
    const many = Array.from({ length: 11 }, () => freshId())
    expect(await server.as('clerk').moveNo(id, 'note', { text: '看看', mentions: many })).toMatchObject({
      refused: 'tooMany',
      field: 'mentions',
    })
    const commandId = freshId()
    const send = (input: object) =>
      server
        .as('clerk')
        .ok('moveMatter', { params: { id }, body: { commandId, version: 1, verb: 'note', input } })
    const first = await send({ text: '只是记一下', files: [] })
    expect(await send({ text: '只是记一下', mentions: [] })).toEqual(first)
    const { actionLog } = await server.as('clerk').ok('getMatter', { params: { id } })
    expect(actionLog.at(-1)?.payload).toEqual({ text: '只是记一下', files: [] })
  })
})
