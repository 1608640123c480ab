import type { MediationView, SessionView } from '#contract/mediation.ts'
import {
  methodGuidance,
  methodLabels,
  sessionKindLabels,
  sessionWayLabels,
  stepLabels,
} from '#contract/words/mediation-labels.ts'
import { methods, sessionKinds, sessionWays } from '#domain/mediation/mediation.ts'
import type { Answer } from '#web/lib/api.ts'
import type { Say } from '#web/lib/words.ts'
import { nameOf, partyName } from './names.ts'
import type { StepSpec } from './spec.ts'

type Rooms = Answer<'listMatterMediations'>['rooms']

/** In: when it is proposed for, as the form has it: `2026-11-27T14:30`. */
export const scheduleSpec = (
  m: MediationView,
  rooms: Rooms,
  id: string,
  startsAt: string,
  say: Say,
): StepSpec => {
  const taking = m.participants.filter(({ standing }) => standing === 'in')
  return {
    step: 'schedule',
    title: stepLabels.schedule,
    act: { zh: '安排这一场', en: 'Schedule it' },
    done: {
      zh: '已安排，各方在链接里会看到邀请',
      en: 'Scheduled; the parties see the invitation by their links',
    },
    named: { id },
    blank: {
      ...{ kind: 'joint', way: 'centre', startsAt, minutes: '60', roomId: rooms[0]?.id ?? '' },
      partyIds: taking.map(({ partyId }) => partyId),
    },
    fields: [
      {
        name: 'kind',
        as: 'choice',
        label: { zh: '面对面还是背靠背', en: 'Together or apart' },
        options: sessionKinds.map((kind) => ({ value: kind, label: say(sessionKindLabels[kind]) })),
      },
      {
        name: 'way',
        as: 'choice',
        label: { zh: '方式', en: 'How' },
        options: sessionWays.map((way) => ({ value: way, label: say(sessionWayLabels[way]) })),
      },
      { name: 'startsAt', as: 'time', label: { zh: '什么时间', en: 'When' } },
      { name: 'minutes', as: 'count', label: { zh: '多少分钟', en: 'Minutes' } },
      {
        name: 'roomId',
        as: 'select',
        isOptional: true,
        label: { zh: '调解室', en: 'Room' },
        options: rooms.map((room) => ({ value: room.id, label: room.name })),
      },
      {
        name: 'place',
        as: 'line',
        isOptional: true,
        label: { zh: '其他地点或会议号', en: 'Another place, or the address of the call' },
      },
      {
        name: 'partyIds',
        as: 'checks',
        label: { zh: '谁参加', en: 'Who takes part' },
        hint: {
          zh: '只列出已经同意调解的当事人。背靠背只选同一方。',
          en: 'Only who has agreed is listed. A caucus is with one side.',
        },
        options: taking.map((one) => ({ value: one.partyId, label: partyName(one, say) })),
      },
    ],
  }
}

export const holdSpec = (m: MediationView, session: SessionView, heldAt: string, say: Say): StepSpec => {
  const name = nameOf(m, say)
  return {
    step: 'hold',
    title: { zh: '写调解记录', en: 'Write the record' },
    ...(session.isSecret
      ? {
          lead: {
            zh: '这是背靠背谈话，记录只有调解员能看到，另一方看不到。',
            en: 'This was a caucus: only the mediators read its record, never the other side.',
          },
        }
      : {}),
    act: { zh: '保存记录', en: 'Save the record' },
    done: { zh: '记录已保存', en: 'The record is saved' },
    named: { sessionId: session.id },
    blank: { heldAt, present: [...session.partyIds], subject: m.matterTitle, methods: [] },
    fields: [
      { name: 'heldAt', as: 'time', label: { zh: '什么时间开的', en: 'When it was held' } },
      {
        name: 'present',
        as: 'checks',
        label: { zh: '谁到场了', en: 'Who was there' },
        options: session.partyIds.map((id) => ({ value: id, label: name(id) })),
      },
      {
        name: 'invited',
        as: 'line',
        isOptional: true,
        label: { zh: '请来参加的人', en: 'Who was asked in' },
        hint: {
          zh: '姓名和身份，如“赵民警，派出所”。要各方都同意请外人参加（人民调解法 20）。',
          en: 'Name and what they are. Only with everybody’s agreement to outsiders (Mediation Act art. 20).',
        },
      },
      {
        name: 'interpreter',
        as: 'line',
        isOptional: true,
        label: { zh: '翻译', en: 'Interpreter' },
        hint: {
          zh: '姓名和语种，如“钱某，手语”。翻译不算外人，不用另外征求同意。',
          en: 'Name and languages, sign language too. An interpreter is no outsider and needs no agreement.',
        },
      },
      { name: 'subject', as: 'line', label: { zh: '事由', en: 'About' } },
      {
        name: 'methods',
        as: 'checks',
        isOptional: true,
        label: { zh: '用了哪些方法', en: 'Methods used' },
        options: methods.map((one) => ({
          value: one,
          label: say(methodLabels[one]),
          note: say(methodGuidance[one]),
        })),
      },
      {
        name: 'record',
        as: 'text',
        label: { zh: '记录', en: 'Record' },
        hint: {
          zh: '各方怎么说、争在哪里、谈成了什么、没谈成什么。',
          en: 'What each said, where they differ, what was agreed and what not.',
        },
      },
      {
        name: 'readBack',
        as: 'tick',
        label: {
          zh: '已读给在场的人听，他们认为没有错',
          en: 'Read back to those present, who found it right',
        },
      },
    ],
  }
}

export const cancelSpec = (session: SessionView): StepSpec => ({
  step: 'cancel',
  title: stepLabels.cancel,
  act: { zh: '取消这一场', en: 'Cancel it' },
  done: { zh: '已取消', en: 'Cancelled' },
  isGrave: true,
  named: { sessionId: session.id },
  fields: [{ name: 'reason', as: 'text', label: { zh: '为什么取消', en: 'Why' } }],
})

export const replySpec = (session: SessionView, partyId: string): StepSpec => ({
  step: 'reply',
  title: stepLabels.reply,
  act: { zh: '登记回复', en: 'Enter' },
  done: { zh: '已登记回复', en: 'Entered' },
  named: { sessionId: session.id, partyId },
  fields: [
    {
      name: 'comes',
      as: 'yesNo',
      label: { zh: '能不能到场', en: 'Does the party come' },
      yes: { zh: '能来', en: 'Comes' },
      no: { zh: '来不了', en: 'Cannot come' },
    },
  ],
})

export const signRecordSpec = (session: SessionView): StepSpec => ({
  step: 'signRecord',
  title: stepLabels.signRecord,
  act: { zh: '签字', en: 'Sign' },
  done: { zh: '已签字', en: 'Signed' },
  named: { sessionId: session.id },
  fields: [],
})
