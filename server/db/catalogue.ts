import pg from 'pg'

type Column = {
  table: string
  name: string
  type: string
  notNull: boolean
  default: string | null
  array: boolean
}
type Named = { table: string; name: string; definition: string }

export type Catalogue = {
  tables: { name: string; rls: boolean }[]
  columns: Column[]
  constraints: Named[]
  indexes: Named[]
  policies: Named[]
  functions: { name: string; definition: string }[]
  grants: { table: string; role: string; privileges: string }[]
  triggers: Named[]
}

/** Reads the schema of a database: what the types are generated from and what db/schema.sql prints. */
export async function readCatalogue(url: string): Promise<Catalogue> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const rows = async <T extends pg.QueryResultRow>(sql: string) => (await client.query<T>(sql)).rows
  try {
    return {
      tables: await rows(`select relname as name, relrowsecurity as rls from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`),
      columns:
        await rows(`select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
        a.attnotnull as "notNull", pg_get_expr(d.adbin, d.adrelid) as default, t.typcategory = 'A' as array
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        order by 1, a.attnum`),
      constraints:
        await rows(`select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
        from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c', 'x')
        order by 1, array_position(array['p', 'u', 'x', 'f', 'c'], contype::text), 2`),
      indexes:
        await rows(`select tablename as table, indexname as name, indexdef as definition from pg_indexes
        where schemaname = 'public' and indexname not in (select conname from pg_constraint) order by 1, 2`),
      policies: await rows(`select tablename as table, policyname as name,
        format('for %s to %s using (%s)%s', lower(cmd), array_to_string(roles, ', '), qual,
          case when with_check is null then '' else ' with check (' || with_check || ')' end) as definition
        from pg_policies where schemaname = 'public' order by 1, 2`),
      functions: await rows(`select proname as name, pg_get_functiondef(oid) as definition from pg_proc
        where pronamespace = 'public'::regnamespace order by 1`),
      grants:
        await rows(`select table_name::text as table, grantee::text as role, string_agg(lower(privilege_type), ', ' order by privilege_type) as privileges
        from information_schema.role_table_grants where grantee in ('maple_app', 'maple_audit') and table_schema = 'public'
        group by 1, 2 order by 1, 2`),
      triggers: await rows(`select c.relname as table, t.tgname as name,
        pg_get_triggerdef(t.oid) || case t.tgenabled when 'A' then '; -- always' when 'O' then ';' else '; -- off' end as definition
        from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where c.relnamespace = 'public'::regnamespace and not t.tgisinternal order by 1, 2`),
    }
  } finally {
    await client.end()
  }
}

/** The schema as one reviewable text, the same on every supported server version. */
export function printSchema(catalogue: Catalogue): string {
  const out = [
    '-- Printed from the migrated database by scripts/schema.ts; a test keeps it fresh. Do not edit.',
  ]
  for (const { name, rls } of catalogue.tables) {
    const of = <T extends { table: string }>(list: T[]) => list.filter((x) => x.table === name)
    const lines = of(catalogue.columns).map(
      (c) =>
        `  ${c.name} ${c.type}${c.notNull ? ' not null' : ''}${c.default === null ? '' : ` default ${c.default}`}`,
    )
    // PostgreSQL 18 names NOT NULL constraints too; they already stand at the column.
    for (const c of of(catalogue.constraints)) lines.push(`  constraint ${c.name} ${c.definition}`)
    out.push(`create table ${name} (\n${lines.join(',\n')}\n);`)
    for (const index of of(catalogue.indexes)) out.push(`${index.definition};`)
    if (rls) out.push(`alter table ${name} enable row level security;`)
    for (const policy of of(catalogue.policies))
      out.push(`create policy ${policy.name} on ${name} ${policy.definition};`)
    for (const grant of of(catalogue.grants))
      out.push(`grant ${grant.privileges} on ${name} to ${grant.role};`)
    for (const trigger of of(catalogue.triggers)) out.push(trigger.definition)
    out.push('')
  }
  for (const f of catalogue.functions) out.push(`${f.definition.trim()};`, '')
  return `${out.join('\n').trim()}\n`
}

const typeNames: Record<string, string> = {
  'timestamp with time zone': 'Instant',
  date: 'Day',
  integer: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  jsonb: 'Json',
}

/** The row types the server's SQL is checked against. */
export function printTypes(catalogue: Catalogue): string {
  const pascal = (name: string) => name.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())
  const out = [
    '// Generated from the migrated database by scripts/schema.ts; a test keeps it fresh. Do not edit.',
    "import type { Day, Instant, Json } from './column-types.ts'",
    '',
  ]
  for (const { name } of catalogue.tables) {
    out.push(`export type ${pascal(name)}Row = {`)
    for (const c of catalogue.columns.filter((x) => x.table === name)) {
      const base = typeNames[c.type.replace('[]', '')] ?? 'string'
      out.push(`  ${c.name}: ${base}${c.array ? '[]' : ''}${c.notNull ? '' : ' | null'}`)
    }
    out.push('}', '')
  }
  out.push('export type Tables = {')
  for (const { name } of catalogue.tables) out.push(`  ${name}: ${pascal(name)}Row`)
  out.push('}', '')
  return out.join('\n')
}
