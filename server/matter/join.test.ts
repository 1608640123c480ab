import { afterAll, beforeAll, expect, test } from 'vitest'
import { inScope, scopeOf } from '#server/db/scope.ts'
import type { AppealRow } from '#server/db/tables.gen.ts'
import { addVoices } from '#server/matter/join.ts'
import { district, freshId } from '#test/factory.ts'
import { matterIn, reached } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

/** One more voice of the same kind as the first. */
async function joinOnce(id: string): Promise<void> {
  const { rows } = await server.owner.query<AppealRow>('select * from appeal where matter_id = $1 limit 1', [
    id,
  ])
  const [first] = rows
  if (!first) throw new Error('a matter without a voice')
  const now = server.now
  const appeal = {
    ...first,
    ...{ id: freshId(), query_index: Buffer.from(freshId()), submitted_at: now, received_at: now },
    // sealed for the first voice alone
    ...{ name_sealed: null, phone_sealed: null },
  }
  const late = await inScope(server.platform.db, scopeOf({ kind: 'system', districtId: district }), (tx) =>
    addVoices(
      tx,
      district,
      [{ verb: 'join', matterId: id, commandId: freshId(), appeal }],
      { kind: 'system', id: null, postId: null, unitId: null },
      now,
    ),
  )
  expect(late).toEqual([])
}

test('who joins after the others were asked has to be asked too, before it closes as resolved', async () => {
  const { id } = await matterIn(server, 'revisiting')
  const clerk = server.as('clerk')
  await clerk.move(id, 'revisit', reached)
  await joinOnce(id)
  expect(await clerk.ok('getMatter', { params: { id } })).toMatchObject({
    solved: null,
    satisfied: null,
    appeals: 2,
  })
  const close = { closureKind: 'resolved', summary: '灯已亮' } as const
  expect(await clerk.moveNo(id, 'close', close)).toMatchObject({ status: 409, refused: 'revisitFirst' })
  await clerk.move(id, 'revisit', reached)
  await clerk.move(id, 'close', close)
})
