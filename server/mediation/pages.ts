import type { mediationRoutes } from '#contract/mediation.ts'
import type { StaffActor } from '#domain/actor.ts'
import { addDays, dayOf, daysBetween, startOfDay } from '#domain/calendar/days.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { whyNot } from '#domain/matter/why-not.ts'
import type { Mediation } from '#domain/mediation/mediation.ts'
import { mayTake } from '#domain/mediation/why-not.ts'
import { refuse } from '#domain/refusal.ts'
import { noteView } from '../audit/views.ts'
import { namesOf } from '../colleague/queries.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { circumstances, rulesFor } from '../matter/commands.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { iso } from '../matter/views.ts'
import { listByIds, listPresent, type PartyLine, partyOf } from '../party/queries.ts'
import { offerMediators } from './offers.ts'
import { actorIn } from './prepare.ts'
import {
  findMediation,
  listBox,
  listLinks,
  listOfMatter,
  listPlaces,
  listSlotRows,
  listTexts,
  roomNames,
} from './queries.ts'
import { namesFor, readingOf, textsOf } from './read.ts'
import { rowOf, viewOf } from './views.ts'

/** A cursor of a list: the key it is sorted by and the id, parted by a line. Refusal: `badInput`. */
export function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return undefined
  const at = cursor.lastIndexOf('|')
  const [key, id] = [cursor.slice(0, at), cursor.slice(at + 1)]
  const isRight =
    /^(infinity|\d{4}-\d\d-\d\d( [\d:.]+\+\d\d(:\d\d)?)?)$/.test(key) && /^[0-9a-f-]{36}$/.test(id)
  return isRight ? { key, id } : refuse('badInput', { field: 'cursor', hint: '' }, 'cursor')
}

/** The mediations in sight, box by box. Refusal: `badInput`. */
export async function listMediations({ tx, actor, query, now }: Call<typeof mediationRoutes.listMediations>) {
  const after = readCursor(query.cursor)
  if (after && 'refused' in after) return after
  const rows = await listBox(tx, actor.districtId, actor.accountId, query.box, query.limit + 1, after)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((line) => rowOf(line, dayOf(now))),
    next: rows.length > query.limit && last ? `${last.sort_key}|${last.id}` : null,
  }
}

/** What of a matter was mediated, and with whom it could be. Refusal: `notFound`. */
export async function listMatterMediations(call: Call<typeof mediationRoutes.listMatterMediations>) {
  const { tx, actor, params, query, now } = call
  const row = await findMatter(tx, actor.districtId, params.id)
  if (!row) return refuse('notFound')
  const matter = matterOf(row)
  const lines = await listOfMatter(tx, actor.districtId, row.id)
  const rules = await rulesFor(tx, row)
  const isFree = !lines.some(({ state }) => state === 'asking' || state === 'running')
  // whoever mediates here chooses rooms and people also while a mediation goes on
  const mayRun = whyNot('mediate', matter, actor, circumstances(matter, rules, now)) === undefined
  const mayOpen =
    mayRun &&
    matter.kind === 'dispute' &&
    matter.state === 'handling' &&
    isFree &&
    actor.seats.some(({ unitId }) => unitId === matter.holderId)
  const units = [...new Set([matter.holderId, ...actor.seats.map(({ unitId }) => unitId)])]
  const places = mayRun ? await listPlaces(tx, actor.districtId, units, now) : []
  const offices = places.filter(({ kind }) => kind !== 'room')
  return {
    rows: lines.map((line) => rowOf(line, dayOf(now))),
    mayOpen,
    committees: places
      .filter(({ kind }) => kind !== 'grid' && kind !== 'building')
      // a committee first: it is what the law gives a number and a seal (Mediation Act art. 7); the handling unit if there is none
      .toSorted((one, other) => Number(other.kind === 'committee') - Number(one.kind === 'committee'))
      .map(({ id, name }) => ({ id, name })),
    mediators: mayRun
      ? await offerMediators(
          { tx, district: actor.districtId, matter, now },
          { units, offices, lines },
          query.language,
        )
      : [],
    rooms: places.filter(({ kind }) => kind === 'room').map(({ id, name }) => ({ id, name })),
  }
}

/** Those who take part, and whoever acts for them; also those who were taken out of the matter since. */
async function partiesOf(tx: Tx, district: number, matter: Matter, m: Mediation): Promise<PartyLine[]> {
  const present = await listPresent(tx, district, matter.id)
  const missing = m.participants
    .map(({ partyId }) => partyId)
    .filter((id) => !present.some((one) => one.id === id))
  return missing.length === 0 ? present : [...present, ...(await listByIds(tx, district, missing))]
}

/** The steps that this reader may take. */
function stepsFor(
  actor: StaffActor,
  matter: Matter,
  m: Mediation,
  parties: readonly PartyLine[],
  now: number,
  isOpen: boolean,
) {
  if (!isOpen) return []
  const facts = { present: parties.map(partyOf), today: dayOf(now), now }
  return mayTake(m, actorIn({ actor, matter }, m), facts)
}

/** Everything one page needs of a mediation. Refusal: `notFound`. */
export async function getMediation({ tx, actor, params, now }: Call<typeof mediationRoutes.getMediation>) {
  const district = actor.districtId
  const row = await findMatter(tx, district, params.id)
  const line = row && (await findMediation(tx, district, params.mediationId))
  if (!row || !line || line.matter_id !== row.id || row.destroyed_at !== null) return refuse('notFound')
  await noteView(tx, {
    ...{ district, accountId: actor.accountId, at: now },
    ...{ what: 'open', subject: `mediation:${line.id}`, facts: '' },
  })
  const matter = matterOf(row)
  const m = line.facts
  const parties = await partiesOf(tx, district, matter, m)
  const accounts = [...m.mediators, ...m.revisits].map(({ accountId }) => accountId)
  const rules = await rulesFor(tx, row)
  const isOpen = whyNot('mediate', matter, actor, circumstances(matter, rules, now)) === undefined
  const sight = {
    ...{ actor, line, parties, today: dayOf(now), reading: readingOf(actor, matter, m) },
    names: namesFor(actor, matter, m, parties),
    accounts: await namesOf(tx, district, [...new Set(accounts)]),
    rooms: await roomNames(tx, district, m),
    links: await listLinks(tx, district, line.id),
    texts: textsOf(await listTexts(tx, district, line.id)),
  }
  return viewOf(sight, stepsFor(actor, matter, m, parties, now, isOpen))
}

/** How many days of a calendar are asked for at once. */
const mostDays = 31

/** When rooms are taken; of what is not the reader's business only that. Refusal: `badSpan`. */
export async function listSlots({ tx, actor, query }: Call<typeof mediationRoutes.listSlots>) {
  const span = daysBetween(query.from, query.to)
  if (span < 0 || span > mostDays) return refuse('badSpan', { day: query.from }, 'to')
  const rows = await listSlotRows(
    tx,
    actor.districtId,
    startOfDay(query.from),
    startOfDay(addDays(query.to, 1)),
  )
  return {
    rows: rows.map((row) => {
      const isMine = row.mediator_ids.includes(actor.accountId)
      const isSeen = isMine && row.matter_id !== null
      return {
        room: row.room_id === null ? null : { id: row.room_id, name: row.room_name ?? '' },
        ...{
          startsAt: iso(row.starts_at),
          minutes: Math.round((row.ends_at - row.starts_at) / 60_000),
          isMine,
        },
        mediationId: isSeen ? row.mediation_id : null,
        matterId: isSeen ? row.matter_id : null,
        title: isSeen ? row.title : null,
      }
    }),
  }
}
