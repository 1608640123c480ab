import type { Actor, ResidentActor, StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { Channel, Kind } from '#domain/matter/matter.ts'
import { levelOf } from '#domain/org/tree.ts'
import { categories } from '#domain/triage/categories.ts'
import { classify, triageTableOf } from '#domain/triage/classify.ts'
import type { Tx } from '../db/scope.ts'
import type { FileStore } from '../files/file-store.ts'
import { keepFile } from '../files/routes.ts'
import { Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import { type Voice as Arriving, type Author, appealRow } from '../matter/birth.ts'
import { move } from '../matter/commands.ts'
import { addVoices } from '../matter/join.ts'
import { receive, titleFrom } from '../matter/receive.ts'
import type { Drawings } from './drawings.ts'
import { mediationOf } from './mediations.ts'
import { partiesOf } from './parties.ts'
import type { Plan, Step, Voice } from './plan.ts'
import { demoDistrict } from './units.ts'

export type Stage = { files: FileStore; drawings: Drawings }
/** What became of a plan: whether every step was allowed. */
export type Played = { isWhole: boolean; refused?: string }

const visitor: Author = { kind: 'visitor', id: null, postId: null, unitId: null }
const system: Author = { kind: 'system', id: null, postId: null, unitId: null }

/**
 * Lets one matter happen through the commands of real use, with the instants of the plan, all before `now`. A step that a rule of the day
 * forbids ends the course there, so that the demo always loads.
 */
export async function play(tx: Tx, plan: Plan, number: string, stage: Stage, now: number): Promise<Played> {
  const { voice } = plan
  const ids = voice.channel === 'qr' ? await keepPicture(tx, plan, stage, 'before', 'visitor', voice.at) : []
  const author = authorOf(plan, voice.channel)
  await receive(tx, arriving(plan, voice), number, author, { ids, owner: 'visitor' }, voice.at)
  const resident: ResidentActor = {
    kind: 'resident',
    districtId: demoDistrict,
    appealId: voice.appealId,
    matterId: plan.matterId,
  }
  const events = [
    ...plan.steps.map((step) => ({ at: step.at, run: () => act(tx, plan, step, resident, stage) })),
    ...[...partiesOf(plan), ...mediationOf(plan, now)].map(({ at, run }) => ({ at, run: () => run(tx) })),
    ...plan.echoes.map((echo) => ({ at: echo.at, run: () => join(tx, plan, echo) })),
  ].sort((a, b) => a.at - b.at)
  try {
    for (const event of events) await event.run()
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    return { isWhole: false, refused: JSON.stringify(fault.refusal) }
  }
  return { isWhole: true }
}

async function act(tx: Tx, plan: Plan, step: Step, resident: ResidentActor, stage: Stage): Promise<void> {
  const actor = actorOf(plan, step, resident)
  const target = step.unit === undefined ? {} : { unitId: plan.cast[step.unit].unit.id }
  const owner = actor.kind === 'staff' ? `account:${actor.accountId}` : 'visitor'
  const files = step.picture ? await keepPicture(tx, plan, stage, 'after', owner, step.at) : []
  const input = { ...step.input, ...target, ...(files.length > 0 ? { files } : {}) }
  await move(
    tx,
    actor,
    { matterId: plan.matterId, commandId: step.commandId, verb: step.verb, input },
    step.at,
  )
}

function actorOf({ cast }: Plan, { by }: Step, resident: ResidentActor): Actor {
  const staff: Record<Exclude<Step['by'], 'resident'>, StaffActor> = {
    sorter: cast.sorter,
    checker: cast.checker,
    reviser: cast.reviser,
    handler: cast.handler.actor,
    wrong: cast.wrong.actor,
    dispatcher: cast.dispatcher,
  }
  return by === 'resident' ? resident : staff[by]
}

async function join(tx: Tx, plan: Plan, echo: Voice): Promise<void> {
  const { row } = appealRow(arriving(plan, echo), echo.at)
  await addVoices(
    tx,
    demoDistrict,
    [{ verb: 'join', matterId: plan.matterId, commandId: echo.commandId, appeal: row }],
    system,
    echo.at,
  )
}

const shipped = triageTableOf(categories)

function arriving(plan: Plan, voice: Voice): Arriving {
  const { place, cast } = plan
  const proposal = classify(voice.words, shipped)
  const centre = voice.channel === 'desk' ? cast.streetCentre : cast.community
  const { unit } = place
  return {
    district: demoDistrict,
    matterId: plan.matterId,
    appealId: voice.appealId,
    commandId: voice.commandId,
    channel: voice.channel,
    kind: proposal.kind ?? (plan.kind as Kind),
    urgency: proposal.urgency ?? 'normal',
    categoryCode: proposal.categoryCode,
    title: titleFrom(voice.words),
    words: voice.words,
    place: { unitId: unit.id, path: unit.path, text: place.label, lng: unit.lng, lat: unit.lat },
    placeCode: voice.channel === 'qr' ? place.code : null,
    centre: { id: centre.id, path: centre.path, level: levelOf(centre) },
    name: voice.caller.name,
    phone: voice.caller.phone,
    isAnonymous: voice.caller.isAnonymous,
    isConfidential: voice.caller.isConfidential,
    ...paperOf(voice),
    importId: null,
    submittedAt: voice.at,
  }
}

/** Whose paper it came on: the letters their numbers begin with, and what they are called. */
const senders: Partial<Record<Channel, { letters: string; name?: string }>> = {
  hotline: { letters: 'LC' },
  police: { letters: 'JQ', name: '辖区派出所' },
  petition: { letters: 'XF', name: '枫溪区信访局' },
  department: { letters: 'YS', name: '枫溪区行政服务局' },
}

function paperOf({ channel, appealId, commandId, at }: Voice) {
  const sender = senders[channel]
  if (!sender) return { externalNo: null, externalDueAt: null }
  const digits = `${appealId.replaceAll('-', '').slice(3, 12)}${commandId.slice(-3)}`
  return {
    externalNo: `${sender.letters}${digits}`.toUpperCase(),
    externalDueAt: at + 7 * 86_400_000,
    senderName: sender.name,
    paperOn: sender.name === undefined ? undefined : dayOf(at),
  }
}

/** Who registered it: the person at the door it came through. */
function authorOf({ cast }: Plan, channel: Channel): Author {
  const byDoor: Partial<Record<Channel, StaffActor>> = {
    desk: cast.reviser,
    phone: cast.clerk,
    grid: cast.gridWorker,
    visit: cast.gridWorker,
    building: cast.gridWorker,
    letter: cast.reviser,
    police: cast.reviser,
    petition: cast.reviser,
    department: cast.reviser,
  }
  const staff = byDoor[channel]
  const seat = staff?.seats[0]
  if (staff && seat) return { kind: 'staff', id: staff.accountId, postId: seat.postId, unitId: seat.unitId }
  return channel === 'qr' ? visitor : system
}

async function keepPicture(
  tx: Tx,
  plan: Plan,
  { files, drawings }: Stage,
  which: 'before' | 'after',
  owner: string,
  at: number,
): Promise<string[]> {
  const name = plan.story.pictures?.[which === 'before' ? 0 : 1]
  const body = name === undefined ? undefined : drawings.take(name)
  if (!name || !body) return []
  const id = newId(at)
  const label = which === 'before' ? '现场' : '办理后'
  await keepFile({
    tx,
    files,
    district: demoDistrict,
    id,
    name: `${label}.png`,
    owner,
    mayBePdf: false,
    body,
    now: at,
  })
  return [id]
}
