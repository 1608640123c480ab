import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { post } from '#test/aids.ts'
import { district, freshId } from '#test/factory.ts'
import { matterIn } from '#test/matters.ts'
import { day, startServer, type TestServer } from '#test/server.ts'
import { blow } from '#test/whistles.ts'
import { sealRound } from '../audit/jobs.ts'
import { verifyLogs } from '../audit/verify.ts'
import { removeLooseFiles } from '../files/loose.ts'
import { keyOf } from '../files/routes.ts'
import { destroyRound } from './destroy.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const year = 365 * day

/** A closed matter in the archive, with a party and who said it. */
async function archived(retention: string, files: string[] = []) {
  const made = await matterIn(server, 'closed', { files })
  await server.as('clerk').move(made.id, 'archive', { retention })
  return made
}
const list = () => server.as('admin').ok('listRegisters', { query: {} })
const draw = (id = freshId()) =>
  server.as('admin').ok('drawRegister', { body: { commandId: freshId(), id, reason: '到期鉴定' } })
const decide = (id: string, approves: boolean, why = '同意') => ({
  params: { id },
  body: { commandId: freshId(), approves, why },
})
const verify = async () => {
  await sealRound(server.platform)
  const found: unknown[] = []
  await verifyLogs(server.url, { witnesses: [] }, (finding) => found.push(finding))
  return found
}

describe('files over their period of retention', () => {
  test('are none until 1 January after the years of their class; what is kept for ever never is', async () => {
    const short = await archived('short')
    await archived('permanent')
    expect(await list()).toMatchObject({ overdue: 0, mayDraw: true, rows: [] })
    server.now = Date.UTC(2036, 11, 31, 15, 59)
    expect((await list()).overdue).toBe(0)
    server.now = Date.UTC(2036, 11, 31, 16)
    expect((await list()).overdue).toBe(1)
    const register = await draw()
    expect(register).toMatchObject({ state: 'drawn', count: 1, kept: 0, mayEdit: true, mayDecide: false })
    const { rows } = await server
      .as('admin')
      .ok('listRegisterFiles', { params: { id: register.id }, query: {} })
    expect(rows).toMatchObject([
      { matterId: short.id, number: short.number, from: '2037-01-01', archivedOn: '2026-11-23', years: 10 },
    ])
    expect((await list()).overdue, 'it stands in a register').toBe(0)
  })
})

describe('a register', () => {
  test('is decided by somebody else, of the district, who has just shown who they are', async () => {
    const [open] = (await list()).rows
    const id = open?.id ?? ''
    expect(
      await server
        .as('admin')
        .no('drawRegister', { body: { commandId: freshId(), id: freshId(), reason: '再来' } }),
    ).toMatchObject({
      refused: 'nothingOverdue',
    })
    expect(await server.as('admin').no('decideRegister', decide(id, true))).toMatchObject({
      refused: 'notYours',
    })
    expect(await server.as('leader').no('decideRegister', decide(id, false, ''))).toMatchObject({
      ...{ refused: 'missingField', field: 'why' },
    })
    const sent = decide(id, false, '先核对涉诉情况')
    expect(await server.as('leader').ok('decideRegister', sent)).toMatchObject({
      ...{ state: 'rejected', mayDecide: false },
      decided: { name: '文申', why: '先核对涉诉情况' },
    })
    expect((await server.as('leader').ok('decideRegister', sent)).state, 'sent twice').toBe('rejected')
    expect((await list()).overdue, 'its files wait for another').toBe(1)
    const body = { commandId: freshId(), matterId: freshId(), why: '留存' }
    expect(await server.as('admin').no('keepFile', { params: { id }, body })).toMatchObject({
      refused: 'registerDecided',
    })
  })

  test('leaves a stub of what it destroys, and the chains hold', async () => {
    const kept = await archived('short')
    server.now += 20 * year
    const { id, count } = await draw()
    expect(count).toBe(2)
    const body = { commandId: freshId(), matterId: kept.id, why: '涉诉，延长保管' }
    expect(await server.as('admin').ok('keepFile', { params: { id }, body })).toMatchObject({ kept: 1 })
    await server.as('leader').ok('decideRegister', decide(id, true))
    const rounds = await Promise.all([1, 2, 3].map(() => destroyRound(server.platform)))
    expect(
      rounds.toSorted((a, b) => a - b),
      'of three workers one destroys it',
    ).toEqual([0, 0, 1])
    expect(await server.as('admin').ok('getRegister', { params: { id } })).toMatchObject({
      ...{ state: 'done', count: 2, kept: 1, destroyed: 1 },
    })
    expect(await destroyRound(server.platform), 'again there is nothing to do').toBe(0)
    const { rows } = await server.as('admin').ok('listRegisterFiles', { params: { id }, query: {} })
    const gone = rows.find((row) => row.destroyedAt !== null)
    expect(rows.find((row) => row.matterId === kept.id)).toMatchObject({
      keptWhy: '涉诉，延长保管',
      destroyedAt: null,
    })
    const page = await server.as('clerk').ok('getMatter', { params: { id: gone?.matterId ?? '' } })
    expect(page).toMatchObject({
      number: gone?.number,
      title: '楼道灯不亮',
      state: 'closed',
      story: '',
      may: [],
    })
    expect(page.destroyedAt).not.toBeNull()
    expect(page.actionLog.map(({ verb }) => verb)).toContain('archive')
    const all = await server.owner.query(
      `select (select jsonb_agg(to_jsonb(a)) from appeal a where a.matter_id = $1)::text
        || (select jsonb_agg(to_jsonb(h)) from matter_action h where h.matter_id = $1)::text
        || (select to_jsonb(m) from matter m where m.id = $1)::text everything,
        (select count(*)::int from matter_text where matter_id = $1) texts,
        (select count(*)::int from notice where matter_id = $1) notices`,
      [gone?.matterId],
    )
    expect(all.rows[0]).toMatchObject({ texts: 0, notices: 0 })
    expect(all.rows[0].everything).not.toMatch(/三楼|老人|林小满|柳/)
    expect(await verify()).toEqual([])
    const move = await server.as('clerk').version(gone?.matterId ?? '')
    const reopen = {
      commandId: freshId(),
      version: move,
      verb: 'reopen',
      input: { reason: '又坏了' },
    } as const
    expect(
      await server
        .as('clerk')
        .no('moveMatter', { params: { id: gone?.matterId ?? '' }, body: reopen as never }),
    ).toMatchObject({ refused: 'fileDestroyed' })
  })

  test('takes the words of its whistles with it once no other file of theirs is kept; steps and times stay', async () => {
    const [gone, stays] = [await archived('short'), await archived('permanent')]
    const numbers = (await server.as('clerk').ok('getMatter', { params: { id: gone.id } })).number
    const other = (await server.as('clerk').ok('getMatter', { params: { id: stays.id } })).number
    const alone = await blow(server, { matters: [numbers] })
    const shared = await blow(server, { matters: [numbers, other] })
    server.now += 20 * year
    const { id } = await draw()
    await server.as('leader').ok('decideRegister', decide(id, true))
    await destroyRound(server.platform)
    const see = (whistle: string) => server.as('sorter').ok('getWhistle', { params: { id: whistle } })
    expect(await see(alone.id)).toMatchObject({ problem: null, tried: null, number: alone.number })
    expect((await see(alone.id)).told).toMatchObject([{ verb: 'blow', words: {} }])
    expect((await see(shared.id)).problem).toContain('护栏')
    expect(await verify()).toEqual([])
  })

  test('takes the words of its orders for help with it, and leaves their steps and times', async () => {
    const gone = await archived('short')
    const { number } = await server.as('clerk').ok('getMatter', { params: { id: gone.id } })
    const [alone, other] = [await post(server, { matters: [number] }), await post(server)]
    server.now += 20 * year
    const { id } = await draw()
    await server.as('leader').ok('decideRegister', decide(id, true))
    await destroyRound(server.platform)
    const see = (aid: string) => server.as('clerk').ok('getAid', { params: { id: aid } })
    expect(await see(alone.id)).toMatchObject({ need: null, place: null, number: alone.number })
    expect((await see(alone.id)).told).toMatchObject([{ verb: 'post', words: {} }])
    expect((await see(other.id)).need).toContain('渗水')
    expect(await verify()).toEqual([])
  })

  test('takes the attachments with it, bytes and rows', async () => {
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#333' } })
      .jpeg()
      .toBuffer()
    const given = { params: { district, id: freshId() }, query: { name: '301 室.jpg' }, file: photo }
    const { id: fileId } = await server.visitor.ok('uploadPublicFile', given)
    await archived('short', [fileId])
    server.now += 20 * year
    const { id } = await draw()
    await server.as('leader').ok('decideRegister', decide(id, true))
    await destroyRound(server.platform)
    const { rows } = await server.owner.query('select matter_id, name from attachment where id = $1', [
      fileId,
    ])
    expect(rows).toEqual([{ matter_id: null, name: '' }])
    const key = keyOf({ district_id: district, id: fileId }, 'full')
    expect(await server.platform.files.get(key)).toBeDefined()
    await removeLooseFiles(server.platform)
    expect(await server.platform.files.get(key)).toBeUndefined()
    expect((await server.owner.query('select from attachment where id = $1', [fileId])).rowCount).toBe(0)
  })

  test('takes the words of its petition with it; number, state and times stay', async () => {
    const gone = await archived('short')
    const { rows } = await server.owner.query(
      `insert into petition (district_id, id, matter_id, office_id, year, no, kind, state, ending, calendar_version, received_on, facts, version,
          registered_at, changed_at)
        select district_id, $1, id, centre_id, 2026, 99, 'claim', 'ended', 'settled', 1, '2026-01-05', '{"id": "x"}', 1, now(), now()
        from matter where id = $2 returning id`,
      [freshId(), gone.id],
    )
    await server.owner.query(
      `insert into petition_text (district_id, id, petition_id, sealed, at) values ($1, $2, $3, '\\x00', now())`,
      [district, freshId(), rows[0].id],
    )
    server.now += 20 * year
    const { id } = await draw()
    await server.as('leader').ok('decideRegister', decide(id, true))
    await destroyRound(server.platform)
    const left = await server.owner.query('select state, facts from petition where id = $1', [rows[0].id])
    expect(left.rows).toEqual([{ state: 'ended', facts: {} }])
    const texts = await server.owner.query('select 1 from petition_text where petition_id = $1', [rows[0].id])
    expect(texts.rows).toEqual([])
  })

  test('takes the attachments with it, bytes and rows', async () => {
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#333' } })
      .jpeg()
      .toBuffer()
    const given = { params: { district, id: freshId() }, query: { name: '301 室.jpg' }, file: photo }
    const { id: fileId } = await server.visitor.ok('uploadPublicFile', given)
    await archived('short', [fileId])
    server.now += 20 * year
    const { id } = await draw()
    await server.as('leader').ok('decideRegister', decide(id, true))
    await destroyRound(server.platform)
    const { rows } = await server.owner.query('select matter_id, name from attachment where id = $1', [
      fileId,
    ])
    expect(rows).toEqual([{ matter_id: null, name: '' }])
    const key = keyOf({ district_id: district, id: fileId }, 'full')
    expect(await server.platform.files.get(key)).toBeDefined()
    await removeLooseFiles(server.platform)
    expect(await server.platform.files.get(key)).toBeUndefined()
    expect((await server.owner.query('select from attachment where id = $1', [fileId])).rowCount).toBe(0)
  })

  test('leaves alone a file that was reopened after it had been approved', async () => {
    const made = await archived('short')
    server.now += 20 * year
    const { id } = await draw()
    await server.as('leader').ok('decideRegister', decide(id, true))
    await server.as('clerk').move(made.id, 'reopen', { reason: '又坏了' })
    await destroyRound(server.platform)
    const { rows } = await server.as('admin').ok('listRegisterFiles', { params: { id }, query: {} })
    expect(rows.find((row) => row.matterId === made.id)).toMatchObject({
      keptWhy: 'reopened',
      destroyedAt: null,
    })
    expect((await server.as('clerk').ok('getMatter', { params: { id: made.id } })).story).not.toBe('')
    expect((await server.as('admin').ok('getRegister', { params: { id } })).state).toBe('done')
  })
})

describe('nobody gets round a register', () => {
  test('a payload cannot be emptied without one, by the owner of the tables either', async () => {
    const { id } = await archived('short')
    const empty = () =>
      server.owner.query(`update matter_action set payload = '{}' where matter_id = $1`, [id])
    await expect(empty()).rejects.toThrow(/append-only/)
    const { rows } = await server.owner.query('select destroy_matter($1, $2, now()) done', [district, id])
    expect(rows[0].done).toBe(false)
    await server.owner.query('update matter set destroyed_at = now() where id = $1', [id])
    await expect(empty()).rejects.toThrow(/append-only/)
    await server.owner.query('update matter set destroyed_at = null where id = $1', [id])
  })

  test('with one nothing but the payload may change', async () => {
    const { id } = await archived('short')
    server.now += 20 * year
    const register = await draw()
    await server.as('leader').ok('decideRegister', decide(register.id, true))
    await expect(
      server.owner.query(`update matter_action set verb = 'note', payload = '{}' where matter_id = $1`, [id]),
    ).rejects.toThrow(/append-only/)
    await expect(
      server.owner.query(`update matter_action set payload = '{"note":"other"}' where matter_id = $1`, [id]),
    ).rejects.toThrow(/append-only/)
    await expect(server.owner.query('delete from matter_action where matter_id = $1', [id])).rejects.toThrow(
      /append-only/,
    )
    await destroyRound(server.platform)
  })

  test('a destruction that nobody decided on shows when the logs are verified', async () => {
    const { id } = await archived('short')
    expect(await verify()).toEqual([])
    await server.owner.query(`alter table matter_action disable trigger append_only_rows;
      alter table register_file disable trigger all`)
    await server.owner.query(`update matter_action set payload = '{}' where matter_id = $1`, [id])
    await server.owner.query(`update matter set destroyed_at = now() where id = $1`, [id])
    expect(await verify()).toContainEqual(
      expect.objectContaining({ kind: 'changed', says: 'its payload is not what was written' }),
    )
  })
})
