import type { Sentence } from '#contract/words/language.ts'
import type { ClockKind } from '#domain/matter/clocks.ts'
import { type Counted, sentences } from '#web/lib/words.ts'

export const deskWords = sentences({
  overLong: {
    zh: '已有 {count} 字，最多 {max} 字，多出 {over} 字。内容都还在，请删减，或把原文作为附件。',
    en: '{count} characters, {over} more than the {max} that fit. Nothing is lost: shorten it, or attach the original.',
  },
  keptDraft: { zh: '上次没写完的内容还在。', en: 'What you did not finish last time is still here.' },
  startOver: { zh: '清空重写', en: 'Clear and start over' },
  otherPhones: {
    zh: '只登记第一个号码；其余的（{phones}）请写进内容里。',
    en: 'Only the first number is kept; write the others ({phones}) into the text.',
  },
  onBehalf: { zh: '代谁反映', en: 'Speaks for' },
  forSelf: { zh: '本人反映', en: 'themselves' },
  forOther: { zh: '代{relation}反映', en: 'the person: {relation} speaking' },
  // the paper of another office
  externalNo: { zh: '对方文号', en: 'Their number' },
  externalNoHint: { zh: '警情号、案号、信访件号等', en: 'As it stands on the paper' },
  senderName: { zh: '移交单位', en: 'Sending office' },
  paperOn: { zh: '来文日期', en: 'Date of the paper' },
  senderDueOn: { zh: '对方要求回复日', en: 'They want an answer by' },
  paperHere: { zh: '这个文号已经登记过：', en: 'This number is here already:' },
  paperElsewhere: {
    zh: '这个文号已在别的辖区登记过，请核对。',
    en: 'This number was registered in another area. Please check it.',
  },
  // what is proposed
  category: { zh: '分类', en: 'Category' },
  proposed: { zh: '按内容建议：{kind}、{urgency}', en: 'Proposed from the words: {kind}, {urgency}' },
  proposedCategory: { zh: '建议分类：{category}', en: 'Proposed category: {category}' },
  because: { zh: '因为提到', en: 'because of' },
  adopt: { zh: '采用', en: 'Adopt' },
  noCategory: { zh: '不定分类', en: 'No category yet' },
  likely: { zh: '可能由谁办', en: 'Who would handle it' },
  likelyLead: { zh: '只是建议，选了才派。', en: 'A proposal only; nothing is dispatched unless you say so.' },
  likelyFind: { zh: '找别的单位', en: 'Find another unit' },
  likelyNeeds: {
    zh: '选好所在地，这里会给出建议的承办单位。',
    en: 'Choose the place, and the likely units appear here.',
  },
  dispatchNeeds: { zh: '登记并派单，还要先定分类。', en: 'To dispatch at once, choose the category first.' },
  registerTo: { zh: '登记并派给{unit}', en: 'Register and dispatch to {unit}' },
  // similar ones
  similar: { zh: '可能是同一件事', en: 'Perhaps the same thing' },
  similarNone: {
    zh: '还没有相似的事。边写边找，只找没办结的。',
    en: 'Nothing similar so far. Open matters are looked through while you type.',
  },
  joinThis: { zh: '并入这件', en: 'Add to this one' },
  joinByKey: { zh: '并入这件（Alt+{digit}）', en: 'Add to this one (Alt+{digit})' },
  joining: {
    zh: '将并入 {number}“{title}”，不另立新件；群众有自己的查询码。',
    en: 'This will be added to {number} “{title}” instead of making a new one; the person gets a code of their own.',
  },
  insist: { zh: '还是另立新件', en: 'Make a new one after all' },
  registerJoin: { zh: '登记并入 {number}', en: 'Register into {number}' },
  keys: {
    zh: 'Ctrl+回车登记，Ctrl+Shift+回车登记并派单，Alt+数字并入相似的事',
    en: 'Ctrl+Enter registers, Ctrl+Shift+Enter dispatches too, Alt+digit joins a similar one',
  },
  // said before
  saidMore: { zh: '另有 {count} 件', en: '{count} more' },
  leaves: { zh: '在新窗口打开', en: 'opens in a new window' },
  // the slip
  slipTitle: { zh: '诉求登记回执', en: 'Receipt of your appeal' },
  holder: { zh: '现在由谁办', en: 'Now with' },
  expects: { zh: '接下来', en: 'Next' },
  scan: { zh: '扫码看进展', en: 'Scan to follow' },
  qrLabel: { zh: '查看进展的二维码', en: 'QR code that opens the progress' },
  how: {
    zh: '怎么查：扫上面的码，或打开 {url} 输入查询码；也可以拿本回执到窗口问。',
    en: 'To follow: scan the code, or open {url} and enter the query code; or ask at any desk with this slip.',
  },
  codeIsYours: {
    zh: '查询码是您的凭证，请保管好，不要给别人看。',
    en: 'The code is yours alone. Keep it, and show it to nobody.',
  },
  codeHidden: {
    zh: '诉求人要求保密，查询码不在这里显示。',
    en: 'The person asked for secrecy, so the code is not shown here.',
  },
  spokenFor: {
    zh: '本件由{relation}代为反映。',
    en: 'Raised on behalf of the person by: {relation}.',
  },
  joined: {
    zh: '您反映的事已有人反映，正在一并办理；这个查询码只属于您。',
    en: 'Others raised the same thing and it is handled together; this code is yours alone.',
  },
  paper: { zh: '纸张', en: 'Paper' },
  paperA4: { zh: 'A4 纸', en: 'A4' },
  paperRoll: { zh: '80 毫米小票', en: '80 mm roll' },
  print: { zh: '打印回执', en: 'Print the slip' },
  nextKeys: { zh: '也可以按 Ctrl+回车', en: 'or press Ctrl+Enter' },
  reprint: { zh: '补打回执', en: 'Print the slip again' },
  reprintLead: {
    zh: '补打会留下记录。请只交给诉求人本人或其代理人。',
    en: 'Printing it again is put on record. Hand it to the person or their agent only.',
  },
})

export const saidWords: Counted = {
  zh: '此号码曾反映 {count} 件：',
  en: 'This number raised {count} matters before:',
  one: 'This number raised one matter before:',
}

/** What the person may expect first, by the clock that runs. */
export const expectations: Partial<Record<ClockKind, Sentence>> = {
  contact: { zh: '最迟 {due} 会有人与您联系', en: 'somebody will contact you by {due}' },
  accept: { zh: '最迟 {due} 答复是否受理', en: 'you will hear by {due} whether it is taken on' },
  dispatch: { zh: '最迟 {due} 交给承办单位', en: 'it goes to the unit that handles it by {due}' },
  handle: { zh: '最迟 {due} 答复办理结果', en: 'you will hear the result by {due}' },
}
