import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshId } from '#test/factory.ts'
import { agreeAll, type Case, mediationIn } from '#test/mediations.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
let one: Case
beforeAll(async () => {
  server = await startServer()
  one = await mediationIn(server)
  await agreeAll(one)
  await one.step('begin', {})
})
afterAll(() => server.close())

let hours = 0
/** A session that was planned, and what is handed in for its record. */
async function planned(more: object, kind = 'joint') {
  const { a1, b1 } = one.parties
  const present = kind === 'joint' ? [a1, b1] : [b1]
  const startsAt = new Date(server.now + (hours += 2) * 3_600_000).toISOString()
  const id = freshId()
  await one.step('schedule', {
    id,
    kind,
    way: 'onSite',
    startsAt,
    minutes: 60,
    partyIds: present,
    place: '楼下',
  })
  return {
    ...{
      sessionId: id,
      heldAt: startsAt,
      present,
      subject: '漏水赔偿',
      record: '各自说了经过。',
      readBack: true,
    },
    ...more,
  }
}
const agreeToOutsiders = async (answer: boolean) => {
  for (const partyId of Object.values(one.parties))
    await one.step('consent', {
      ...{ partyId, byId: partyId, way: 'oral', witness: '社区工作人员', topic: 'outsiders', answer },
    })
}

describe('who else is at a session', () => {
  test('an interpreter needs nobody’s agreement, and stands in the record', async () => {
    const held = await planned({ interpreter: '钱某，手语' })
    await one.step('hold', held)
    const [session] = (await one.view()).sessions
    expect(session).toMatchObject({ interpreter: '钱某，手语', invited: null, record: '各自说了经过。' })
  })

  test('who is asked in from outside is there only with everybody’s agreement', async () => {
    const held = await planned({ invited: '赵民警，派出所' })
    expect(await one.no('hold', held)).toMatchObject({
      ...{ status: 422, refused: 'outsidersFirst', field: 'invited' },
    })
    await agreeToOutsiders(true)
    await one.step('hold', held)
    expect((await one.view()).sessions.at(-1)).toMatchObject({ invited: '赵民警，派出所', interpreter: null })
    await agreeToOutsiders(false)
    expect(await one.no('hold', await planned({ invited: '赵民警，派出所' }))).toMatchObject({
      refused: 'outsidersFirst',
    })
  })

  test('their names are for whoever mediates, as the record is, and in no history', async () => {
    const held = await planned({ interpreter: '孙某，温州话' }, 'caucus')
    await one.step('hold', held)
    expect((await one.view()).sessions.at(-1)).toMatchObject({ interpreter: '孙某，温州话' })
    expect((await one.view('clerk')).sessions.at(-1)).toMatchObject({ interpreter: null, isSecret: true })
    const { rows } = await server.owner.query(
      `select from matter_action where matter_id = $1 and payload::text ~ '钱某|赵民警|孙某'`,
      [one.id],
    )
    expect(rows).toEqual([])
    await one.step('hold', await planned({}))
  })
})
