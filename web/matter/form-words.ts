import type { Verb } from '#domain/matter/moves.ts'
import { type Sentence, sentences } from '#web/lib/words.ts'

/** What each verb means for everybody, said before it is done. */
export const verbHints: Partial<Record<Verb, Sentence>> = {
  accept: {
    zh: '受理后，群众会收到告知，并开始计派单时限。',
    en: 'The person is told, and the time to dispatch begins.',
  },
  refuse: {
    zh: '要给群众指一条走得通的路。理由会原样给群众看。',
    en: 'Name a route that will work. The person reads the reason as you write it.',
  },
  triage: { zh: '定准类别和分类，才能派对单位。', en: 'The right kind and category lead to the right unit.' },
  dispatch: {
    zh: '派出后对方马上看到，签收、联系、办理时限同时开始。',
    en: 'The unit sees it at once, and its clocks start.',
  },
  sign: {
    zh: '签收后由你们单位办理，群众会看到。',
    en: 'Your unit handles it from now on, and the person sees that.',
  },
  return: {
    zh: '同一单位只能退一次，请写明应由谁办、依据是什么。',
    en: 'A unit may return once. Say who should handle it and on what ground.',
  },
  contact: {
    zh: '记下联系情况。联系不上也请如实记。',
    en: 'Put on record how you spoke. If you did not reach the person, say so.',
  },
  progress: { zh: '让群众知道办到哪一步了。', en: 'Let the person know how far it is.' },
  ask: {
    zh: '问题会出现在群众的查询页面，请用大白话。办理时限照常走。',
    en: 'The question shows on the person’s tracking page. Use plain words. The clock goes on.',
  },
  submit: {
    zh: '交中心核实，结果会原样给群众看。',
    en: 'It goes to the centre for checking. The person reads the result as you write it.',
  },
  verify: { zh: '核实结果属实，转回访。', en: 'The result is true; the revisit comes next.' },
  redo: {
    zh: '退回原承办单位，重新计办理时限。',
    en: 'It goes back to the unit that handled it, with a new limit.',
  },
  revisit: {
    zh: '问两件事：解决了没有？满意不满意？',
    en: 'Ask two things: is it solved? are you satisfied?',
  },
  close: {
    zh: '按真实情况选结案类型。说明会给群众看。',
    en: 'Choose the true closure kind. The person reads the summary.',
  },
  reopen: {
    zh: '回到中心重新派单，原来的经过都保留。',
    en: 'It goes back to the centre to be dispatched; its story stays.',
  },
  keepClosed: {
    zh: '理由会给群众看，请写清楚、写客气。',
    en: 'The person reads the reason. Be clear and kind.',
  },
  withdraw: {
    zh: '只在诉求人明确表示不用办了时使用。',
    en: 'Only when the person has clearly said that nothing need be done.',
  },
  note: { zh: '只有工作人员能看到。', en: 'Only staff can see it.' },
  correct: {
    zh: '原来的写法会保留，改前改后都看得到。',
    en: 'What stood there before is kept; both are shown.',
  },
}

export const formWords = sentences({
  confirm: { zh: '确认{verb}', en: 'Confirm: {verb}' },
  later: { zh: '先不做', en: 'Not now' },
  keptDraft: { zh: '上次写到一半的内容还在。', en: 'What you began last time is still here.' },
  startOver: { zh: '清空重写', en: 'Start over' },
  news: {
    zh: '你填写期间有新情况，你写的都还在：',
    en: 'There is news since you began; everything you wrote is kept:',
  },
  notNowAnyMore: {
    zh: '现在不能做这一步了。你写的内容还在下面，可以复制出来用。',
    en: 'This step is no longer possible. What you wrote is kept below to copy.',
  },
  done: { zh: '{verb}：已完成', en: '{verb}: done' },
  sending: { zh: '正在提交…', en: 'Sending…' },
  note: { zh: '说明', en: 'Note' },
  reason: { zh: '理由', en: 'Reason' },
  route: { zh: '正确途径', en: 'Right route' },
  title: { zh: '标题', en: 'Title' },
  titleHint: { zh: '一句话说清是什么事、在哪里', en: 'What it is and where, in one line' },
  kind: { zh: '类别', en: 'Kind' },
  category: { zh: '分类', en: 'Category' },
  categoryFind: { zh: '输入文字查找分类', en: 'Type to find a category' },
  urgency: { zh: '紧急程度', en: 'Urgency' },
  unit: { zh: '承办单位', en: 'Unit' },
  unitFind: { zh: '搜索承办单位', en: 'Search units' },
  unitOpen: { zh: '在办 {count} 件', en: '{count} open' },
  unitNone: { zh: '没有符合的单位，换个词试试。', en: 'No unit fits. Try another word.' },
  instruction: { zh: '办理要求', en: 'Instruction' },
  instructionHint: {
    zh: '例如：请先上门看现场，拍照回传',
    en: 'For example: see the place first and send a photo',
  },
  contactHow: { zh: '怎么联系的', en: 'How' },
  contactNote: { zh: '联系情况', en: 'What was said' },
  progressText: { zh: '办到哪一步了', en: 'How far it is' },
  toPerson: { zh: '让群众看到这条进展', en: 'Show this to the person' },
  question: { zh: '要问的问题', en: 'Question' },
  questionHint: {
    zh: '一次问一件事，例如：漏水是白天还是晚上？',
    en: 'One thing at a time, for example: does it leak by day or by night?',
  },
  outcome: { zh: '结果如何', en: 'Outcome' },
  result: { zh: '办理结果', en: 'Result' },
  resultHint: {
    zh: '做了什么、现在怎样、群众要注意什么',
    en: 'What was done, how it is now, what the person should know',
  },
  reached: { zh: '联系上了吗', en: 'Was the person reached?' },
  reachedYes: { zh: '联系上了', en: 'Reached' },
  reachedNo: { zh: '没有联系上', en: 'Not reached' },
  how: { zh: '方式', en: 'How' },
  howPhone: { zh: '电话', en: 'Telephone' },
  howVisit: { zh: '上门', en: 'Visit' },
  howMessage: { zh: '消息', en: 'Message' },
  solved: { zh: '解决了吗', en: 'Is it solved?' },
  solvedYes: { zh: '已解决', en: 'Solved' },
  solvedNo: { zh: '未解决', en: 'Not solved' },
  satisfied: { zh: '满意吗', en: 'Is the person satisfied?' },
  revisitNote: { zh: '群众怎么说', en: 'What the person said' },
  closureKind: { zh: '结案类型', en: 'Closure kind' },
  summary: { zh: '结案说明', en: 'Closing summary' },
  text: { zh: '备注内容', en: 'Note' },
  mentions: { zh: '@ 提到同事', en: '@ Name colleagues' },
  mentionsHint: {
    zh: '只列出能看到这件事的人，他们会收到提醒',
    en: 'Only those who may see this matter are listed; they are told',
  },
  mentionFind: { zh: '输入姓名或拼音', en: 'Type a name or its pinyin' },
  unmention: { zh: '不提 {name}', en: 'Do not name {name}' },
  placeText: { zh: '具体位置', en: 'Exact spot' },
  now: { zh: '现在是：{value}', en: 'Now: {value}' },
  files: { zh: '照片和文件', en: 'Photos and files' },
})
