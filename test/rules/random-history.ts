import fc from 'fast-check'
import type { Actor, Seat, StaffActor } from '#domain/actor.ts'
import type { Instant } from '#domain/calendar/days.ts'
import { after, type Payloads } from '#domain/matter/effects.ts'
import { assistantsOf, closingKinds, type Matter, satisfactions, sortedArea } from '#domain/matter/matter.ts'
import { type Verb, verbs } from '#domain/matter/moves.ts'
import { mayDo } from '#domain/matter/why-not.ts'
import { whyNotAssistant, whyNotClosure, whyNotDown, whyNotHandDown } from '#domain/matter/why-not-input.ts'
import { type Permission, reachingSeat } from '#domain/org/grants.ts'
import { whyNotTarget } from '#domain/org/targets.ts'
import { born, circumstancesAt, dispatchTo, monday, type RunningClock, triaged, turned } from './play.ts'
import { resident, staffAt, system, units } from './scene.ts'

/** People who between them can do everything, and some who can do little. */
const staff: StaffActor[] = [
  staffAt('communityClerk', units.community),
  staffAt('communityClerk', units.community, 'a colleague'),
  staffAt('gridWorker', units.grid),
  staffAt('deskOfficer', units.streetCentre),
  staffAt('dispatcher', units.streetCentre),
  staffAt('dispatcher', units.districtCentre),
  staffAt('departmentOfficer', units.department),
  staffAt('departmentOfficer', units.company),
  staffAt('departmentOfficer', units.otherDepartment),
  staffAt('mediator', units.committee),
  staffAt('supervisor', units.districtCentre),
  staffAt('leader', units.district),
  staffAt('communityClerk', units.siblingCommunity),
]
const everybody: Actor[] = [...staff, resident, system]
const allUnits = Object.values(units)

/** The chances of one step, from which whatever is possible then is picked. */
type Chance = { verb: number; who: number; unit: number; yes: boolean; third: number; hours: number }

const chance: fc.Arbitrary<Chance> = fc.record({
  verb: fc.nat(10_000),
  who: fc.nat(10_000),
  unit: fc.nat(10_000),
  yes: fc.boolean(),
  third: fc.nat(2),
  hours: fc.integer({ min: 0, max: 90 }),
})

export const chances = fc.record({
  centre: fc.constantFrom(units.community, units.streetCentre),
  hasContact: fc.boolean(),
  steps: fc.array(chance, { minLength: 1, maxLength: 60, size: 'max' }),
})

export type Moment = {
  verb: Verb
  actor: Actor | undefined
  now: Instant
  before: Matter | undefined
  matter: Matter
  clocks: readonly RunningClock[]
  /** Somebody may do something that changes the state. */
  mayGoOn: boolean
  /** Somebody may dispatch it or rule who handles it. */
  mayGive: boolean
}

const pick = <T>(list: readonly T[], chance: number): T => {
  const one = list[chance % list.length]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

function seatOf(actor: Actor, permission: Permission, matter: Matter): Seat {
  const seat = actor.kind === 'staff' ? reachingSeat(actor, permission, matter) : undefined
  if (!seat) throw new Error(`nobody with ${permission}`)
  return seat
}

const lowerCentres = (matter: Matter, seat: Seat) =>
  allUnits.filter((u) => whyNotHandDown(matter, seat, u) === undefined)

/** Whether there is somebody or something to do it with; the command would refuse where there is not. */
function isFeasible(verb: Verb, matter: Matter, actor: Actor): boolean {
  return verb !== 'handDown' || lowerCentres(matter, seatOf(actor, 'matter.handDown', matter)).length > 0
}

/** What is handed in with a verb, for those whose effects read it. */
const payloads: { [V in Exclude<Verb, 'receive'>]?: (c: Chance, m: Matter, actor: Actor) => unknown } = {
  triage: ({ yes }) => ({ ...triaged, urgency: yes ? 'urgent' : 'normal' }),
  dispatch: ({ unit }, matter, actor) => {
    const seat = seatOf(actor, 'matter.dispatch', matter)
    return dispatchTo(
      pick(
        allUnits.filter((u) => !whyNotTarget(seat, u) && !whyNotDown(matter, u)),
        unit,
      ),
    )
  },
  contact: ({ yes }) => ({ how: yes ? 'phone' : 'unreached' }),
  submit: () => ({ result: '已办。' }),
  revisit: ({ yes, third }): Payloads['revisit'] =>
    third === 0
      ? { reached: false, solved: null, satisfied: null }
      : { reached: true, solved: yes, satisfied: pick(satisfactions, third) },
  rate: ({ yes, third }): Payloads['rate'] => ({ solved: yes, satisfied: pick(satisfactions, third) }),
  close: ({ unit }, matter): Payloads['close'] => ({
    closureKind: pick(
      closingKinds.filter((kind) => !whyNotClosure(matter, kind)),
      unit,
    ),
  }),
  join: ({ yes }): Payloads['join'] => ({ hasContact: yes }),
  rule: ({ unit }, matter, actor) => {
    const seat = seatOf(actor, 'matter.rule', matter)
    return dispatchTo(
      pick(
        allUnits.filter((u) => !whyNotTarget(seat, u) && !whyNotDown(matter, u)),
        unit,
      ),
    )
  },
  escalate: (_c, matter): Payloads['escalate'] => {
    const isCommunity = matter.centreLevel === 'community'
    const to = isCommunity ? units.streetCentre : units.districtCentre
    return { ...dispatchTo(to), fromArea: sortedArea(matter) }
  },
  handDown: ({ unit }, matter, actor) =>
    dispatchTo(pick(lowerCentres(matter, seatOf(actor, 'matter.handDown', matter)), unit)),
  handOver: ({ third }): Payloads['handOver'] => ({ accountId: `colleague ${third}` }),
  assist: ({ unit, yes }, matter): Payloads['assist'] => ({
    units: [
      pick(
        allUnits.filter((u) => !whyNotAssistant(matter, u)),
        unit,
      ),
    ],
    task: yes ? '查管线图' : '出人',
  }),
  answerPart: ({ yes }, matter, actor): Payloads['answerPart'] => ({
    unitId: seatOf(actor, 'matter.part', matter).unitId,
    outcome: yes ? 'done' : 'declined',
    text: '已答复',
  }),
  dropPart: ({ unit }, matter): Payloads['dropPart'] => ({ unitId: pick(assistantsOf(matter), unit) }),
  askHold: ({ hours }): Payloads['askHold'] => ({ why: 'appraisal', days: 1 + hours }),
  askExtend: ({ third }): Payloads['askExtend'] => ({ amount: 1 + third }),
  askVoid: (): Payloads['askVoid'] => ({ why: 'twice' }),
  deny: (_r, matter, actor): Payloads['deny'] => ({
    path: seatOf(actor, 'matter.approve', matter).servesPath,
  }),
  copy: ({ unit }): Payloads['copy'] => ({ units: [pick(allUnits, unit)] }),
  merge: (): Payloads['merge'] => ({ intoId: 'matter:2' }),
  split: ({ yes }, matter): Payloads['split'] => ({ left: matter.appeals - 1, hasContact: yes }),
  mediate: ({ third }): Payloads['mediate'] => ({
    mediation: (['running', 'agreed', 'ended'] as const)[third] ?? 'ended',
  }),
  archive: ({ yes }): Payloads['archive'] => ({ retention: yes ? 'long' : 'permanent' }),
  settleSubject: ({ yes }, { state }): Payloads['settleSubject'] => ({
    hasContact: yes,
    ...(yes && state === 'closed' ? { title: '已删除' } : {}),
  }),
  correct: ({ yes }): Payloads['correct'] => (yes ? { title: '更正的标题' } : { placeText: '更正的地点' }),
}

function optionsAt(matter: Matter, now: Instant, clocks: readonly RunningClock[]): Map<Verb, Actor[]> {
  const options = new Map<Verb, Actor[]>()
  const circumstances = circumstancesAt(matter, now, clocks)
  for (const actor of everybody)
    for (const verb of mayDo(matter, actor, circumstances).filter((v) => isFeasible(v, matter, actor)))
      options.set(verb, [...(options.get(verb) ?? []), actor])
  return options
}

const moving = (options: Map<Verb, unknown>) =>
  [...options.keys()].some(
    (verb) =>
      ![
        ...[
          'note',
          'join',
          'ask',
          'correct',
          'triage',
          'rate',
          'copy',
          'expedite',
          'assist',
          'dropPart',
          'split',
        ],
        ...['askHold', 'askExtend', 'askVoid', 'askReview', 'deny', 'archive', 'handOver', 'answerPart'],
        ...['addParty', 'editParty', 'removeParty', 'relate', 'unrelate', 'mediate', 'petition'],
        'settleSubject',
      ].includes(verb),
  )

/** The usual way, taken more often, so that random histories come to its end. */
const forward: ReadonlySet<Verb> = new Set([
  'accept',
  'dispatch',
  'sign',
  'submit',
  'verify',
  'revisit',
  'close',
  'redo',
  'return',
])

/** What follows only from something rare, taken more often still, so that no verb goes unlived. */
const rare: ReadonlySet<Verb> = new Set([
  'deny',
  'askHold',
  'grantHold',
  'resume',
  'keepClosed',
  'askReopen',
  'reopen',
  'archive',
  'rule',
  'rate',
  'handOver',
  'contact',
  'progress',
])
/** What is granted only while a rare request for it waits. */
const rarest: ReadonlySet<Verb> = new Set(['askExtend', 'grantExtend', 'answerPart', 'askReview'])
const weightOf = (verb: Verb) => (rarest.has(verb) ? 54 : rare.has(verb) || forward.has(verb) ? 18 : 1)

/** Lives a matter through: at each step one of the verbs that somebody may do then, by one of those who may. */
export function live({
  centre,
  hasContact,
  steps,
}: typeof chances extends fc.Arbitrary<infer T> ? T : never): Moment[] {
  let matter = born({ hasContact }, centre)
  let now = monday
  let clocks: RunningClock[] = turned([], ['receive', {}], matter, now).running
  let options = optionsAt(matter, now, clocks)
  const history: Moment[] = []
  const add = (verb: Verb, actor: Actor | undefined, before: Matter | undefined) =>
    history.push({
      verb,
      actor,
      now,
      before,
      matter,
      clocks,
      mayGoOn: moving(options),
      mayGive: options.has('dispatch') || options.has('rule'),
    })
  add('receive', undefined, undefined)
  for (const step of steps) {
    now += step.hours * 3_600_000
    options = optionsAt(matter, now, clocks)
    const verb = pick(
      verbs.filter((v) => options.has(v)).flatMap((v) => Array<Verb>(weightOf(v)).fill(v)),
      step.verb,
    )
    const actor = pick(options.get(verb) ?? [], step.who)
    const before = matter
    const payload = verb === 'receive' ? {} : (payloads[verb]?.(step, matter, actor) ?? {})
    const actorId = actor.kind === 'staff' ? actor.accountId : null
    matter = after(matter, { verb, matterId: matter.id, at: now, actorId, payload })
    clocks = turned(clocks, [verb, payload], matter, now).running
    options = optionsAt(matter, now, clocks)
    add(verb, actor, before)
  }
  return history
}
