import type { MediationView, ParticipantView } from '#contract/mediation.ts'
import type { PartyView } from '#contract/party.ts'
import { routeLabels } from '#contract/words/labels.ts'
import {
  mediatorPartLabels,
  powerLabels,
  proposalLabels,
  stepLabels,
  topicLabels,
} from '#contract/words/mediation-labels.ts'
import { addDays, type Day } from '#domain/calendar/days.ts'
import type { Route } from '#domain/matter/matter.ts'
import { powers, type Topic, topics } from '#domain/mediation/mediation.ts'
import { isPrincipal } from '#domain/party/party.ts'
import type { Answer } from '#web/lib/api.ts'
import type { Say } from '#web/lib/words.ts'
import { partyName } from './names.ts'
import type { StepField, StepSpec } from './spec.ts'

type Candidate = Answer<'listMatterMediations'>['mediators'][number]

/** Where a dispute may go instead, the usual ones first. */
const otherRoutes = [
  ...(['court', 'arbitration', 'labourArbitration', 'review', 'police', 'notary', 'petition'] as const),
] satisfies readonly Route[]

export const routesField = (say: Say): StepField => ({
  name: 'routes',
  as: 'checks',
  label: { zh: '告知了哪些其他途径', en: 'Which other routes were told' },
  hint: {
    zh: '调解不成，当事人的其他权利不受影响（人民调解法 26）。',
    en: 'Their other rights stay untouched (Mediation Act art. 26).',
  },
  options: otherRoutes.map((route) => ({ value: route, label: say(routeLabels[route]) })),
})

export const tellSpec: StepSpec = {
  step: 'tell',
  title: { zh: '告知权利义务', en: 'Tell rights and duties' },
  act: { zh: '已告知', en: 'They are told' },
  done: { zh: '已登记告知', en: 'Entered: told' },
  fields: [],
}

/** What a party is asked now: first whether it agrees to mediate, an extension only while it is asked for. */
export function openTopics(m: Pick<MediationView, 'isExtensionAsked'>): Topic[] {
  return topics.filter((topic) => topic !== 'extension' || m.isExtensionAsked)
}

export function nextTopic(m: Pick<MediationView, 'isExtensionAsked'>, party: ParticipantView): Topic {
  const isOpen = (topic: Topic) => !party.consents.some((one) => one.topic === topic && one.isCurrent)
  if (isOpen('mediate')) return 'mediate'
  return openTopics(m).toReversed().includes('extension') && isOpen('extension') ? 'extension' : 'mediator'
}

export const consentSpec = (m: MediationView, party: ParticipantView, say: Say): StepSpec => ({
  step: 'consent',
  title: { zh: '登记意见', en: 'Enter an answer' },
  act: { zh: '登记', en: 'Enter' },
  done: { zh: '已登记意见', en: 'The answer is entered' },
  blank: { topic: nextTopic(m, party) },
  fields: [
    {
      name: 'topic',
      as: 'choice',
      label: { zh: '问的是什么', en: 'What was asked' },
      options: openTopics(m).map((topic) => ({ value: topic, label: say(topicLabels[topic]) })),
    },
    {
      name: 'answer',
      as: 'yesNo',
      label: { zh: '当事人的回答', en: 'The answer' },
      hint: {
        zh: '不同意调解的，这位当事人不再参加，请告知其他途径。',
        en: 'Who does not agree to mediate takes no part, and is told the other routes.',
      },
      yes: { zh: '同意', en: 'Yes' },
      no: { zh: '不同意', en: 'No' },
    },
  ],
})

export const leaveSpec = (say: Say): StepSpec => ({
  step: 'leave',
  title: { zh: '登记退出调解', en: 'Enter that a party leaves' },
  lead: {
    zh: '当事人可以随时退出。退出后不再出现在以后的场次和协议里；其他人的调解继续。',
    en: 'A party may leave at any time. It takes no part in later sessions and agreements; for the others it goes on.',
  },
  act: { zh: '登记退出', en: 'Enter' },
  done: { zh: '已登记退出', en: 'Entered: it has left' },
  isGrave: true,
  fields: [routesField(say)],
})

/** In: the id that the new mandate gets. */
export function mandateSpec(
  m: MediationView,
  id: string,
  parties: readonly PartyView[],
  today: Day,
  say: Say,
): StepSpec {
  const option = (one: PartyView) => ({ value: one.id, label: partyName(one, say) })
  const taking = new Set(m.participants.map(({ partyId }) => partyId))
  return {
    step: 'mandate',
    title: { zh: '登记委托书', en: 'Enter a mandate' },
    lead: {
      zh: '代理人、推选的代表人要有当事人签名的委托书，写明权限和期限（民法典 165）。代理人先在事项页的“当事人”里登记。',
      en: 'An agent or an elected representative needs a signed mandate with powers and term (Civil Code art. 165). Agents are registered among the parties of the matter first.',
    },
    act: { zh: '登记委托书', en: 'Enter the mandate' },
    done: { zh: '委托书已登记', en: 'The mandate is entered' },
    named: { id },
    blank: { fromOn: today, toOn: addDays(today, 90), powers: [...powers] },
    fields: [
      {
        name: 'agentId',
        as: 'select',
        label: { zh: '受托人', en: 'Who acts' },
        options: parties.filter((one) => one.role === 'agent' || one.isRepresentative).map(option),
      },
      {
        name: 'principalIds',
        as: 'checks',
        label: { zh: '替谁办理', en: 'For whom' },
        options: parties.filter((one) => isPrincipal(one) && taking.has(one.id)).map(option),
      },
      {
        name: 'powers',
        as: 'checks',
        label: { zh: '权限', en: 'Powers' },
        options: powers.map((power) => ({ value: power, label: say(powerLabels[power]) })),
      },
      { name: 'fromOn', as: 'day', label: { zh: '从哪天起', en: 'From' } },
      { name: 'toOn', as: 'day', label: { zh: '到哪天止', en: 'Until' } },
      { name: 'fileId', as: 'files', label: { zh: '委托书照片', en: 'Photograph of the mandate' } },
    ],
  }
}

export const appointSpec = (candidates: readonly Candidate[], say: Say): StepSpec => ({
  step: 'appoint',
  title: stepLabels.appoint,
  act: { zh: '增加', en: 'Appoint' },
  done: { zh: '已增加', en: 'Appointed' },
  blank: { part: 'member' },
  fields: [
    {
      name: 'accountId',
      as: 'choice',
      isWide: true,
      label: { zh: '增加谁', en: 'Whom' },
      options: candidates.map((one) => ({
        value: one.accountId,
        label: one.name,
        note: reasonsFor(one, say),
      })),
    },
    {
      name: 'part',
      as: 'choice',
      label: { zh: '以什么身份', en: 'As' },
      hint: {
        zh: '请专家参加，要各方都同意请外人参加（人民调解法 20）。',
        en: 'An expert takes part with everybody’s agreement to outsiders (Mediation Act art. 20).',
      },
      options: (['member', 'expert'] as const).map((part) => ({
        value: part,
        label: say(mediatorPartLabels[part]),
      })),
    },
  ],
})

/** Where somebody is from, what speaks for them and against, and how much is on the desk already. */
export const reasonsFor = ({ unitName, reasons, open }: Candidate, say: Say): string =>
  [
    say({ zh: '{unit}，手上 {open} 件在调', en: '{unit}, {open} open mediations' }, { unit: unitName, open }),
    ...reasons.map((reason) => say(proposalLabels[reason])),
  ].join(say({ zh: '；', en: '; ' }))

export const discloseSpec: StepSpec = {
  step: 'disclose',
  title: stepLabels.disclose,
  lead: {
    zh: '你和当事人有没有亲属、利益或者其他可能影响公正的关系？有的话，当事人可以要求你回避。',
    en: 'Are you related to a party, or have an interest that could make you partial? If so, a party may ask you to withdraw.',
  },
  act: { zh: '登记', en: 'Enter' },
  done: { zh: '已披露', en: 'Disclosed' },
  fields: [
    {
      name: 'conflict',
      as: 'yesNo',
      label: { zh: '有没有利害关系', en: 'Is there a conflict of interest' },
      yes: { zh: '有', en: 'Yes' },
      no: { zh: '没有', en: 'No' },
    },
    { name: 'text', as: 'text', isOptional: true, label: { zh: '什么关系', en: 'Which' } },
  ],
}

export const recuseSpec = (m: MediationView, say: Say): StepSpec => ({
  step: 'recuse',
  title: stepLabels.recuse,
  lead: {
    zh: '当事人要求回避的，调解员必须回避（深圳条例 23）；回避后不能再参加这件纠纷。',
    en: 'If a party asks for it, a mediator withdraws (Shenzhen art. 23) and does not come back to this case.',
  },
  act: { zh: '登记回避', en: 'Enter' },
  done: { zh: '已登记回避', en: 'Entered: withdrawn' },
  isGrave: true,
  fields: [
    {
      name: 'accountId',
      as: 'choice',
      label: { zh: '谁回避', en: 'Who withdraws' },
      options: m.mediators
        .filter(({ isNow }) => isNow)
        .map((one) => ({ value: one.accountId, label: one.name, note: say(mediatorPartLabels[one.part]) })),
    },
    {
      name: 'partyId',
      as: 'select',
      isOptional: true,
      label: { zh: '哪位当事人要求的', en: 'Which party asked' },
      hint: { zh: '调解员自己提出的不用选。', en: 'Leave it where the mediator asks itself.' },
      options: m.participants.map((one) => ({ value: one.partyId, label: partyName(one, say) })),
    },
    { name: 'reason', as: 'text', label: { zh: '理由', en: 'Reason' } },
  ],
})

export const revokeSpec = (mandateId: string): StepSpec => ({
  step: 'revokeMandate',
  title: stepLabels.revokeMandate,
  lead: {
    zh: '撤回后，受托人不能再替当事人办理；之前办的仍然有效。',
    en: 'The agent acts no longer; what was done before stands.',
  },
  act: { zh: '登记撤回', en: 'Enter' },
  done: { zh: '委托已撤回', en: 'Revoked' },
  isGrave: true,
  fields: [],
  named: { mandateId },
})
