import type { Row } from './row.ts'

/** The refusals of requests about one's own data. */
export const subjectRefusals = {
  subjectAsked: {
    status: 409,
    zh: '同样的请求已经提交过一个，正在等答复。答复以后可以再提。',
    en: 'A request of this kind is waiting for its answer. You can send another one after that.',
  },
  subjectErased: {
    status: 409,
    zh: '这件诉求里的个人信息已经删除或封存，没有可以更正或删除的了。',
    en: 'The personal data in this appeal has been erased or put under lock; nothing is left to correct or erase.',
  },
  notOwnVoice: {
    status: 403,
    zh: '这件诉求是别人替您反映的，里面的联系信息属于那个人。要查您自己的信息，请到受理单位当面提出。',
    en: 'Somebody else brought this appeal for you, and the contact in it is theirs. For your own data please ask at the office in person.',
  },
  subjectAnswered: {
    status: 409,
    zh: '这个请求已经答复过了，不能再改。',
    en: 'This request has been answered; the answer is not changed any more.',
  },
  outcomeNotNow: {
    status: 409,
    zh: '现在不能这样答复：事情还在办理或档案还在保管期内。请按页面上列出的方式答复。',
    en: 'It cannot be answered this way now: the matter is being handled, or its file is being kept. Choose one of the ways shown.',
  },
  checkFirst: {
    status: 422,
    zh: '更正或删除前，要先核实提出请求的就是本人。请选择核实方式。',
    en: 'Before anything is corrected or erased it has to be sure who asks. Choose how you made sure.',
  },
} as const satisfies Record<string, Row>
