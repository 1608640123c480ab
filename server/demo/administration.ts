import type { SavedView } from '#contract/view.ts'
import { addDays, dayOf, type Instant } from '#domain/calendar/days.ts'
import { uuidv7 } from '#domain/id.ts'
import { makeKey } from '../door/entry.ts'
import { outletBound } from '../notify/bound.ts'
import { freshBytes } from '../random.ts'
import { seal } from '../secrets.ts'
import type { Random } from './random.ts'
import type { Member } from './staff.ts'
import { demoDistrict } from './units.ts'

type Look = Pick<SavedView, 'name' | 'query'> & Partial<Pick<SavedView, 'columns'>>

/** Views by the login of who made them; shared with the unit of their post where it says so. */
const views: readonly (Look & { login: string; isShared: boolean })[] = [
  {
    ...{ login: 'fangzhiyuan', isShared: false, name: '今天要催的' },
    query: { box: 'area', sort: 'due', late: '1' },
  },
  {
    ...{ login: 'fangzhiyuan', isShared: true, name: '多人反映的事' },
    query: { box: 'area', sort: 'changed', flag: 'group' },
    columns: ['title', 'appeals', 'due', 'category', 'place', 'holder', 'handler', 'changed'],
  },
  {
    ...{ login: 'meichunsheng', isShared: true, name: '望溪社区纠纷' },
    query: { box: 'area', sort: 'new', kind: 'dispute' },
  },
  {
    ...{ login: 'peiqingshan', isShared: true, name: '回访不满意的' },
    query: { box: 'closed', sort: 'new', flag: 'unhappy' },
    columns: ['title', 'category', 'place', 'holder', 'closure', 'received', 'changed', 'number'],
  },
]

/**
 * What people of the district have set up for themselves and for others: views, an absence with its substitute, the door for
 * another system, a receiver, choices of notices. Keys and secrets are made and forgotten: whoever tries them makes new ones.
 */
export function administrationRows(random: Random, members: readonly Member[], now: Instant) {
  const key = { district_id: demoDistrict }
  const id = () => uuidv7(now, random.bytes(10))
  const at = new Date(now).toISOString()
  const earlier = (days: number) => new Date(now - days * 86_400_000).toISOString()
  const today = dayOf(now)
  const by = (login: string) => {
    const member = members.find((one) => one.login === login)
    if (!member) throw new Error(`nobody is called ${login}`)
    return member
  }
  const holding = (role: string, end: string) => {
    const member = members.find(({ posts }) =>
      posts.some((post) => post.role === role && post.unit.path.endsWith(end)),
    )
    if (!member) throw new Error(`no ${role} at ${end}`)
    return member
  }
  const administrator = by('songmingzhu')
  const [away, substitute] = [holding('communityClerk', '/002/001/'), holding('dispatcher', '/002/ZX/')]
  const span = { fromOn: addDays(today, -1), toOn: addDays(today, 6) }
  const absence = {
    ...{ ...key, id: id(), person_id: away.personId, substitute_id: substitute.personId },
    ...{
      from_on: span.fromOn,
      to_on: span.toOn,
      by_account: administrator.accountId,
      created_at: earlier(2),
    },
  }
  const partner = {
    ...{ ...key, id: id(), name: '临川江市 12345 平台', channel: 'hotline', changes: 0, orders: 0 },
    ...{ unit_id: by('fangzhiyuan').posts[0]?.unit.id, scopes: ['orders.write', 'orders.read'] },
    ...{ valid_from: addDays(today, -20), valid_to: addDays(today, 345), created_at: earlier(20) },
  }
  const { prefix, hash } = makeKey(demoDistrict)
  const partnerKey = {
    ...{ ...key, id: id(), partner_id: partner.id, prefix, hash: `\\x${hash.toString('hex')}` },
    ...{ created_at: earlier(20), used_at: earlier(1) },
  }
  const done = { ...key, account_id: administrator.accountId }
  const outletId = id()
  const secret = seal(freshBytes(32).toString('base64url'), outletBound(demoDistrict, outletId))
  const choice = (login: string, more: object) => ({
    ...{ ...key, account_id: by(login).accountId, muted: [], unmailed: [], pace: 'daily', language: 'zh' },
    ...{
      quiet_from: 20 * 60,
      quiet_to: 8 * 60,
      quiet_rest_days: true,
      code_tries: 0,
      codes_sent: 0,
      version: 1,
    },
    ...more,
  })
  return {
    list_view: views.map(({ login, isShared, name, query, columns = [] }) => ({
      ...{ ...key, id: id(), account_id: by(login).accountId, name, query, columns, version: 1 },
      ...{ unit_id: isShared ? by(login).posts[0]?.unit.id : null, created_at: at, changed_at: at },
    })),
    absence: [absence],
    org_action: [
      {
        ...{ ...done, id: id(), at: earlier(2), verb: 'setAbsence', subject: away.personId },
        payload: { id: absence.id, substituteId: substitute.personId, ...span },
      },
    ],
    partner: [partner],
    partner_key: [partnerKey],
    partner_action: [
      {
        ...{ ...done, id: id(), at: earlier(20), verb: 'addPartner', partner_id: partner.id },
        payload: { name: partner.name, channel: partner.channel, unitId: partner.unit_id },
      },
      {
        ...{ ...done, id: id(), at: earlier(20), verb: 'addKey', partner_id: partner.id },
        payload: { keyId: partnerKey.id },
      },
    ],
    // the two sides have tried their connection; no order has come yet
    partner_use: [
      { ...key, partner_id: partner.id, day: addDays(today, -1), outcome: 'ok', count: 6 },
      { ...key, partner_id: partner.id, day: addDays(today, -1), outcome: 'badInput', count: 1 },
    ],
    // switched off, so that the demo calls nobody
    outlet: [
      {
        ...{
          ...key,
          id: outletId,
          name: '区数据局事项推送（未启用）',
          url: 'https://hooks.example.org/maple',
        },
        ...{ secret_sealed: `\\x${secret.toString('hex')}`, verbs: ['receive', 'close'], is_on: false },
        ...{ version: 1, created_at: earlier(20) },
      },
    ],
    notice_choice: [
      choice('peiqingshan', { muted: ['voice'] }),
      choice('chengxiangqian', { quiet_rest_days: false, pace: 'atOnce' }),
    ],
  }
}
