import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshId } from '#test/factory.ts'
import { matterIn } from '#test/matters.ts'
import { heldOne, topicItem } from '#test/meetings.ts'
import { day, startServer, type TestServer } from '#test/server.ts'
import { destroyRound } from './destroy.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('what a meeting said of a file goes with it, even from minutes that are confirmed; the meeting stays', async () => {
  const { id } = await matterIn(server, 'closed')
  const items = [topicItem(server, { matterId: id, title: '顶楼渗水', brief: '三次上门没有谈成' })]
  const meeting = await heldOne(server, { items })
  const other = await heldOne(server)
  await server.as('clerk').move(id, 'archive', { retention: 'short' })
  const textsOf = async (meetingId: string) => {
    const { rows } = await server.owner.query('select kind from meeting_text where meeting_id = $1', [
      meetingId,
    ])
    return rows.length
  }
  const kept = await textsOf(other.id)
  expect([await textsOf(meeting.id), kept].every((count) => count > 0)).toBe(true)
  server.now += 20 * 365 * day
  const register = await server
    .as('admin')
    .ok('drawRegister', { body: { commandId: freshId(), id: freshId(), reason: '到期鉴定' } })
  const body = { commandId: freshId(), approves: true, why: '同意' }
  await server.as('leader').ok('decideRegister', { params: { id: register.id }, body })
  expect(await destroyRound(server.platform)).toBe(1)
  expect(await textsOf(meeting.id)).toBe(0)
  expect(await textsOf(other.id)).toBe(kept)
  const page = await server.as('sorter').ok('getMeeting', { params: { id: meeting.id } })
  expect(page).toMatchObject({ state: 'confirmed', title: '' })
  expect(JSON.stringify(page)).not.toMatch(/渗水|上门|杂物|林大嫂|宋一平/)
})
