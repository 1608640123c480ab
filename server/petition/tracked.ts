import type { TrackedPetition } from '#contract/public.ts'
import type { ResidentActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { runningClock } from '#domain/petition/clocks.ts'
import { isStanding, type Petition, petitionNumber, turnOf } from '#domain/petition/petition.ts'
import { namesOf } from '../colleague/queries.ts'
import type { Tx } from '../db/scope.ts'
import type { Rules } from '../org/rules.ts'
import { listByIds } from '../party/queries.ts'
import { nameIn } from '../party/sealed.ts'
import { factsOf, findPetition, textsOf } from './queries.ts'
import { unitNames } from './read.ts'
import type { AskedWords, PlainWords } from './sealed.ts'
import { clockViewOf, unitsNamed } from './views.ts'

/**
 * How the petition of a matter stands, for the holder of a query code who petitions in it: the voice that became one of its
 * petitioners. Of another voice in the same matter it is nobody's business.
 */
export async function trackedPetition(
  tx: Tx,
  { actor, matter, rules, now }: { actor: ResidentActor; matter: Matter; rules: Rules; now: number },
): Promise<TrackedPetition | null> {
  const district = actor.districtId
  const p = factsOf(await findPetition(tx, district, actor.matterId))
  if (!p) return null
  const petitioners = await listByIds(tx, district, p.petitionerIds)
  const isMine = petitioners.some((one) => one.appeal_id === actor.appealId)
  if (!isMine && (matter.appeals > 1 || p.petitionerIds.length > 1)) return null
  const names = await unitNames(tx, district, unitsNamed(p))
  const agentOf = await agentNames(tx, district, p)
  const texts = await textsOf(tx, district, p.id)
  const turn = turnOf(p)
  const clock = runningClock(p)
  const today = dayOf(now)
  const view = { calendar: rules.calendar, warnShare: rules.profile.warnShare, names, now }
  return {
    ...{ number: petitionNumber(p), state: p.state, ending: p.ending, route: p.route },
    bodyName: p.bodyId === null ? null : (names.get(p.bodyId) ?? null),
    turnName: turn === null ? null : (names.get(turn) ?? null),
    clock: clock ? clockViewOf(clock, view) : null,
    papers: p.issued.map(({ form, at, delivery }) => ({
      form,
      on: dayOf(at),
      deliveredOn: delivery?.on ?? null,
    })),
    agents: p.mandates
      .filter((one) => isStanding(one, today))
      .map((one) => ({ name: agentOf.get(one.id) ?? '', toOn: one.toOn })),
    acts: p.acts.map(({ mandateId, power, on, textId }) => {
      const words = texts.open<Partial<PlainWords & AskedWords>>(textId)
      return { name: agentOf.get(mandateId) ?? '', power, on, text: words?.text ?? words?.reason ?? null }
    }),
  }
}

/** What the agents are called: the petitioner chose them, and knows them by name. Out: mandate → name. */
async function agentNames(tx: Tx, district: number, p: Petition): Promise<ReadonlyMap<string, string>> {
  const people = await namesOf(
    tx,
    district,
    p.mandates.flatMap(({ accountId }) => accountId ?? []),
  )
  const parties = await listByIds(
    tx,
    district,
    p.mandates.flatMap(({ partyId }) => partyId ?? []),
  )
  return new Map(
    p.mandates.map((one) => {
      const party = parties.find(({ id }) => id === one.partyId)
      return [
        one.id,
        one.accountId === null ? (party ? nameIn(party) : '') : (people.get(one.accountId) ?? ''),
      ]
    }),
  )
}
