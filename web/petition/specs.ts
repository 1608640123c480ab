import type { PetitionView } from '#contract/petition.ts'
import {
  agentPowerLabels,
  deliveryLabels,
  doubleLabels,
  petitionChannelLabels,
  petitionKindLabels,
  reviewStanceLabels,
  stanceLabels,
} from '#contract/words/petition.ts'
import type { PetitionStep } from '#domain/petition/moves.ts'
import {
  agentPowers,
  deliveryWays,
  doubleReasons,
  petitionChannels,
  petitionKinds,
  reviewStances,
  stances,
} from '#domain/petition/petition.ts'
import { otherRoutes, statutoryRoutes } from '#domain/petition/routes.ts'
import type { Sentence } from '#web/lib/words.ts'
import type { StepField, Values } from '#web/mediation/spec.ts'
import { formWords as words } from './words.ts'

type Say = (sentence: Sentence, facts?: Record<string, string | number>) => string
/** One field: of those that all forms have, or a unit, a colleague, a signature. `if`: only where the form says so. */
export type Asked = (
  | StepField
  | { name: string; label: Sentence; hint?: Sentence; isOptional?: true; as: 'unit' | 'colleague' | 'sign' }
) & { if?: (values: Values) => boolean }

export type Spec = {
  fields: readonly Asked[]
  lead?: Sentence
  blank?: Values
  named?: Values
  isGrave?: true
}

type Person = { id: string; no: number; name: string | null }
export type About = {
  p: PetitionView | null
  parties: readonly Person[]
  agents: readonly Person[]
  today: string
  nameOf: (one: Person) => string
  /** Whether the reader acts as an agent only, and by which mandate. */
  mandateId: string | null
}

const text = (label: Sentence, more: object = {}): Asked => ({ name: 'text', as: 'text', label, ...more })
const reason = text(words.reason)
const told = text(words.reason, { hint: words.reasonHint })
const note = text(words.note, { isOptional: true })
const day = (name: string, label: Sentence, hint?: Sentence): Asked => ({
  ...{ name, as: 'day', label },
  ...(hint ? { hint } : {}),
})
const opinion: readonly Asked[] = [
  { name: 'facts', as: 'text', label: words.found },
  { name: 'opinion', as: 'text', label: words.opinion },
  { name: 'basis', as: 'text', label: words.basis },
]

/** Through whom the petitioner does something: in person, or an agent with a mandate that stands. */
function byWhom({ p, mandateId }: About, say: Say): Asked[] {
  const standing = (p?.mandates ?? []).filter((one) => one.isStanding)
  if (mandateId !== null || standing.length === 0) return []
  const options = [
    { value: '', label: say(words.byPetitioner) },
    ...standing.map((one) => ({ value: one.id, label: `${say(words.byAgent)}：${one.agentName ?? ''}` })),
  ]
  return [{ name: 'mandateId', as: 'choice', label: words.byAgent, isOptional: true, options }]
}

/** By which mediation of the matter it was settled; not asked where none came to an agreement. */
function byMediation(p: PetitionView | null, say: Say): Asked[] {
  const mediations = p?.mediations ?? []
  if (mediations.length === 0) return []
  const options = [
    ...mediations.map(({ id, number }) => ({ value: id, label: number })),
    { value: '', label: say(words.noMediation) },
  ]
  return [{ name: 'mediationId', as: 'choice', label: words.byMediation, isOptional: true, options }]
}

function askFields(about: About, say: Say): Spec {
  const reviewers = about.p?.reviewers ?? []
  const options = [
    ...reviewers.map(({ id, name }) => ({ value: id, label: name })),
    { value: 'outside', label: say(words.outsideBody) },
  ]
  return {
    fields: [
      day('on', words.on),
      { name: 'reviewer', as: 'choice', label: words.reviewer, options },
      {
        ...{ name: 'outside', as: 'line', label: words.outside, hint: words.outsideHint },
        if: ({ reviewer }) => reviewer === 'outside',
      },
      { name: 'reason', as: 'text', label: words.askReason },
      ...byWhom(about, say),
    ],
    blank: { on: about.today, reviewer: reviewers[0]?.id ?? 'outside' },
  }
}

const kindNotes = { suggestion: words.suggestionNote, report: words.reportNote, claim: words.claimNote }

function registerSpec({ parties, nameOf, today }: About, say: Say): Spec {
  const people = parties.map((one) => ({ value: one.id, label: nameOf(one) }))
  return {
    lead: words.registerLead,
    fields: [
      {
        ...{ name: 'kind', as: 'choice', label: words.kind, isWide: true },
        options: petitionKinds.map((value) => ({
          ...{ value, label: say(petitionKindLabels[value]), note: say(kindNotes[value]) },
        })),
      },
      {
        ...{ name: 'channel', as: 'choice', label: words.channel },
        options: petitionChannels.map((value) => ({ value, label: say(petitionChannelLabels[value]) })),
      },
      day('receivedOn', words.receivedOn, words.receivedHint),
      { name: 'petitionerIds', as: 'checks', label: words.petitioners, options: people },
      { name: 'people', as: 'count', label: words.people },
      {
        ...{ name: 'representativeIds', as: 'checks', label: words.representatives, options: people },
        ...{ isOptional: true, if: (values) => Number(values['people']) > 5 },
      },
      { name: 'request', as: 'text', label: words.request },
      { name: 'facts', as: 'text', label: words.facts },
      { name: 'reasons', as: 'text', label: words.reasons, isOptional: true },
      { name: 'isReadBack', as: 'tick', label: words.readBack, if: ({ channel }) => channel === 'oral' },
      {
        ...{ name: 'reportedUnitId', as: 'unit', label: words.reportedUnit, hint: words.reportedHint },
        ...{ isOptional: true, if: ({ kind }) => kind === 'report' },
      },
    ],
    blank: {
      ...{ kind: 'claim', channel: 'letter', receivedOn: today, people: '1' },
      petitionerIds: parties.slice(0, 1).map(({ id }) => id),
    },
  }
}

function mandateSpec({ agents, nameOf, today }: About, say: Say): Spec {
  const next = `${Number(today.slice(0, 4)) + 1}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}`
  return {
    fields: [
      {
        ...{ name: 'agentKind', as: 'choice', label: words.agentKind },
        options: [
          { value: 'staff', label: say(words.staffAgent) },
          ...(agents.length > 0 ? [{ value: 'party', label: say(words.partyAgent) }] : []),
        ],
      },
      {
        name: 'accountId',
        as: 'colleague',
        label: words.colleague,
        if: ({ agentKind }) => agentKind === 'staff',
      },
      {
        ...{
          name: 'partyId',
          as: 'select',
          label: words.colleague,
          if: ({ agentKind }) => agentKind === 'party',
        },
        options: agents.map((one) => ({ value: one.id, label: nameOf(one) })),
      },
      { name: 'subject', as: 'text', label: words.subject },
      {
        ...{ name: 'powers', as: 'checks', label: words.powers },
        options: agentPowers.map((value) => ({ value, label: say(agentPowerLabels[value]) })),
      },
      day('fromOn', words.fromOn),
      day('toOn', words.toOn),
      { name: 'duties', as: 'text', label: words.duties },
      { name: 'fileId', as: 'sign', label: words.signWay },
    ],
    blank: {
      ...{
        agentKind: 'staff',
        fromOn: today,
        toOn: next,
        powers: ['submit', 'inquire', 'receive'],
        way: 'screen',
      },
      duties:
        '代理人如实转达诉求、及时告知进展、保守秘密，不收取任何费用；委托人如实提供情况和材料，可以随时解除代理。',
    },
  }
}

/** The form of one step. `of`: the paper, the mandate or the other petition it is about. */
export function specOf(step: PetitionStep, about: About, of: string | undefined, say: Say): Spec {
  const { p, today } = about
  switch (step) {
    case 'register':
      return registerSpec(about, say)
    case 'judge':
      return { fields: [note] }
    case 'send':
      return {
        fields: [
          { name: 'unitId', as: 'unit', label: words.lead },
          { name: 'otherId', as: 'unit', label: words.other, isOptional: true },
          {
            ...{ name: 'agreed', as: 'yesNo', label: words.agreed, yes: words.agreedYes, no: words.agreedNo },
            if: ({ otherId }) => typeof otherId === 'string' && otherId !== '',
          },
          note,
        ],
        blank: { agreed: true },
      }
    case 'decide':
      return {
        fields: [
          {
            ...{ name: 'unitId', as: 'choice', label: words.decideBody },
            options: (p?.competent ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
          reason,
        ],
      }
    case 'tellRoute':
      return {
        fields: [
          {
            ...{ name: 'route', as: 'choice', label: words.route, isWide: true },
            options: otherRoutes.map((value) => ({
              ...{ value, label: say(statutoryRoutes[value].name), note: say(statutoryRoutes[value].told) },
            })),
          },
          text(words.routeText, { hint: words.reasonHint }),
        ],
        isGrave: true,
      }
    case 'refuseDouble': {
      const same = (p?.beside ?? []).filter((one) => one.isSame === true && one.blocks !== null)
      return {
        fields: [
          {
            ...{ name: 'otherId', as: 'select', label: words.doubleOther, isOptional: true },
            options: same.map((one) => ({ value: one.id, label: `${one.officeName} ${one.number}` })),
          },
          {
            ...{ name: 'why', as: 'choice', label: words.doubleWhy, isWide: true },
            options: doubleReasons.map((value) => ({ value, label: say(doubleLabels[value]) })),
          },
          text(words.doubleText, { hint: words.reasonHint }),
        ],
        blank: { otherId: same[0]?.id ?? '', why: same[0]?.blocks ?? '' },
        isGrave: true,
      }
    }
    case 'extend':
      return { fields: [{ name: 'days', as: 'count', label: words.days }, told], blank: { days: '30' } }
    case 'opine':
      return {
        fields: [
          {
            ...{ name: 'stance', as: 'choice', label: words.stance },
            options: stances.map((value) => ({ value, label: say(stanceLabels[value]) })),
          },
          ...opinion,
        ],
      }
    case 'giveReview':
    case 'giveRereview':
      return {
        fields: [
          {
            ...{ name: 'stance', as: 'choice', label: words.reviewStance },
            options: reviewStances.map((value) => ({ value, label: say(reviewStanceLabels[value]) })),
          },
          ...opinion,
        ],
      }
    case 'reply':
      return { fields: [text(words.reply, { hint: words.reasonHint })] }
    case 'reconcile':
      return {
        fields: [text(words.settlement, { hint: words.settlementHint }), ...byMediation(p, say)],
        blank: { mediationId: p?.mediations[0]?.id ?? '' },
      }
    case 'deliver':
      return {
        fields: [
          day('on', words.deliveredOn, words.deliveredHint),
          {
            ...{ name: 'how', as: 'choice', label: words.how },
            options: deliveryWays.map((value) => ({ value, label: say(deliveryLabels[value]) })),
          },
          ...byWhom(about, say).map((field) => ({ ...field, if: ({ how }: Values) => how === 'agent' })),
          { name: 'fileId', as: 'files', label: words.receipt, isOptional: true },
        ],
        blank: { on: today, how: 'inPerson' },
        named: { form: of },
      }
    case 'askReview':
    case 'askRereview':
      return askFields(about, say)
    case 'beginHearing':
    case 'endHearing':
      return { fields: [day('on', words.on)], blank: { on: today } }
    case 'finish':
      return { fields: [{ name: 'isContent', as: 'tick', label: words.isContent }, note] }
    case 'mandate':
      return mandateSpec(about, say)
    case 'revoke':
      return { fields: [note], named: { mandateId: of }, isGrave: true }
    case 'actFor': {
      const mandate = p?.mandates.find(({ id }) => id === of)
      return {
        fields: [
          day('on', words.on),
          {
            ...{ name: 'power', as: 'choice', label: words.did },
            options: (mandate?.powers ?? []).map((value) => ({ value, label: say(agentPowerLabels[value]) })),
          },
          text(words.didText),
        ],
        blank: { on: today },
        named: { mandateId: of },
      }
    }
    case 'withdraw':
      return { fields: [reason, ...byWhom(about, say)], isGrave: true }
    case 'accept':
    case 'agreeReturn':
      return { fields: [note] }
    case 'notAccept':
      return { fields: [told], isGrave: true }
    case 'reportUp':
      return { fields: [reason], isGrave: true }
    case 'object':
    case 'keepSent':
      return { fields: [reason] }
  }
}
