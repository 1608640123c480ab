import type { AbsenceView, absenceRoutes } from '#contract/absence.ts'
import type { StaffActor } from '#domain/actor.ts'
import { type Day, dayOf } from '#domain/calendar/days.ts'
import { whyNotAway } from '#domain/org/absence.ts'
import { lastDayOf } from '#domain/org/staffing.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { nudge } from '../matter/store.ts'
import { findAbsence, findOnDuty, listAway, mayKeepAbsences, type OnDuty } from './absence-queries.ts'
import { insertAbsence, writeAbsenceEnd } from './absence-store.ts'
import { once } from './deed.ts'

type Inside = { tx: Tx; actor: StaffActor; now: number }

async function viewAfter({ tx, actor, now }: Inside, id: string): Promise<AbsenceView> {
  const view = await findAbsence(tx, actor.districtId, id, dayOf(now))
  if (!view) throw new Refused(refuse('notFound'))
  return view
}

/** Tells everybody's screens, and lets the live streams of the two read anew what each may see. */
async function tell({ tx, actor, now }: Inside, people: readonly (OnDuty | undefined)[]): Promise<void> {
  const district = actor.districtId
  for (const person of people)
    if (person) {
      await nudge(tx, { kind: 'org', district, id: person.id, version: now })
      await nudge(tx, { kind: 'account', district, id: person.accountId, version: 0 })
    }
}

/** Puts on record that a person is away and who stands in. Refusals: `notFound`, `commandReused`, those of `whyNotAway`. */
export async function setAbsence(call: Call<typeof absenceRoutes.setAbsence>): Promise<AbsenceView> {
  const { tx, actor, now, body } = call
  const district = actor.districtId
  const { commandId, id, personId, substituteId, fromOn, toOn } = body
  const payload = { id, substituteId, fromOn, toOn }
  // An upside-down span has no days to look posts up in; the rule refuses it by name.
  const span = { fromOn, toOn: toOn < fromOn ? fromOn : toOn }
  const person = await findOnDuty(tx, district, personId, span)
  const deed = { commandId, verb: 'setAbsence', subject: personId, payload } as const
  const mayDo = person !== undefined && mayKeepAbsences(actor, person)
  await once(
    call,
    deed,
    async () => {
      const substitute = await findOnDuty(tx, district, substituteId, span)
      if (!person) throw new Refused(refuse('notFound', undefined, 'personId'))
      if (!substitute) throw new Refused(refuse('notFound', undefined, 'substituteId'))
      const others = await listAway(tx, district, [personId, substituteId], span)
      insist(whyNotAway({ person, substitute, fromOn, toOn, today: dayOf(now), others }))
      const isPut = await insertAbsence(tx, {
        ...{ district, id, personId, substituteId, fromOn, toOn, byAccount: actor.accountId, now },
      })
      if (!isPut) throw new Refused(refuse('commandReused'))
      await tell(call, [person, substitute])
    },
    mayDo,
  )
  return viewAfter(call, id)
}

const always: Day = '9998-12-31'

/** Ends an absence earlier, or at once. Refusals: `notFound`, `badSpan`. */
export async function endAbsence(call: Call<typeof absenceRoutes.endAbsence>): Promise<AbsenceView> {
  const { tx, actor, now, params, body } = call
  const district = actor.districtId
  const today = dayOf(now)
  const { commandId, lastOn: asked } = body
  const before = await viewAfter(call, params.id)
  const person = await findOnDuty(tx, district, before.person.id, { fromOn: today, toOn: always })
  const mayDo = person !== undefined && mayKeepAbsences(actor, person)
  const deed = {
    commandId,
    verb: 'endAbsence',
    subject: before.person.id,
    payload: { id: params.id, asked },
  } as const
  await once(
    call,
    deed,
    async () => {
      // Read again behind the lock: somebody may have ended it meanwhile.
      const absence = await viewAfter(call, params.id)
      if (absence.when === 'past') throw new Refused(refuse('notFound'))
      const lastOn = lastDayOf(absence.fromOn, asked, today)
      if (asked !== null && (asked < absence.fromOn || asked < today))
        throw new Refused(
          refuse('badSpan', { day: absence.fromOn < today ? today : absence.fromOn }, 'lastOn'),
        )
      if (lastOn > absence.toOn) throw new Refused(refuse('endsSooner', { day: absence.toOn }, 'lastOn'))
      await writeAbsenceEnd(tx, district, params.id, lastOn)
      const substitute = await findOnDuty(tx, district, absence.substitute.id, {
        fromOn: today,
        toOn: always,
      })
      await tell(call, [person, substitute])
    },
    mayDo,
  )
  return viewAfter(call, params.id)
}
