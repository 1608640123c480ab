import { runAdmin } from '#server/admin.ts'
import { chainTables, logNames } from '#server/audit/logs.ts'
import { insertRows } from '#server/db/insert-rows.ts'
import { post } from './aids.ts'
import { district, freshId } from './factory.ts'
import { matterIn } from './matters.ts'
import { callOne } from './meetings.ts'
import { makePartner } from './partners.ts'
import type { TestServer } from './server.ts'
import { blow } from './whistles.ts'

/** Leaves rows in every log of the district, and some matters with their histories. */
export async function fillLogs(server: TestServer, each = 4): Promise<void> {
  const { id: matterId, appealId, queryCode } = await matterIn(server, 'closed')
  const requestId = freshId()
  const wish = { kind: 'explain', words: '谁看过我的电话？' }
  await server.visitor.ok('askSubject', { params: { district }, body: { queryCode, id: requestId, wish } })
  await matterIn(server, 'dispatched')
  const hall = { id: server.town.units.northCentre.id }
  await server.as('desk').ok('saveHall', { params: hall, body: { commandId: freshId() } })
  for (let i = 0; i < each; i++) {
    await makePartner(server)
    await blow(server)
    await post(server)
    await callOne(server)
    await server.as('desk').ok('takeTicket', { params: hall, body: { commandId: freshId(), id: freshId() } })
    await server.as('clerk').ok('revealContact', {
      params: { id: matterId },
      body: { commandId: freshId(), appealId, purpose: `回访 ${i}` },
    })
    const by = { district_id: district, account_id: server.town.staff.admin.accountId }
    const row = () => ({ ...by, id: freshId(), at: new Date(server.now), payload: { step: i, ratio: 0.1 } })
    await insertRows(server.owner, 'org_action', [{ ...row(), verb: 'addUnit', subject: freshId() }])
    await insertRows(server.owner, 'outlet_action', [{ ...row(), verb: 'test', subject: freshId() }])
    await insertRows(server.owner, 'resident_event', [
      {
        ...{ district_id: district, id: freshId(), at: new Date(server.now), phone_index: Buffer.from('x') },
        ...{ outcome: 'in', device: `browser ${i}`, address: '192.0.2.1' },
      },
    ])
    await insertRows(server.owner, 'subject_action', [
      {
        ...{ ...row(), request_id: requestId, actor_kind: 'staff', verb: 'answer' },
        payload: { step: i, kind: 'explain', outcome: 'refused' },
      },
    ])
    await insertRows(server.owner, 'supervision_action', [
      { ...row(), matter_id: matterId, subject_id: freshId(), verb: 'look' },
    ])
    await insertRows(server.owner, 'evaluation_action', [
      { ...row(), matter_id: matterId, subject_id: freshId(), verb: 'withdraw' },
    ])
    await insertRows(server.owner, 'rules_action', [{ ...row(), verb: 'editCategory', subject: 'S01' }])
  }
}

/** Runs statements as the owner of the database who switches every lock off, and on again afterwards. */
export async function pastTriggers(server: TestServer, statements: string): Promise<void> {
  const kept = [...logNames, ...chainTables]
  const off = kept.map((log) => `alter table ${log} disable trigger user;`).join(' ')
  const on = kept
    .map((log) => `alter table ${log} enable trigger user, enable always trigger append_only;`)
    .join(' ')
  await server.owner.query(
    `begin; set local session_replication_role = replica; ${off} ${statements}; ${on} commit`,
  )
}

/** Runs a command of server/admin.ts as somebody at the keyboard would. Out: its exit code and what it said. */
export async function typed(env: NodeJS.ProcessEnv, ...args: string[]) {
  const said = { out: '', err: '' }
  const code = await runAdmin(args, {
    env,
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    now: () => Date.now(),
  })
  return { code, ...said }
}
