import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { StaffActor } from '#domain/actor.ts'
import { seatsIn } from '#domain/hall/places.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import { maySee } from '#domain/whistle/who.ts'
import { findAidReach } from '../aid/reach.ts'
import { forgetWords } from '../category/table.ts'
import { hearSign } from '../colleague/presence.ts'
import type { Database } from '../db/pool.ts'
import { blankScope, inScope, scopeOf } from '../db/scope.ts'
import { findHallUnit } from '../hall/queries.ts'
import type { Nudge } from '../matter/store.ts'
import { forgetRules } from '../org/rules.ts'
import { findTeamReach } from '../team/reach.ts'
import { findReachOf } from '../whistle/reach.ts'

export type Listener = {
  actor: StaffActor
  send(nudge: Pick<Nudge, 'kind' | 'id' | 'version'>): void
  end(): void
}

/** One LISTEN per process, forwarded to whoever may see what changed. A nudge is never the source of anything. */
export type Hub = { add(listener: Listener): () => void; stop(): Promise<void> }

type Reach = {
  place_path: string
  holder_path: string
  centre_path: string
  involved: string[]
  sensitive: boolean
  need_to_know: string[]
}

export function startHub(db: Database, url: string, onFault: (fault: unknown) => void): Hub {
  const listeners = new Set<Listener>()
  let client: pg.Client | undefined
  const ending = new AbortController()

  async function forward(text: string): Promise<void> {
    const nudge = JSON.parse(text) as Nudge
    const { kind, id, version } = nudge
    if (kind === 'rules') {
      forgetRules(nudge.district)
      forgetWords(nudge.district)
    }
    // who has not opened the matter is not told who has
    const looking = nudge.sign && hearSign(nudge.sign)
    const here = [...listeners].filter((l) => l.actor.districtId === nudge.district)
    if (here.length === 0) return
    if (looking?.size === 0) return
    const isOfMatter = kind === 'matter' || kind === 'presence'
    const reach = isOfMatter ? await findReach(db, nudge.district, id) : undefined
    if (isOfMatter && !reach) return
    const whistle = kind === 'whistle' ? await findReachOf(db, nudge.district, id) : undefined
    if (kind === 'whistle' && !whistle) return
    const isOfHelp = kind === 'aid' || kind === 'team'
    const sees = isOfHelp
      ? await (kind === 'aid' ? findAidReach : findTeamReach)(db, nudge.district, id)
      : undefined
    if (isOfHelp && !sees) return
    const hall = kind === 'hall' ? await findHall(db, nudge.district, id) : undefined
    if (kind === 'hall' && !hall) return
    for (const listener of here) {
      if (looking && !looking.has(listener.actor.accountId)) continue
      if (nudge.only && !nudge.only.includes(listener.actor.accountId)) continue
      if (kind === 'account') {
        if (listener.actor.accountId === id) listener.end()
      } else if (whistle) {
        // which matters are kept from whom is asked where the page is read; here it is only that something changed
        if (maySee(whistle.whistle, whistle.lines, listener.actor, false))
          listener.send({ kind, id, version })
      } else if (sees) {
        if (sees(listener.actor)) listener.send({ kind, id, version })
      } else if (hall) {
        if (seatsIn(listener.actor, hall, 'hall.serve').length > 0) listener.send({ kind, id, version })
      } else if (kind === 'notice') {
        if (isFor(listener.actor, id)) listener.send({ kind, id, version })
      } else if (!reach || reachingSeat(listener.actor, 'matter.read', reach))
        listener.send({ kind, id, version })
    }
  }

  async function listen(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        client = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'maple-live' })
        const broken = new Promise<void>((resolve) => {
          client?.on('error', () => resolve())
          client?.on('end', () => resolve())
        })
        client.on('notification', (message) => void forward(message.payload ?? '{}').catch(onFault))
        // connecting to one that is stopped meanwhile never settles by itself
        await Promise.race([client.connect(), broken])
        if (ending.signal.aborted) continue
        await client.query('listen maple')
        // What was said while nobody listened is lost: let every reader look again.
        for (const listener of listeners) listener.send({ kind: 'rules', id: 'again', version: 0 })
        await broken
      } catch (fault) {
        if (!ending.signal.aborted) onFault(fault)
      }
      await client?.end().catch(() => {})
      await sleep(500, undefined, { signal: ending.signal }).catch(() => {})
    }
  }

  const listening = listen()
  return {
    add(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async stop() {
      ending.abort()
      for (const listener of listeners) listener.end()
      await client?.end().catch(() => {})
      await listening
    },
  }
}

function findHall(db: Database, district: number, id: string) {
  return inScope(db, blankScope(district), (tx) => findHallUnit(tx, district, id))
}

/** A notice is for an account or for whoever holds a post at a unit. */
function isFor(actor: StaffActor, id: string): boolean {
  return actor.accountId === id || actor.seats.some((seat) => seat.unitId === id)
}

async function findReach(db: Database, district: number, id: string) {
  const scope = scopeOf({ kind: 'system', districtId: district })
  const { rows } = await inScope(db, scope, (tx) =>
    sql<Reach>`select place_path, holder_path, centre_path, involved, sensitive, need_to_know from matter
      where district_id = ${district} and id = ${id}`.execute(tx),
  )
  const row = rows[0]
  return (
    row && {
      placePath: row.place_path,
      holderPath: row.holder_path,
      centrePath: row.centre_path,
      involved: row.involved,
      sensitive: row.sensitive,
      needToKnow: row.need_to_know,
      // only reading is asked about here
      parts: [],
    }
  )
}
