import sharp from 'sharp'
import type { Role } from '#domain/org/roles.ts'
import { insertRows } from '#server/db/insert-rows.ts'
import { newDistrict } from '#server/org/new-district.ts'
import { hashPassword } from '#server/org/passwords.ts'
import { makeCaller } from './callers.ts'
import { Client } from './client.ts'
import { district, freshId, type Login, password } from './factory.ts'
import { appealBody, triage } from './matters.ts'
import { makePartner } from './partners.ts'
import { day, type TestServer } from './server.ts'

/** What somebody could know and look for, and what must then not be told: each text of the matter has both. */
export const known = { words: '苔绿色水箱在漏水', phone: '199-0000-5678', title: '苔绿色水箱' }
const purpose = '密语捌'
export const secrets = [
  ...['密语壹', '密语贰', '密语叁', '密语肆', '密语伍', '密语陆', '密语柒', purpose],
  ...['苗可见', '00005678'],
]

/** What must not be told to somebody: for what a list was taken out, the auditor reads by duty. */
export const secretsFrom = (who: string) => secrets.filter((said) => who !== 'auditor' || said !== purpose)

/** Everybody of the town who has nothing to do with the matter. */
export const strangers: Login[] = [
  ...(['plumclerk', 'reedclerk', 'southsorter', 'expert', 'lawyer', 'water', 'power'] as const),
  ...(['mediator', 'head', 'admin', 'security', 'auditor'] as const),
]

export type Secret = Record<
  'id' | 'number' | 'queryCode' | 'appealId' | 'fileId' | 'viewId' | 'exportId',
  string
>

/** Somebody with one post somewhere, made past the product; the post has ended where a last day is given. */
async function employ(
  server: TestServer,
  { at, unitId, role, login, toOn }: { at: number; unitId: string; role: Role; login: string; toOn?: string },
): Promise<Client> {
  const [personId, accountId, now] = [freshId(), freshId(), new Date(server.now).toISOString()]
  const key = { district_id: at }
  await insertRows(server.owner, 'person', [
    { ...key, id: personId, name: '外人', pinyin: 'wairen', created_at: now },
  ])
  await insertRows(server.owner, 'account', [
    {
      ...{ ...key, id: accountId, person_id: personId, login, password_hash: await hashPassword(password) },
      ...{ password_changed_at: now, is_demo: false, settings: {} },
    },
  ])
  await insertRows(server.owner, 'login_key', [{ ...key, login, account_id: accountId }])
  await insertRows(server.owner, 'post', [
    {
      ...{ ...key, id: freshId(), person_id: personId, unit_id: unitId, role, from_on: '2020-01-01' },
      ...(toOn ? { to_on: toOn } : {}),
    },
  ])
  const reached = { app: server.app, clock: () => server.now, faults: server.faults }
  return new Client(reached, { login, password })
}

/** A matter of Willow Bank in which every text, name and file holds a secret; followed, in a private view and in an export. */
export async function makeSecret(server: TestServer): Promise<Secret> {
  const picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#383' } })
    .jpeg()
    .toBuffer()
  const [fileId, viewId, exportId] = [freshId(), freshId(), freshId()]
  const params = { district, id: fileId }
  await server.visitor.ok('uploadPublicFile', { params, query: { name: '密语壹.jpg' }, file: picture })
  const body = appealBody(server.town, {
    ...{ words: `${known.words}，密语贰`, name: '苗可见', phone: known.phone, files: [fileId] },
  })
  const { number, queryCode } = await server.visitor.ok('sendAppeal', { params: { district }, body })
  const [sorter, housing, clerk] = [server.as('sorter'), server.as('housing'), server.as('clerk')]
  const { matterId: id, id: appealId } = body
  await clerk.move(id, 'accept', { note: '密语叁' })
  await clerk.move(id, 'triage', { ...triage, title: `${known.title}密语肆` })
  await sorter.move(id, 'dispatch', { unitId: server.town.units.housing.id, instruction: '密语伍' })
  await housing.move(id, 'sign', {})
  await housing.move(id, 'progress', { text: '密语陆', toPerson: true })
  await sorter.ok('followMatter', { params: { id } })
  const query = { box: 'area', q: '水箱' } as const
  await sorter.ok('saveView', {
    ...{ params: { id: viewId }, body: { name: '密语柒', query, unitId: null, version: 0 } },
  })
  await sorter.ok('startExport', {
    ...{ params: { id: exportId }, body: { query, purpose, language: 'zh' } },
  })
  return { id, number, queryCode, appealId, fileId, viewId, exportId }
}

/** Those from outside: of another district, whose post has ended, another system, somebody without an account. */
export async function makeOutsiders(server: TestServer): Promise<Map<string, Client>> {
  const others = new Map<string, Client>()
  const there = 339_903
  const elsewhere = await newDistrict(server.owner, {
    ...{ id: there, name: '邻区', city: '临川江市', isDemo: false, now: server.now - day },
  })
  for (const role of ['dispatcher', 'leader', 'administrator'] as const) {
    const login = `foreign-${role}`
    others.set(login, await employ(server, { at: there, unitId: elsewhere.unitId, role, login }))
  }
  const { willow, south } = server.town.units
  const ended = { at: district, unitId: willow.id, login: 'ended-clerk', toOn: '2026-11-20' }
  others.set(ended.login, await employ(server, { ...ended, role: 'communityClerk' }))
  others.set('a partner of the south', (await makePartner(server, { unitId: south.id })).client)
  others.set('another resident', await makeCaller(server, '19900008888'))
  return others.set('nobody', server.visitor)
}

/** The names under which outsiders are made. */
export const outsiders = [
  ...['foreign-dispatcher', 'foreign-leader', 'foreign-administrator', 'ended-clerk'],
  ...['a partner of the south', 'another resident', 'nobody'],
]
