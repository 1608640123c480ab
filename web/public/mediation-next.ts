import type { Topic } from '#domain/mediation/mediation.ts'
import type { LinkView, Standing } from './mediation-api.ts'

export type Asked =
  | { what: 'notice'; party: Standing }
  | { what: 'consent'; party: Standing; topic: Topic }
  | { what: 'sign'; party: Standing; agreement: LinkView['agreements'][number] }
  | { what: 'reply'; party: Standing; session: LinkView['sessions'][number] }

const answerTo = ({ consents }: Standing, topic: Topic) =>
  consents.findLast((one) => one.topic === topic)?.answer

/** What is asked of one party now, the first thing first. */
function askedOf(view: LinkView, party: Standing, now: number): Asked | undefined {
  const isAsked = (topic: Topic) => view.may.includes('consent') && answerTo(party, topic) === undefined
  if (!party.isTold && view.may.includes('tell')) return { what: 'notice', party }
  if (isAsked('mediate')) return { what: 'consent', party, topic: 'mediate' }
  const agreement = view.agreements.find(
    (one) =>
      one.effectiveOn === null &&
      one.names.some(({ partyId }) => partyId === party.partyId) &&
      !one.signed.includes(party.partyId),
  )
  if (agreement && view.may.includes('sign')) return { what: 'sign', party, agreement }
  if (view.isExtensionAsked && isAsked('extension')) return { what: 'consent', party, topic: 'extension' }
  if (view.mediators.length > 0 && isAsked('mediator')) return { what: 'consent', party, topic: 'mediator' }
  const session = view.sessions.find(
    (one) =>
      // to an exchange in writing nobody has to come
      one.way !== 'written' &&
      one.state === 'planned' &&
      one.comes === null &&
      Date.parse(one.startsAt) > now,
  )
  return session && view.may.includes('reply') ? { what: 'reply', party, session } : undefined
}

/** The one thing that is asked of whoever holds the link; undefined: nothing now. Who is out is asked nothing more. */
export function nextAsked(view: LinkView, now: number): Asked | undefined {
  for (const party of view.standing) {
    const asked = party.standing === 'out' ? undefined : askedOf(view, party, now)
    if (asked) return asked
  }
  return undefined
}
