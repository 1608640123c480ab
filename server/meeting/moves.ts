import { sql } from 'kysely'
import type { meetingRoutes } from '#contract/meeting.ts'
import type { MeetingMove } from '#contract/meeting-steps.ts'
import { whyNotMeeting } from '#domain/meeting/moves.ts'
import { meetingUnits } from '#domain/meeting/sight.ts'
import { refuse } from '#domain/refusal.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import { iso } from '../matter/views.ts'
import { findUnit } from '../org/queries.ts'
import { convene, type NewItem } from './call.ts'
import { digestOfMinutes, insistConfirmable } from './minutes.ts'
import { actingUnit, onceInMeeting, oneAtATime } from './once.ts'
import { insistCallable } from './people.ts'
import { type Loaded, loadMeeting, taskOf } from './read.ts'
import { bringForward } from './returns.ts'
import { claimItemFiles, openTasks, writeMeeting, writeTexts } from './store.ts'
import { tellOfMeeting, toOwner, toPerson, toUnit } from './tell.ts'
import { viewMeeting } from './views.ts'

type Moving = Call<typeof meetingRoutes.moveMeeting>
type Move<V extends MeetingMove['verb']> = Extract<MeetingMove, { verb: V }>

const everybody = ({ meeting }: Loaded) => [
  ...meeting.unitIds.map(toUnit),
  ...[meeting.chairId, meeting.minuterId].map(toPerson),
]

const about = ({ actor, now }: Moving, { meeting }: Loaded) => ({
  ...{ district: actor.districtId, at: now, meetingId: meeting.id, actorId: actor.accountId },
})

/** A reason or a correction, kept under the command that gave it. */
const keepWords = ({ tx, actor, body }: Moving, { meeting }: Loaded, words: string) =>
  writeTexts(tx, { district: actor.districtId, meetingId: meeting.id }, [
    { ofId: body.commandId, kind: body.verb === 'note' ? 'note' : 'report', itemId: null, words },
  ])

/** What each verb does; the facts that come back go on record. Each throws its refusals. */
const deeds: {
  [V in MeetingMove['verb']]: (call: Moving, loaded: Loaded, body: Move<V>) => Promise<object>
} = {
  change: async (call, loaded, body) => {
    const { tx, actor, now } = call
    const district = actor.districtId
    const { meeting, units, items } = loaded
    const startsAt = Date.parse(body.startsAt)
    const caller = await findUnit(tx, district, meeting.unitId, now)
    if (startsAt <= now) throw new Refused(refuse('meetingPast', undefined, 'startsAt'))
    if (!caller) throw new Refused(refuse('notFound'))
    const asked = units.map(({ unit_id }) => ({ unitId: unit_id, accountIds: [] }))
    await insistCallable(tx, district, caller, { ...body, units: asked }, now)
    const secret = items.find(
      ({ is_plain, need_to_know }) =>
        !is_plain && ![body.chairId, body.minuterId].every((id) => need_to_know?.includes(id)),
    )
    if (secret) throw new Refused(refuse('meetingSecret', { no: secret.no }, 'chairId'))
    const isMoved = startsAt !== meeting.startsAt
    await writeMeeting(tx, district, meeting.id, {
      ...{ starts_at: new Date(startsAt), minutes: body.minutes, reminded: false },
      ...{
        place: body.place ?? '',
        link: body.link ?? '',
        chair_id: body.chairId,
        minuter_id: body.minuterId,
      },
    })
    // who could come then may not be able to come now
    if (isMoved)
      await sql`update meeting_unit set answer = null, answered_by = null, answered_at = null
        where district_id = ${district} and meeting_id = ${meeting.id}`.execute(tx)
    await keepWords(call, loaded, body.words)
    const known = [...everybody(loaded), toPerson(body.chairId), toPerson(body.minuterId)]
    await tellOfMeeting(tx, about(call, loaded), 'meetingChanged', known)
    return { startsAt: iso(startsAt) }
  },
  attach: async (call, loaded, { itemId, files }) => {
    const { tx, actor } = call
    const item = loaded.items.find(({ id }) => id === itemId)
    if (!item || !loaded.sees(item)) throw new Refused(refuse('notFound', undefined, 'itemId'))
    const claim = { district: actor.districtId, itemId, ids: files, owner: `account:${actor.accountId}` }
    if ((await claimItemFiles(tx, claim)) !== new Set(files).size)
      throw new Refused(refuse('fileMissing', undefined, 'files'))
    return { no: item.no, files: files.length }
  },
  confirm: async (call, loaded, { version }) => {
    const { tx, actor, now } = call
    const district = actor.districtId
    const { row, meeting, tasks } = loaded
    if (version !== row.version) throw new Refused(refuse('staleVersion'))
    insistConfirmable(loaded)
    const digest = digestOfMinutes(loaded)
    await openTasks(tx, district, meeting.id)
    await writeMeeting(tx, district, meeting.id, {
      ...{ state: 'confirmed', confirmed_at: new Date(now), digest },
    })
    await bringForward(tx, district, row, tasks.map(taskOf), now)
    await tellOfMeeting(tx, about(call, loaded), 'taskGiven', tasks.map(toOwner))
    const owners = new Set(tasks.map(({ unit_id }) => unit_id))
    const others = meeting.unitIds.filter((id) => !owners.has(id))
    await tellOfMeeting(tx, about(call, loaded), 'minutesConfirmed', others.map(toUnit))
    return { tasks: tasks.length, sha256: digest.toString('hex') }
  },
  adjourn: async (call, loaded, body) => {
    const { tx, actor, now } = call
    const { row, meeting, units, items, open } = loaded
    const district = actor.districtId
    // what came back by itself comes back by itself again
    const kept = items.filter(({ carried }) => !carried)
    const copies = kept.map(
      (item): NewItem => ({
        ...{
          id: newId(now),
          matterId: item.matter_id,
          minutes: item.minutes,
          presenterId: item.presenter_id,
        },
        ...{ unitIds: item.unit_ids, files: [] },
        topic: open(item.id, 'topic') ?? { title: '', number: null, brief: '' },
      }),
    )
    const next = {
      ...{ id: body.newId, kind: meeting.kind, rhythm: meeting.rhythm, unitId: meeting.unitId },
      ...{
        title: row.title,
        startsAt: body.startsAt,
        minutes: row.minutes,
        place: row.place,
        link: row.link,
      },
      ...{ chairId: row.chair_id, minuterId: row.minuter_id, quorum: row.quorum },
      units: units.map(({ unit_id }) => ({ unitId: unit_id, accountIds: [] })),
    }
    const facts = await convene(call, next, copies)
    const called = { commandId: newId(now), meetingId: body.newId, unitId: meeting.unitId, verb: 'call' }
    await onceInMeeting({ tx, actor, now, ...called, input: body }, async () => facts)
    // the papers go along with the agenda
    for (const [i, { id }] of kept.entries())
      await sql`update attachment set meeting_item_id = ${copies[i]?.id} where district_id = ${district}
        and meeting_item_id = ${id}`.execute(tx)
    await writeMeeting(tx, district, meeting.id, { state: 'adjourned', adjourned_to: body.newId })
    await keepWords(call, loaded, body.words)
    return { startsAt: body.startsAt }
  },
  cancel: async (call, loaded, { words }) => {
    await writeMeeting(call.tx, call.actor.districtId, loaded.meeting.id, { state: 'cancelled' })
    await keepWords(call, loaded, words)
    await tellOfMeeting(call.tx, about(call, loaded), 'meetingCancelled', everybody(loaded))
    return {}
  },
  note: async (call, loaded, { words }) => {
    await keepWords(call, loaded, words)
    return {}
  },
}

/**
 * Changes a meeting, adds papers, confirms its minutes, adjourns or cancels it, or adds a correction to what was confirmed.
 * Refusals: those of `whyNotMeeting`, of the deed, `commandReused`.
 */
export async function moveMeeting(call: Moving) {
  const { tx, actor, params, body, now } = call
  if (body.verb === 'confirm' || body.verb === 'adjourn') await oneAtATime(tx, actor.districtId)
  const loaded = await loadMeeting(tx, actor, params.id, true)
  const { meeting } = loaded
  const deed = {
    ...{ tx, actor, now, commandId: body.commandId, meetingId: meeting.id, verb: body.verb, input: body },
    unitId: actingUnit(actor, meeting),
  }
  await onceInMeeting(deed, async () => {
    insist(whyNotMeeting(body.verb, meeting, actor, now))
    return deeds[body.verb](call, loaded, body as never)
  })
  return viewMeeting(tx, actor, meeting.id, now)
}

/**
 * A called unit says whether it comes; it may say so anew until the meeting is over. Refusals: those of `whyNotMeeting`, `notYours`
 * (the unit), `missingField` (who comes instead, or why not), `commandReused`.
 */
export async function answerInvitation(call: Call<typeof meetingRoutes.answerInvitation>) {
  const { tx, actor, params, body, now } = call
  const { commandId, unitId, answer, words = '' } = body
  const district = actor.districtId
  const { meeting } = await loadMeeting(tx, actor, params.id, true)
  const deed = { tx, actor, now, commandId, meetingId: meeting.id, unitId, verb: 'answer', input: body }
  await onceInMeeting(deed, async () => {
    insist(whyNotMeeting('answer', meeting, actor, now))
    if (!meeting.unitIds.includes(unitId) || !meetingUnits(actor).includes(unitId))
      throw new Refused(refuse('notYours', undefined, 'unitId'))
    if (answer !== 'comes' && words === '')
      throw new Refused(refuse('missingField', { field: 'words' }, 'words'))
    await sql`update meeting_unit set answer = ${answer}, answered_by = ${actor.accountId}, answered_at = ${new Date(now)}
      where district_id = ${district} and meeting_id = ${meeting.id} and unit_id = ${unitId}`.execute(tx)
    const text = { ofId: commandId, kind: 'reply', itemId: null, words } as const
    await writeTexts(tx, { district, meetingId: meeting.id }, [text])
    await tellOfMeeting(
      tx,
      { district, at: now, meetingId: meeting.id, actorId: actor.accountId },
      'meetingAnswered',
      [toUnit(meeting.unitId)],
    )
    return { answer, unitId }
  })
  return viewMeeting(tx, actor, meeting.id, now)
}
