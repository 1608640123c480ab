import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { PartnerActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { keyState, type Pace, type PartnerChannel, type PartnerScope, paced } from '#domain/door/partner.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { servesPath } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { Refused } from '../http/refused.ts'
import { freshBytes } from '../random.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose key came with the request, good or not: what it asked is counted. */
    partner?: { district: number; partnerId: string; keyId: string }
  }
}

/** A key as presented: its district, its first signs, by which it is looked up, and the hash by which it is known. */
type PresentedKey = { district: number; prefix: string; hash: Buffer }

const prefixLength = 8
const hashOf = (key: string) => createHash('sha256').update(key).digest()

/** A new key of a district: 256 random bits. Out: the key, to be shown once, and what is stored of it. */
export function makeKey(district: number): { key: string; prefix: string; hash: Buffer } {
  const secret = freshBytes(32).toString('base64url')
  const key = `maple.${district}.${secret}`
  return { key, prefix: secret.slice(0, prefixLength), hash: hashOf(key) }
}

/** The key in the header, where there is one in the shape of ours. */
export function readKey(request: FastifyRequest): PresentedKey | undefined {
  const header = request.headers.authorization ?? ''
  const match = header.match(/^Bearer (maple\.(\d{1,6})\.([A-Za-z0-9_-]{43}))$/i)
  const [, key = '', district, secret = ''] = match ?? []
  return match
    ? { district: Number(district), prefix: secret.slice(0, prefixLength), hash: hashOf(key) }
    : undefined
}

type Row = {
  key_id: string
  hash: Buffer
  revoked_at: number | null
  id: string
  name: string
  channel: PartnerChannel
  scopes: PartnerScope[]
  valid_from: string
  valid_to: string | null
  unit_id: string
  unit_kind: UnitKind
  unit_path: string
}

async function findKey(tx: Tx, key: PresentedKey): Promise<Row | undefined> {
  const { rows } = await sql<Row>`select k.id key_id, k.hash, k.revoked_at, p.id, p.name, p.channel, p.scopes,
      p.valid_from, p.valid_to, p.unit_id, u.kind unit_kind, u.path unit_path
    from partner_key k join partner p on p.district_id = k.district_id and p.id = k.partner_id
    join unit u on u.district_id = p.district_id and u.id = p.unit_id
    where k.district_id = ${key.district} and k.prefix = ${key.prefix}`.execute(tx)
  const [row] = rows
  return row && timingSafeEqual(row.hash, key.hash) ? row : undefined
}

/** How fast each key asks, in this process. */
const paces = new Map<string, Pace>()

/**
 * Who holds the key of a request. Wrong, revoked, early and expired keys get one and the same answer.
 * Refusals: `badKey`, `tooBusy`, `notInScope`.
 */
export async function enterPartner(
  tx: Tx,
  request: FastifyRequest,
  scope: PartnerScope | undefined,
  now: number,
): Promise<PartnerActor> {
  const key = readKey(request)
  const row = key && (await findKey(tx, key))
  if (!key || !row) throw new Refused(refuse('badKey'))
  const { district } = key
  request.partner = { district, partnerId: row.id, keyId: row.key_id }
  const { valid_from: validFrom, valid_to: validTo } = row
  const state = keyState({ isRevoked: row.revoked_at !== null, validFrom, validTo }, dayOf(now))
  if (state !== 'good') throw new Refused(refuse('badKey'))
  const { pace, waitSeconds } = paced(paces.get(row.key_id), now)
  paces.set(row.key_id, pace)
  if (waitSeconds > 0) throw new Refused(refuse('tooBusy', { seconds: waitSeconds }))
  if (scope !== undefined && !row.scopes.includes(scope)) throw new Refused(refuse('notInScope', { scope }))
  return {
    kind: 'partner',
    districtId: district,
    partnerId: row.id,
    name: row.name,
    channel: row.channel,
    scopes: row.scopes,
    unitId: row.unit_id,
    servesPath: servesPath({ kind: row.unit_kind, path: row.unit_path }),
  }
}
