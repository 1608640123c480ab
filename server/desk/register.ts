import type { matterRoutes } from '#contract/matter.ts'
import { closeOf } from '#domain/calendar/working-days.ts'
import { readExternalNo } from '#domain/intake/hand-over.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import { levelOf } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import { whyNotCategory } from '../category/queries.ts'
import { scopeOf, setScope, type Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import type { Author, Said, Voice } from '../matter/birth.ts'
import { nextNumber } from '../matter/numbers.ts'
import { centreFor, findRepeated, receive, receivesAt, titleFrom, unborn } from '../matter/receive.ts'
import { findUnit } from '../org/queries.ts'
import { getRules } from '../org/rules.ts'
import { findPaper } from './paper.ts'
import { passOn } from './pass-on.ts'
import { registeredOf } from './slip.ts'

type Input = Call<typeof matterRoutes.receiveMatter>['body']['input']

/** What a form says of one voice, as it is stored; nothing of who said it where no name is wanted. */
export async function saidOf(
  tx: Tx,
  district: number,
  ids: { matterId: string; appealId: string },
  input: Omit<Input, 'kind' | 'urgency' | 'title' | 'placeUnitId'>,
  now: number,
): Promise<Said> {
  const { senderDueOn, isAnonymous } = input
  const calendar = senderDueOn === undefined ? undefined : (await getRules(tx, district)).calendar
  return {
    district,
    ...ids,
    channel: input.channel,
    words: input.words,
    placeCode: null,
    name: isAnonymous ? null : input.name || null,
    phone: isAnonymous ? null : (input.phone ?? null),
    isAnonymous,
    isConfidential: input.isConfidential,
    externalNo: readExternalNo(input.externalNo ?? '') || null,
    externalDueAt: calendar && senderDueOn !== undefined ? closeOf(calendar, senderDueOn) : null,
    senderName: input.senderName || undefined,
    paperOn: input.paperOn,
    onBehalf: input.onBehalf,
    importId: null,
    submittedAt: now,
  }
}

/**
 * Registers what a person said to one of the staff, and passes it on at once where that is asked for. Refusals: `notYours`
 * outside one's area or for a category from who may not triage, `badInput`, `fileMissing`, `paperHere`, `paperElsewhere`,
 * `commandReused`, and those of passing it on.
 */
export async function receiveMatter({
  tx,
  actor,
  body,
  now,
  platform,
}: Call<typeof matterRoutes.receiveMatter>) {
  const district = actor.districtId
  const { input } = body
  // Who brings a matter in need not be able to read it; asked once more for its answer, this one is open to them.
  await setScope(tx, { ...scopeOf(actor), matter: body.id })
  const repeated = await findRepeated(tx, district, body.appealId)
  if (repeated) {
    const isSame = repeated.matter_id === body.id && repeated.command_id === body.commandId
    if (!isSame || repeated.words !== input.words) return refuse('commandReused')
    return registeredOf(tx, district, body.id, body.appealId)
  }
  const place = await findUnit(tx, district, input.placeUnitId, now)
  if (!place) return refuse('badInput', { field: 'placeUnitId', hint: '' }, 'placeUnitId')
  const seat = actor.seats.find((s) => receivesAt(s, place.path))
  if (!seat) return refuse('notYours', undefined, 'placeUnitId')
  const centre = await centreFor(tx, district, seat, place, now)
  const { categoryCode = null } = input
  if (categoryCode !== null) {
    if (!reachingSeat(actor, 'matter.triage', unborn(place, centre)))
      return refuse('notYours', undefined, 'categoryCode')
    const notOffered = await whyNotCategory(tx, district, categoryCode, now)
    if (notOffered) return notOffered
  }
  const said = await saidOf(tx, district, { matterId: body.id, appealId: body.appealId }, input, now)
  const paper = await findPaper(tx, district, input.channel, said.externalNo ?? '')
  if (paper)
    return paper.matter
      ? refuse('paperHere', { externalNo: said.externalNo ?? '', number: paper.matter.number }, 'externalNo')
      : refuse('paperElsewhere', { externalNo: said.externalNo ?? '' }, 'externalNo')
  const title = input.title || titleFrom(input.words)
  const voice: Voice = {
    ...said,
    commandId: body.commandId,
    kind: input.kind,
    urgency: input.urgency,
    // passed on at once, it is triaged in a line of its own
    categoryCode: body.dispatch ? null : categoryCode,
    title,
    place: {
      unitId: place.id,
      path: place.path,
      text: input.placeText || place.name,
      lng: place.lng,
      lat: place.lat,
    },
    centre: { id: centre.id, path: centre.path, level: levelOf(centre) },
  }
  const author: Author = { kind: 'staff', id: actor.accountId, postId: seat.postId, unitId: seat.unitId }
  const number = await nextNumber(platform.db, district, now)
  const files = { ids: input.files, owner: `account:${actor.accountId}` }
  await receive(tx, voice, number, author, files, now)
  await passOn(tx, actor, body, title, now)
  return registeredOf(tx, district, body.id, body.appealId)
}
