import { sentences } from '#web/lib/words.ts'

export const openWords = sentences({
  opened: { zh: '已受理，开始征求意愿', en: 'Opened; now the parties are asked' },
  stage: { zh: '法院到哪一步了', en: 'Where the court stands' },
  obstacles: { zh: '有没有不能调解的情形', en: 'Does anything stand against it' },
  obstaclesHint: {
    zh: '都没有就不用勾。勾了就知道能不能这样调、该走哪条路。',
    en: 'Tick none if there is none. What you tick tells at once whether it may be mediated, and where to go instead.',
  },
  article: { zh: '依据：{article}', en: 'By {article}' },
  otherType: { zh: '不妨碍“{type}”。', en: 'This does not stand against {type}.' },
  stands: {
    zh: '有“{what}”的情形，不能作“{type}”。请告知当事人：{routes}。',
    en: '“{what}” stands against {type}. Tell the person: {routes}.',
  },
  parties: { zh: '哪些当事人', en: 'Between whom' },
  partiesHint: {
    zh: '从这件事的当事人里选。代理人和监护人不用选，他们替本人办理。',
    en: 'Among the parties of the matter. Agents and guardians act for them and are not chosen.',
  },
  a: { zh: '甲方', en: 'side A' },
  b: { zh: '乙方', en: 'side B' },
  third: { zh: '第三方', en: 'beside them' },
  noneA: {
    zh: '甲方还没有人。请选上，或先在“当事人”里登记申请人。',
    en: 'Side A has nobody yet. Choose somebody, or register the applicant among the parties first.',
  },
  noneB: {
    zh: '乙方还没有人。请选上，或先在“当事人”里登记对方。',
    en: 'Side B has nobody yet. Choose somebody, or register the other side among the parties first.',
  },
  mediators: { zh: '谁来调解', en: 'Who mediates' },
  mediatorsHint: {
    zh: '复杂的可以两位以上；其中一位主持。',
    en: 'Two or more for what is difficult; one of them leads.',
  },
  language: { zh: '当事人说什么语言', en: 'What a party speaks' },
  anyLanguage: { zh: '没有特别需要', en: 'nothing out of the ordinary' },
  mediatorsOrder: {
    zh: '排在前面的更合适，理由写在后面；由您决定。',
    en: 'Those who suit best stand first, with the reasons; you decide.',
  },
  noMediators: { zh: '没有可以调解这件事的同事。', en: 'Nobody here may mediate this matter.' },
  lead: { zh: '谁主持', en: 'Who leads' },
  committeeHint: { zh: '文号和印章用哪个调委会的。', en: 'Whose number and seal it bears.' },
  requestsHint: { zh: '一行写一项。', en: 'One in a line.' },
})
