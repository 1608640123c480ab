import { sql } from 'kysely'
import type { outletRoutes } from '#contract/outlet.ts'
import type { RouteAnswer } from '#contract/route.ts'
import type { OutboxRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import { insistWritten, onceForOutlets } from './outlet-store.ts'

type View = RouteAnswer<typeof outletRoutes.listOutbox>['rows'][number]
type Row = OutboxRow & { outlet: string | null; person: string | null }

/** What is in the outbox in one state, newest first. To whom and how it went, never what it says. */
export async function listOutbox({ tx, actor, query }: Call<typeof outletRoutes.listOutbox>) {
  const { state, cursor, limit } = query
  const outcome = state === 'waiting' ? null : state
  const { rows } = await sql<Row>`select x.*, o.name outlet, p.name person
    from (select * from outbox where district_id = ${actor.districtId}
      and ${outcome === null ? sql`done_at is null` : outcome === 'sent' ? sql`outcome = 'sent'` : sql`outcome = ${outcome} and outcome in ('dead', 'dropped')`}
      and (${cursor ?? null}::uuid is null or id < ${cursor ?? null}::uuid)
      order by id desc limit ${limit + 1}) x
    left join outlet o on o.district_id = x.district_id and o.id = x.outlet_id
    left join account a on a.district_id = x.district_id and a.id = x.account_id
    left join person p on p.district_id = a.district_id and p.id = a.person_id
    order by x.id desc`.execute(tx)
  const shown = rows.slice(0, limit)
  return {
    rows: shown.map((r) => ({
      ...{ id: r.id, topic: r.topic as View['topic'], to: r.outlet ?? r.person ?? '—', state },
      ...{ attempts: r.attempts, createdAt: iso(r.created_at), why: r.last_error },
      ...{ nextAt: isoOrNull(r.next_at), doneAt: isoOrNull(r.done_at) },
    })),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** Tries once more what was given up, as if it were new and under the id that it had. Refusal: `notFound`. */
export async function sendAgain(call: Call<typeof outletRoutes.sendAgain>) {
  const { tx, actor, now, params, body } = call
  const deed = { commandId: body.commandId, verb: 'again', subject: params.id, payload: {} } as const
  await onceForOutlets(call, deed, async () => {
    insistWritten(
      await sql`update outbox set outcome = null, done_at = null, attempts = 0, next_at = ${new Date(now)}
        where district_id = ${actor.districtId} and id = ${params.id} and outcome = 'dead'`.execute(tx),
    )
  })
  return { done: true } as const
}
