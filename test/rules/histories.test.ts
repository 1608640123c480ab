import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { moveInputs } from '#contract/moves.ts'
import type { Actor, Seat } from '#domain/actor.ts'
import { instantAt } from '#domain/calendar/days.ts'
import { after, type Payloads } from '#domain/matter/effects.ts'
import { flagsOf } from '#domain/matter/flags.ts'
import { type Matter, sortedArea } from '#domain/matter/matter.ts'
import { moveOf, type Verb, verbs } from '#domain/matter/moves.ts'
import { whyNot } from '#domain/matter/why-not.ts'
import {
  whyNotAgain,
  whyNotClosure,
  whyNotCorrection,
  whyNotDown,
  whyNotHandDown,
} from '#domain/matter/why-not-input.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import type { Role } from '#domain/org/roles.ts'
import { whyNotTarget } from '#domain/org/targets.ts'
import { findCategory } from '#domain/triage/categories.ts'
import { circumstancesAt, dispatchTo, type RunningClock, turned, voice } from './play.ts'
import { resident, staffAt, system, type UnitName, units } from './scene.ts'

/** A history that could have happened, with what each step should end in. */
type History = {
  title: string
  tells: string
  voice: Partial<Payloads['receive']> & { at: string; centre: UnitName }
  steps: {
    at: string
    /** A name, a role and a unit (`梅春生 communityClerk@community`), or `resident` or `system`. */
    who: string
    do: Verb
    with?: Record<string, unknown>
    /** State and holder afterwards: `dispatched @ company`. */
    then: string
    /** The clocks that it ends and how: `sign met, handle dropped`. */
    ends?: string
    /** It is tried and refused with this code, and nothing changes. */
    refused?: string
  }[]
  finally: Partial<Matter> & { flags: string[] }
}

const folder = new URL('../../domain/matter/histories/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as History

function instantOf(text: string): number {
  const [day = '', hour = '', minute = ''] = text.split(/[ :]/)
  return instantAt(day, Number(hour) * 60 + Number(minute))
}

function actorOf(who: string): Actor {
  if (who === 'resident') return resident
  if (who === 'system') return system
  const [name = '', role = '', unit = ''] = who.split(/[ @]/)
  if (!(unit in units)) throw new Error(`no unit ${unit}`)
  return staffAt(role as Role, units[unit as UnitName], name)
}

const someId = '0192f0c4-0000-7000-8000-000000000000'
const unitOf = (name: unknown) => units[name as UnitName]
const unitsOf = (names: unknown) => (names as UnitName[]).map((name) => units[name])

/** What a history names, as the contract would have it and as the effects read it. */
const named: Partial<
  Record<
    Verb,
    (given: Record<string, unknown>, matter: Matter, seat: Seat | undefined) => [input: object, facts: object]
  >
> = {
  dispatch: ({ unit }) => [{ unitId: someId }, dispatchTo(unitOf(unit))],
  rule: ({ unit }) => [{ unitId: someId }, dispatchTo(unitOf(unit))],
  handDown: ({ unit }) => [{ unitId: someId }, dispatchTo(unitOf(unit))],
  escalate: ({ to }, m) => [
    {},
    {
      ...dispatchTo(unitOf(to)),
      fromArea: sortedArea(m),
    },
  ],
  handOver: ({ account }) => [{ accountId: someId }, { accountId: account }],
  assist: ({ units: names }) => [{ unitIds: [someId] }, { units: unitsOf(names) }],
  copy: ({ units: names }) => [{ unitIds: [someId] }, { units: unitsOf(names) }],
  answerPart: (_given, _m, seat) => [{}, { unitId: seat?.unitId }],
  dropPart: ({ unit }) => [{ unitId: someId }, { unitId: unitOf(unit).id }],
  deny: (_given, _m, seat) => [{}, { path: seat?.servesPath }],
  merge: ({ into }) => [{ intoId: someId }, { intoId: into }],
  addParty: () => [{ name: '某人' }, {}],
  editParty: () => [{ partyId: someId }, {}],
  removeParty: () => [{ partyId: someId }, {}],
  relate: () => [{ otherId: someId }, {}],
  mediate: ({ mediation }) => [{ mediationId: someId, step: 'begin', input: {} }, { mediation }],
  petition: ({ unitIds }) => [{ petitionId: someId, step: 'accept', input: {} }, { unitIds }],
  unrelate: () => [{ linkId: someId }, {}],
  split: ({ left }) => [{ appealIds: [someId] }, { left, hasContact: true }],
}

/** What is handed in, held against the contract; units are named as the scene names them. */
function payloadOf(verb: Verb, given: Record<string, unknown>, matter: Matter, actor: Actor): unknown {
  if (verb === 'join') return given
  const { needs } = moveOf(verb)
  const seat = actor.kind === 'staff' && needs ? reachingSeat(actor, needs, matter) : undefined
  const [input, facts] = named[verb]?.(given, matter, seat) ?? [{}, {}]
  const parsed = moveInputs[verb].parse({ ...given, ...input })
  if ((verb === 'dispatch' || verb === 'rule') && seat)
    expect(whyNotTarget(seat, unitOf(given['unit']))).toBeUndefined()
  return { ...(parsed as object), ...facts }
}

/** Why a step may not be done: by the one question, or by what is handed in. */
function refusalOf(verb: Verb, matter: Matter, actor: Actor, given: Record<string, unknown>, now: number) {
  const refusal = whyNot(verb, matter, actor, circumstancesAt(matter, now))
  if (refusal) return refusal
  if (verb === 'close') return whyNotClosure(matter, moveInputs.close.parse(given).closureKind)
  if (verb === 'correct') return whyNotCorrection(matter, given)
  if (verb === 'dispatch')
    return (
      whyNotDown(matter, unitOf(given['unit'])) ??
      whyNotAgain(matter, unitOf(given['unit']), given['instruction'] as string | undefined)
    )
  if (verb === 'handDown' && actor.kind === 'staff') {
    const seat = reachingSeat(actor, 'matter.handDown', matter)
    return seat && whyNotHandDown(matter, seat, unitOf(given['unit']))
  }
  return undefined
}

const placeOf = (m: Matter) =>
  `${m.state} @ ${Object.entries(units).find(([, { id }]) => id === m.holderId)?.[0]}`

test.each(files)('%s goes as it is written', (file) => {
  const { voice: said, steps, finally: end } = read(file)
  const { at, centre, ...facts } = said
  const payload = voice(facts, units[centre])
  const bornAt = instantOf(at)
  let matter = after(undefined, {
    verb: 'receive',
    matterId: resident.matterId,
    at: bornAt,
    actorId: null,
    payload,
  })
  let clocks: readonly RunningClock[] = turned([], ['receive', {}], matter, bornAt).running
  let last = bornAt
  for (const [i, step] of steps.entries()) {
    const where = `step ${i + 1}, ${step.do} at ${step.at}`
    const now = instantOf(step.at)
    expect(now, `${where}: time goes on`).toBeGreaterThanOrEqual(last)
    last = now
    const actor = actorOf(step.who)
    const refusal = refusalOf(step.do, matter, actor, step.with ?? {}, now)
    expect(refusal?.refused, where).toBe(step.refused)
    if (refusal === undefined) {
      const given = payloadOf(step.do, step.with ?? {}, matter, actor)
      const actorId = actor.kind === 'staff' ? actor.accountId : null
      matter = after(matter, { verb: step.do, matterId: matter.id, at: now, actorId, payload: given })
      const turn = turned(clocks, [step.do, given], matter, now)
      clocks = turn.running
      if (step.ends !== undefined)
        expect(turn.ended.map(({ kind, outcome }) => `${kind} ${outcome}`).join(', '), where).toBe(step.ends)
    }
    expect(placeOf(matter), where).toBe(step.then)
  }
  const { flags, ...columns } = end
  expect(matter).toMatchObject(columns)
  const running = clocks.map(({ dueAt }) => ({ warnAt: null, dueAt, overAt: null }))
  expect(flagsOf(matter, running, last)).toEqual(flags)
})

describe('the histories together', () => {
  const all = files.map(read)
  const done = all.flatMap(({ steps }) => steps.filter((step) => step.refused === undefined))

  test('are at least a dozen, each with a title and what it tells', () => {
    expect(all.length).toBeGreaterThanOrEqual(12)
    for (const { title, tells } of all) expect([title.length > 0, tells.length > 0]).toEqual([true, true])
  })

  test('sort into categories that a new district has', () => {
    const codes = done.flatMap((step) => (step.do === 'triage' ? [String(step.with?.['categoryCode'])] : []))
    expect(codes.filter((code) => !findCategory(code))).toEqual([])
  })

  test('use every verb there is', () => {
    const used = new Set<string>(['receive', ...done.map((step) => step.do)])
    expect(verbs.filter((verb) => !used.has(verb))).toEqual([])
  })

  test('end open or closed in every way but two that this counter does not yet come to', () => {
    const ends = new Set(all.map((history) => history.finally.closureKind ?? 'open'))
    expect([...ends].toSorted()).toEqual([
      ...['agreed', 'joined', 'notAccepted', 'open', 'procedural', 'resolved', 'voided', 'withdrawn'],
    ])
  })
})
