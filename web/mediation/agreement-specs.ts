import type { AgreementView, ObligationView } from '#contract/mediation.ts'
import { confirmationLabels, stepLabels } from '#contract/words/mediation-labels.ts'
import type { Day } from '#domain/calendar/days.ts'
import { type ConfirmationState, confirmationStates } from '#domain/mediation/mediation.ts'
import type { Say } from '#web/lib/words.ts'
import { yuanOf } from './money.ts'
import type { StepField, StepSpec } from './spec.ts'

export const dropSpec = ({ id }: AgreementView): StepSpec => ({
  step: 'dropDraft',
  title: stepLabels.dropDraft,
  lead: {
    zh: '作废后不能再签，已签的字也作废；需要的话另写一稿。',
    en: 'It is signed no more and its signatures fall; another draft may be written.',
  },
  act: { zh: '作废这一稿', en: 'Drop it' },
  done: { zh: '已作废', en: 'Dropped' },
  isGrave: true,
  named: { agreementId: id },
  fields: [{ name: 'reason', as: 'text', label: { zh: '为什么作废', en: 'Why' } }],
})

export const signSpec = ({ id, version }: AgreementView): StepSpec => ({
  step: 'sign',
  title: { zh: '当事人签调解协议', en: 'A party signs the agreement' },
  act: { zh: '签字', en: 'Sign' },
  done: { zh: '已签字', en: 'Signed' },
  named: { agreementId: id, version },
  fields: [],
})

export const mediatorSpec = ({ id, version, kind }: AgreementView): StepSpec => ({
  step: 'signAsMediator',
  title: stepLabels.signAsMediator,
  lead:
    kind === 'oral'
      ? {
          zh: '口头协议由你记录内容并签字，从达成那天起生效。',
          en: 'You record the oral agreement and sign; it binds from the day it was reached.',
        }
      : {
          zh: '你确认协议是各方自愿达成的，内容没有违反法律。',
          en: 'You confirm that it was reached freely and breaks no law.',
        },
  act: { zh: '调解员签字', en: 'Sign as mediator' },
  done: { zh: '已签字', en: 'Signed' },
  named: { agreementId: id, version },
  fields: [],
})

export const sealSpec = ({ id, version }: AgreementView): StepSpec => ({
  step: 'seal',
  title: stepLabels.seal,
  lead: {
    zh: '各方和调解员都签好了，盖章后协议从今天起生效。',
    en: 'All have signed; once sealed, the agreement binds from today.',
  },
  act: { zh: '加盖印章', en: 'Seal' },
  done: { zh: '协议已生效', en: 'The agreement is in force' },
  named: { agreementId: id, version },
  fields: [],
})

const paidField: StepField = {
  name: 'fen',
  as: 'yuan',
  label: { zh: '付了多少元', en: 'Yuan paid' },
  hint: { zh: '可以只付一部分，余下的以后再登记。', en: 'A part is allowed; the rest is entered later.' },
}

/** A payment may come in parts; anything else is done or not. */
export const performSpec = (agreementId: string, one: ObligationView, today: Day): StepSpec => ({
  step: 'perform',
  title: stepLabels.perform,
  act: { zh: '登记履行', en: 'Enter it' },
  done: { zh: '已登记履行', en: 'Entered' },
  named: { agreementId, obligationId: one.id, ...(one.kind === 'pay' ? {} : { whole: true }) },
  blank: { on: today, ...(one.kind === 'pay' ? { fen: yuanOf(one.fen - one.doneFen) } : {}) },
  fields: [
    ...(one.kind === 'pay' ? [paidField] : []),
    { name: 'on', as: 'day', label: { zh: '哪天', en: 'On' } },
    { name: 'fileId', as: 'files', isOptional: true, label: { zh: '凭据照片', en: 'Proof' } },
  ],
})

export const missSpec = (agreementId: string, obligationId: string): StepSpec => ({
  step: 'miss',
  title: stepLabels.miss,
  lead: {
    zh: '登记后协议仍然有约束力。请写明催过几次、对方怎么说；另一方可以走的途径会列在协议下面。',
    en: 'The agreement still binds. Say how often it was asked for and what the answer was; the remedies are listed below the agreement.',
  },
  act: { zh: '登记未履行', en: 'Enter the default' },
  done: { zh: '已登记', en: 'Entered' },
  isGrave: true,
  named: { agreementId, obligationId },
  fields: [{ name: 'text', as: 'text', label: { zh: '情况', en: 'What happened' } }],
})

/** What may follow what a court has said so far. */
function following(last: ConfirmationState | undefined): readonly ConfirmationState[] {
  if (last === undefined) return ['applied']
  if (last === 'applied') return confirmationStates.filter((one) => one !== 'applied')
  return last === 'accepted' ? ['confirmed', 'rejected'] : []
}

export const confirmSpec = ({ id, confirmations }: AgreementView, today: Day, say: Say): StepSpec => {
  const states = following(confirmations.at(-1)?.state)
  return {
    step: 'confirm',
    title: stepLabels.confirm,
    lead: {
      zh: '由双方共同向有管辖权的基层法院申请（人民调解法 33）。',
      en: 'Both sides apply together to the basic court (Mediation Act art. 33).',
    },
    act: { zh: '登记', en: 'Enter' },
    done: { zh: '已登记', en: 'Entered' },
    named: { agreementId: id },
    blank: { on: today, state: states[0] },
    fields: [
      {
        name: 'state',
        as: 'choice',
        label: { zh: '到哪一步了', en: 'How it stands' },
        options: states.map((state) => ({ value: state, label: say(confirmationLabels[state]) })),
      },
      { name: 'on', as: 'day', label: { zh: '哪天', en: 'On' } },
    ],
  }
}
