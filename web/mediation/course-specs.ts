import type { MediationView } from '#contract/mediation.ts'
import { avertedLabels, endReasonLabels, pauseLabels, stepLabels } from '#contract/words/mediation-labels.ts'
import type { Day } from '#domain/calendar/days.ts'
import { avertedKinds } from '#domain/mediation/averted.ts'
import { endReasons, pauseReasons } from '#domain/mediation/mediation.ts'
import type { Say } from '#web/lib/words.ts'
import { routesField } from './people-specs.ts'
import type { StepSpec } from './spec.ts'

export const beginSpec: StepSpec = {
  step: 'begin',
  title: { zh: '开始调解', en: 'Begin to mediate' },
  lead: {
    zh: '留下来的每一位都已告知并且同意。开始后就可以安排场次、拟定协议。',
    en: 'Everybody who stays was told and has agreed. Sessions can then be scheduled and agreements drawn up.',
  },
  act: { zh: '开始调解', en: 'Begin' },
  done: { zh: '调解开始了', en: 'The mediation has begun' },
  fields: [],
}

/** What the monthly form asks of every case that is over: people, kind by kind. */
const avertedFields: StepSpec['fields'] = avertedKinds.map((kind, i) => ({
  ...{ name: kind, as: 'count', isOptional: true },
  label: { zh: `${avertedLabels[kind].zh}（人）`, en: `${avertedLabels[kind].en} (people)` },
  ...(i === 0 && {
    hint: {
      zh: '有苗头、因为调解没有发生的才填，没有就空着；月报按这里统计。',
      en: 'Only what was about to happen and did not because of the mediation; leave it empty otherwise. The monthly form counts it.',
    },
  }),
}))

export const settleSpec: StepSpec = {
  step: 'settle',
  title: { zh: '确认达成协议', en: 'Settle' },
  lead: {
    zh: '确认后进入履行：每一项义务到期前后在这里登记，并可在 30 日内申请司法确认。',
    en: 'Performance begins: each obligation is entered here, and confirmation may be asked for within 30 days.',
  },
  act: { zh: '确认达成协议', en: 'Settle' },
  done: { zh: '已达成协议', en: 'Settled' },
  fields: avertedFields,
}

export const fileSpec: StepSpec = {
  step: 'file',
  title: { zh: '卷宗归档', en: 'File the dossier' },
  lead: {
    zh: '登记表、告知、调解记录、协议、回访合成一卷。归档后不能再改。',
    en: 'Registration, notices, records, agreement and revisit become one file. It is not changed any more.',
  },
  act: { zh: '归档', en: 'File' },
  done: { zh: '卷宗已归档', en: 'Filed' },
  fields: [],
}

export const pauseSpec = (today: Day, say: Say): StepSpec => ({
  step: 'pause',
  title: stepLabels.pause,
  lead: { zh: '中止的日子不算在调解期限里。', en: 'These days do not count towards the limit.' },
  act: { zh: '中止期限', en: 'Stop the limit' },
  done: { zh: '期限已停走', en: 'The limit stands still' },
  blank: { fromOn: today },
  fields: [
    {
      name: 'why',
      as: 'choice',
      label: { zh: '为什么', en: 'Why' },
      options: pauseReasons.map((why) => ({ value: why, label: say(pauseLabels[why]) })),
    },
    { name: 'fromOn', as: 'day', label: { zh: '从哪天起', en: 'From' } },
    { name: 'reason', as: 'text', label: { zh: '说明', en: 'Explanation' } },
  ],
})

export const resumeSpec = (today: Day): StepSpec => ({
  step: 'resume',
  title: stepLabels.resume,
  act: { zh: '恢复计时', en: 'Let it run on' },
  done: { zh: '期限接着走', en: 'The limit runs on' },
  blank: { toOn: today },
  fields: [{ name: 'toOn', as: 'day', label: { zh: '从哪天恢复', en: 'From which day' } }],
})

const daysField = { name: 'days', as: 'count', label: { zh: '延长几天', en: 'How many days' } } as const

export const askExtensionSpec: StepSpec = {
  step: 'askExtension',
  title: stepLabels.askExtension,
  lead: {
    zh: '延长要参加调解的各方都同意。发出后，每位当事人在链接里会看到，也可以由你逐一登记。',
    en: 'An extension needs everybody’s agreement. Each party sees the question by its link, or you enter the answers.',
  },
  act: { zh: '征求各方意见', en: 'Ask everybody' },
  done: { zh: '已征求', en: 'Asked' },
  blank: { days: '15' },
  fields: [{ ...daysField, hint: { zh: '每次最多 30 天。', en: 'At most 30 days each time.' } }],
}

export const extendSpec: StepSpec = {
  step: 'extend',
  title: stepLabels.extend,
  act: { zh: '延长', en: 'Extend' },
  done: { zh: '期限已延长', en: 'Extended' },
  blank: { days: '15' },
  fields: [daysField],
}

export const endSpec = (say: Say): StepSpec => ({
  step: 'end',
  title: { zh: '终止调解', en: 'End the mediation' },
  lead: {
    zh: '终止后不能再恢复，要再调就另开一次。请写清为什么，并告知当事人还能走哪些途径。',
    en: 'This cannot be undone; another mediation would be opened anew. Say why, and tell the parties where else they can go.',
  },
  act: { zh: '终止调解', en: 'End it' },
  done: { zh: '调解已终止', en: 'Ended' },
  isGrave: true,
  fields: [
    {
      name: 'reason',
      as: 'choice',
      label: { zh: '为什么终止', en: 'Why' },
      options: endReasons.map((reason) => ({ value: reason, label: say(endReasonLabels[reason]) })),
    },
    routesField(say),
    { name: 'text', as: 'text', label: { zh: '经过和理由', en: 'What happened, and why' } },
    ...avertedFields,
  ],
})

export const revisitSpec = (m: Pick<MediationView, 'state'>): StepSpec => ({
  step: 'revisit',
  title: { zh: '回访', en: 'Revisit' },
  lead: {
    zh: '由没有参加调解的人回访：协议履行了没有，当事人满意不满意，有没有再起纠纷的苗头。',
    en: 'By somebody who did not mediate: is the agreement kept, are the parties content, could it flare up again.',
  },
  act: { zh: '登记回访', en: 'Enter the revisit' },
  done: { zh: '回访已登记', en: 'The revisit is entered' },
  fields: [
    {
      name: 'performed',
      as: 'yesNo',
      label:
        m.state === 'ended'
          ? { zh: '纠纷平息了没有', en: 'Has the dispute calmed down' }
          : { zh: '协议履行了没有', en: 'Is the agreement kept' },
      yes: { zh: '是', en: 'Yes' },
      no: { zh: '还没有', en: 'Not yet' },
    },
    {
      name: 'satisfied',
      as: 'yesNo',
      label: { zh: '当事人满意不满意', en: 'Are the parties content' },
      yes: { zh: '满意', en: 'Content' },
      no: { zh: '不满意', en: 'Not content' },
      neither: { zh: '没有表态', en: 'Did not say' },
    },
    {
      name: 'escalates',
      as: 'yesNo',
      label: { zh: '有没有激化的苗头', en: 'Could it flare up' },
      hint: {
        zh: '有的话，请同时按规定报告（人民调解法 25）。',
        en: 'If so, report it as well (Mediation Act art. 25).',
      },
      yes: { zh: '有', en: 'Yes' },
      no: { zh: '没有', en: 'No' },
    },
    { name: 'text', as: 'text', label: { zh: '回访情况', en: 'What was found' } },
  ],
})
