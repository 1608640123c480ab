import { type RawBuilder, sql } from 'kysely'
import type { AuditRow, auditRoutes } from '#contract/audit.ts'
import { addDays, startOfDay } from '#domain/calendar/days.ts'
import { type AuditKind, auditKinds, outcomesOf } from '#domain/org/audit.ts'
import { anywhere } from '../db/like.ts'
import { scopeOf, setScope, type Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'

type Asked = Call<typeof auditRoutes.listAudit>['query']
type Row = Omit<AuditRow, 'at' | 'by' | 'subject'> & {
  at: number
  account_id: string | null
  name: string | null
  login: string | null
  named: string | null
  subject: string
}

/** The records of one table that may stand on the page, newest first; each table is read by its own index. */
type Source = {
  kinds: readonly AuditKind[]
  from: RawBuilder<unknown>
  columns: RawBuilder<unknown>
  /** Done by people without an account. */
  isNobodys?: true
}

const deeds = (
  table: string,
  kind: AuditKind,
  subject: RawBuilder<unknown>,
  role = sql`null::text`,
): Source => ({
  kinds: [kind],
  from: sql.table(table),
  columns: sql`${kind}::text kind, e.verb, ${subject} subject, coalesce(e.payload->>'reason', '') reason,
    null::text way, null::text device, null::text address, ${role} role`,
})

const atDoor = ['signIn', 'failed', 'proof'] as const
const outcomesAsked = (kinds: readonly AuditKind[]) =>
  atDoor.filter((kind) => kinds.includes(kind)).flatMap((kind): readonly string[] => outcomesOf[kind])

const sources: readonly Source[] = [
  {
    kinds: atDoor,
    from: sql.table('account_event'),
    columns: sql`case when e.outcome in (${sql.join([...outcomesOf.signIn])}) then 'signIn'
      when e.outcome in (${sql.join([...outcomesOf.failed])}) then 'failed' else 'proof' end kind,
      e.outcome verb, '' subject, '' reason, e.way, e.device, e.address, null::text role`,
  },
  {
    kinds: ['resident'],
    from: sql.table('resident_event'),
    columns: sql`'resident' kind, e.outcome verb, 'phone:' || left(encode(e.phone_index, 'hex'), 8) subject, '' reason,
      null::text way, e.device, e.address, null::text role`,
    isNobodys: true,
  },
  deeds(
    'org_action',
    'people',
    sql`e.subject::text`,
    sql`coalesce(e.payload->>'role', e.payload#>>'{post,role}', (select o.role from post o
      where o.district_id = e.district_id and o.id = (e.payload->>'postId')::uuid))`,
  ),
  deeds('rules_action', 'rules', sql`e.subject`),
  deeds('partner_action', 'doors', sql`e.partner_id::text`),
  deeds('outlet_action', 'doors', sql`e.subject::text`),
  {
    kinds: ['subject'],
    from: sql`(select s.*, 'appeal:' || r.appeal_id subject from subject_action s
      join subject_request r on r.district_id = s.district_id and r.id = s.request_id where s.verb = 'answer')`,
    columns: sql`'subject' kind, 'answerSubject' verb, e.subject, '' reason, null::text way, null::text device,
      null::text address, null::text role`,
  },
  {
    kinds: ['supervision'],
    from: sql`(select * from supervision_action where account_id is not null)`,
    columns: sql`'supervision' kind, 'supervise' || upper(left(e.verb, 1)) || substr(e.verb, 2) verb,
      coalesce('matter:' || e.matter_id, '') subject, '' reason, null::text way, null::text device, null::text address, e.role`,
  },
  {
    kinds: ['evaluation'],
    from: sql`(select * from evaluation_action where account_id is not null)`,
    columns: sql`'evaluation' kind, 'evaluate' || upper(left(e.verb, 1)) || substr(e.verb, 2) verb,
      coalesce('matter:' || e.matter_id, '') subject, coalesce(e.payload ->> 'month', '') reason, null::text way, null::text device,
      null::text address, e.role`,
  },
  {
    kinds: ['reveal', 'export', 'print'],
    from: sql.table('read_log'),
    columns: sql`e.what kind, 'read' verb, e.subject, e.purpose reason, null::text way, null::text device,
      null::text address, null::text role`,
  },
  {
    kinds: ['open', 'list'],
    from: sql.table('view_log'),
    columns: sql`e.what kind, 'read' verb, e.subject, e.facts reason, null::text way, null::text device,
      null::text address, null::text role`,
  },
]

/** Without a kind the auditor reads what was done; what was looked at is a hundred times as much, and is asked for. */
const usual = auditKinds.filter((kind) => kind !== 'open' && kind !== 'list')

function partOf(source: Source, district: number, asked: Asked): RawBuilder<unknown> | undefined {
  const kinds = asked.kind === undefined ? usual : [asked.kind]
  if (!source.kinds.some((kind) => kinds.includes(kind))) return undefined
  if (source.isNobodys && asked.account !== undefined) return undefined
  const [ms, id] = asked.cursor?.split('.') ?? []
  const outcomes = outcomesAsked(kinds)
  const only =
    asked.kind === undefined || source.kinds.length === 1
      ? sql``
      : outcomes.length > 0
        ? sql`and e.outcome in (${sql.join(outcomes)})`
        : sql`and e.what = ${asked.kind}`
  const by = source.isNobodys ? sql`null::uuid account_id` : sql`e.account_id`
  return sql`(select e.id, e.at, ${by}, ${source.columns} from ${source.from} e
    where e.district_id = ${district} ${only}
      ${asked.account === undefined ? sql`` : sql`and e.account_id = ${asked.account}`}
      ${asked.from === undefined ? sql`` : sql`and e.at >= ${new Date(startOfDay(asked.from))}`}
      ${asked.to === undefined ? sql`` : sql`and e.at < ${new Date(startOfDay(addDays(asked.to, 1)))}`}
      ${id === undefined ? sql`` : sql`and (e.at, e.id) < (${new Date(Number(ms))}, ${id}::uuid)`}
    order by e.at desc, e.id desc limit ${asked.limit + 1})`
}

/** What was done, tried and read, newest first. */
export async function listAudit(call: Call<typeof auditRoutes.listAudit>) {
  const { tx, actor, query } = call
  const district = actor.districtId
  const parts = sources.map((source) => partOf(source, district, query)).filter((part) => part !== undefined)
  // of one account nothing is asked of what only residents do
  if (parts.length === 0) return { rows: [], next: null }
  const { rows } = await sql<Row>`
    select e.*, p.name, a.login, coalesce(
      (select q.name from person q where q.district_id = ${district} and q.id::text = e.subject),
      (select q.name from account b join person q on q.district_id = b.district_id and q.id = b.person_id
        where b.district_id = ${district} and b.id::text = e.subject),
      (select u.name from unit u where u.district_id = ${district} and u.id::text = e.subject),
      (select t.name from partner t where t.district_id = ${district} and t.id::text = e.subject),
      (select o.name from outlet o where o.district_id = ${district} and o.id::text = e.subject)) named
    from (${sql.join(parts, sql` union all `)}) e
    left join account a on a.district_id = ${district} and a.id = e.account_id
    left join person p on p.district_id = a.district_id and p.id = a.person_id
    order by e.at desc, e.id desc limit ${query.limit + 1}`.execute(tx)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const numbers = await numbersOf(call, shown)
  return {
    rows: shown.map(({ at, account_id, name, login, named, subject, ...row }) => ({
      ...row,
      at: new Date(at).toISOString(),
      by:
        account_id !== null && name !== null && login !== null
          ? { accountId: account_id, name, login }
          : null,
      subject: named ?? numbers.get(subject) ?? (/^[0-9a-f-]{36}$/.test(subject) ? '' : subject),
    })),
    next: rows.length > query.limit && last ? `${last.at}.${last.id}` : null,
  }
}

/** The numbers of the matters that were read about, and the names of colleagues: the auditor reads no matter. */
async function numbersOf(
  { tx, actor }: { tx: Tx; actor: Call<typeof auditRoutes.listAudit>['actor'] },
  rows: readonly Row[],
): Promise<Map<string, string>> {
  const idsOf = (kind: string) =>
    rows
      .map(({ subject }) => subject)
      .filter((subject) => subject.startsWith(`${kind}:`))
      .map((subject) => subject.slice(kind.length + 1))
      .filter((id) => /^[0-9a-f-]{36}$/.test(id))
  const [appeals, matters, people] = [idsOf('appeal'), idsOf('matter'), idsOf('person')]
  const [whistles, aids, teams] = [idsOf('whistle'), idsOf('aid'), idsOf('team')]
  if ([appeals, matters, people, whistles, aids, teams].every(({ length }) => length === 0)) return new Map()
  const district = actor.districtId
  await setScope(tx, scopeOf({ kind: 'system', districtId: district }))
  const { rows: found } = await sql<{ subject: string; name: string }>`
    select 'appeal:' || v.id subject, m.number name from appeal v
    join matter m on m.district_id = v.district_id and m.id = v.matter_id
    where v.district_id = ${district} and v.id = any (${appeals}::uuid[])
    union all
    select 'matter:' || m.id, m.number from matter m where m.district_id = ${district} and m.id = any (${matters}::uuid[])
    union all
    select 'whistle:' || w.id, w.number from whistle w where w.district_id = ${district} and w.id = any (${whistles}::uuid[])
    union all
    select 'aid:' || w.id, w.number from aid w where w.district_id = ${district} and w.id = any (${aids}::uuid[])
    union all
    select 'team:' || t.id, t.name from team t where t.district_id = ${district} and t.id = any (${teams}::uuid[])
    union all
    select 'person:' || p.id, p.name from person p where p.district_id = ${district} and p.id = any (${people}::uuid[])`.execute(
    tx,
  )
  await setScope(tx, scopeOf(actor))
  return new Map(found.map(({ subject, name }) => [subject, name]))
}

/** Accounts by name, pinyin or login, in use or not. */
export async function listAudited({ tx, actor, query }: Call<typeof auditRoutes.listAudited>) {
  const pattern = anywhere(query.q.toLowerCase())
  const { rows } = await sql<{ id: string; name: string; login: string }>`
    select a.id, p.name, a.login from person p
    join account a on a.district_id = p.district_id and a.person_id = p.id
    where p.district_id = ${actor.districtId}
      and (p.name like ${pattern} or p.pinyin like ${pattern} or a.login like ${pattern})
    order by p.pinyin, p.id limit 20`.execute(tx)
  return { rows }
}
