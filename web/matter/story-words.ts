import type { ActionView } from '#contract/matter.ts'
import {
  channelLabels,
  closureLabels,
  fieldLabels,
  holdLabels,
  kindLabels,
  partLabels,
  routeLabels,
  satisfactionLabels,
  urgencyLabels,
  voidLabels,
} from '#contract/words/labels.ts'
import { inWords, type Language, type Sentence } from '#contract/words/language.ts'
import { linkLabels } from '#contract/words/party-labels.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { mediateSentence } from '#web/mediation/story.ts'
import { changedWords, partyWords } from '#web/party/story.ts'
import { petitionSentence } from '#web/petition/story.ts'
import { outcomeLabels, retentionWords } from './choice-words.ts'
import { settledWords } from './settled-words.ts'

/** One whole sentence for each verb; where the way it was done matters, one for each way. `{who}` is a person of the staff. */
const verbSentences: Record<Verb, Sentence> = {
  receive: { zh: '{who}登记了这件诉求（{channel}）。', en: '{who} registered this appeal ({channel}).' },
  accept: { zh: '{who}受理了这件诉求。', en: '{who} accepted the appeal.' },
  refuse: {
    zh: '{who}告知不予受理，请走：{route}。',
    en: '{who} did not accept it and named the right route: {route}.',
  },
  triage: {
    zh: '{who}研判为“{category}”（{kind}，{urgency}）。',
    en: '{who} triaged it as “{category}” ({kind}, {urgency}).',
  },
  dispatch: { zh: '{who}派给了{unit}。', en: '{who} dispatched it to {unit}.' },
  sign: { zh: '{who}签收，开始办理。', en: '{who} signed for it and began.' },
  rule: {
    zh: '{who}裁定由{unit}办理，不得再退。',
    en: '{who} ruled that {unit} handles it; it may not be returned again.',
  },
  escalate: { zh: '{who}上报给{unit}。', en: '{who} passed it up to {unit}.' },
  handDown: { zh: '{who}交办给{unit}。', en: '{who} handed it down to {unit}.' },
  handOver: { zh: '{who}移交给{colleague}经办。', en: '{who} handed it over to {colleague}.' },
  assist: { zh: '{who}请{unit}协办：{task}', en: '{who} asked {unit} to assist: {task}' },
  answerPart: { zh: '{who}答复协办：{part}。', en: '{who} answered its part: {part}.' },
  dropPart: { zh: '{who}撤回了{unit}的协办。', en: '{who} took back the part of {unit}.' },
  askHold: {
    zh: '{who}申请中止 {days} 天（{hold}）。',
    en: '{who} asked for a hold of {days} days ({hold}).',
  },
  askExtend: { zh: '{who}申请延期{span}。', en: '{who} asked for {span} more.' },
  askVoid: { zh: '{who}申请作废（{voided}）。', en: '{who} asked to void it ({voided}).' },
  grantHold: {
    zh: '{who}同意中止 {days} 天，时限停走。',
    en: '{who} granted a hold of {days} days; the clocks stand still.',
  },
  grantExtend: { zh: '{who}同意延期{span}。', en: '{who} granted {span} more.' },
  void: { zh: '{who}同意作废（{voided}）。', en: '{who} voided it ({voided}).' },
  askReview: {
    zh: '{who}对没有同意的申请提出复审，由{unit}决定。',
    en: '{who} asked for a second look at the denial, by {unit}.',
  },
  deny: { zh: '{who}没有同意申请。', en: '{who} denied the request.' },
  resume: { zh: '{who}恢复办理，时限接着走。', en: '{who} resumed; the clocks run on.' },
  expedite: { zh: '{who}催办。', en: '{who} urged it.' },
  copy: { zh: '{who}抄告{unit}。', en: '{who} copied it to {unit} for information.' },
  merge: { zh: '{who}把这件事并入 {into}。', en: '{who} joined this matter into {into}.' },
  split: {
    zh: '{who}把 {count} 位诉求人分出去，另立 {into}。',
    en: '{who} split off {count} voices as {into}.',
  },
  return: { zh: '{who}退单，认为不应由本单位办理。', en: '{who} returned it as not theirs to handle.' },
  contact: { zh: '{who}打电话联系了诉求人。', en: '{who} telephoned the person.' },
  progress: { zh: '{who}报了进展。', en: '{who} reported progress.' },
  ask: { zh: '{who}问了诉求人一个问题。', en: '{who} asked the person a question.' },
  answer: { zh: '诉求人回答了。', en: 'The person answered.' },
  submit: { zh: '{who}提交了办理结果：{outcome}。', en: '{who} submitted the result: {outcome}.' },
  verify: { zh: '{who}核实通过，接下来回访。', en: '{who} verified the result; the revisit comes next.' },
  redo: { zh: '{who}退回重办。', en: '{who} sent it back to be done again.' },
  revisit: {
    zh: '{who}回访了诉求人：{solved}，{satisfied}。',
    en: '{who} revisited the person: {solved}, {satisfied}.',
  },
  rate: { zh: '诉求人评价：{solved}，{satisfied}。', en: 'The person rated it: {solved}, {satisfied}.' },
  close: { zh: '{who}结案：{closure}。', en: '{who} closed it: {closure}.' },
  askReopen: { zh: '诉求人申请重办。', en: 'The person asked to reopen it.' },
  reopen: { zh: '{who}决定重新办理。', en: '{who} reopened it.' },
  keepClosed: { zh: '{who}维持结案，并说明了理由。', en: '{who} kept it closed and gave the reason.' },
  withdraw: { zh: '{who}按诉求人的意思撤回了诉求。', en: '{who} withdrew it at the person’s wish.' },
  join: {
    zh: '又有一位群众反映同一件事，已并入。',
    en: 'Another person raised the same matter; it was joined.',
  },
  note: { zh: '{who}写了内部备注。', en: '{who} wrote an internal note.' },
  correct: { zh: '{who}作了更正。', en: '{who} made a correction.' },
  addParty: {
    zh: '{who}登记了 {no} 号当事人：{party}。',
    en: '{who} registered party no. {no}: {party}.',
  },
  editParty: {
    zh: '{who}更正了 {no} 号当事人（{party}）：{changed}。',
    en: '{who} corrected party no. {no} ({party}): {changed}.',
  },
  removeParty: {
    zh: '{who}移除了 {no} 号当事人（{party}）。',
    en: '{who} removed party no. {no} ({party}).',
  },
  relate: {
    zh: '{who}关联了 {other}，关系：{relation}。',
    en: '{who} related it to {other}, {relation}.',
  },
  unrelate: {
    zh: '{who}解除了与 {other} 的关联（{relation}）。',
    en: '{who} took the relation to {other} away ({relation}).',
  },
  // each of its steps has a sentence of its own: web/mediation/story.ts
  mediate: { zh: '{who}推进了调解。', en: '{who} took the mediation further.' },
  // each of its steps has a sentence of its own: web/petition/story.ts
  petition: { zh: '{who}办理了信访事项。', en: '{who} took the petition further.' },
  archive: { zh: '{who}归档，保管期限：{retention}。', en: '{who} archived it; to be kept: {retention}.' },
  settleSubject: {
    zh: '{who}答复了一个个人信息请求：{subject}。',
    en: '{who} answered a request about personal data: {subject}.',
  },
}

const variants = {
  receiveByPerson: { zh: '诉求人提出了诉求（{channel}）。', en: 'The person sent this appeal ({channel}).' },
  receiveBySystem: { zh: '通过“{channel}”转来了这件诉求。', en: 'The appeal came over from: {channel}.' },
  receiveByPartner: {
    zh: '{who}送来了这件诉求（{channel}）。',
    en: '{who} brought this appeal ({channel}).',
  },
  noteByPartner: { zh: '{who}送来了补充。', en: '{who} sent something more.' },
  contactVisit: { zh: '{who}上门见了诉求人。', en: '{who} visited the person.' },
  contactMessage: { zh: '{who}发消息联系了诉求人。', en: '{who} sent the person a message.' },
  contactUnreached: {
    zh: '{who}联系诉求人，没有联系上。',
    en: '{who} tried to contact the person without reaching them.',
  },
  revisitUnreached: {
    zh: '{who}回访，没有联系上诉求人。',
    en: '{who} tried to revisit and did not reach the person.',
  },
  closeBySystem: {
    zh: '诉求人确认已解决，自动结案：{closure}。',
    en: 'The person confirmed that it is solved, so it closed: {closure}.',
  },
  joinFrom: {
    zh: '{who}并入了 {from} 的 {count} 位诉求人。',
    en: '{who} joined {count} voices of {from} into this matter.',
  },
  receiveSplit: {
    zh: '{who}从 {from} 分出这件事，单独办理。',
    en: '{who} split this matter from {from}.',
  },
  dispatchByList: {
    zh: '{who}按职责清单第 {line} 条派给了{unit}。',
    en: '{who} dispatched it to {unit} by line {line} of the responsibility list.',
  },
  dispatchOffList: {
    zh: '{who}没有按职责清单第 {line} 条，派给了{unit}。理由：{whyOther}',
    en: '{who} dispatched it to {unit}, other than line {line} of the responsibility list. Reason: {whyOther}',
  },
  withdrawByPerson: { zh: '诉求人撤回了诉求。', en: 'The person withdrew the appeal.' },
} satisfies Record<string, Sentence>

const answers: Record<'standingIn' | 'solved' | 'unsolved' | 'system' | 'somebody', Sentence> = {
  standingIn: { zh: '{name}（代{forName}）', en: '{name}, standing in for {forName},' },
  solved: { zh: '已解决', en: 'solved' },
  unsolved: { zh: '未解决', en: 'not solved' },
  system: { zh: '系统', en: 'The system' },
  somebody: { zh: '工作人员', en: 'A colleague' },
}

function sentenceFor({ verb, actor, payload }: Pick<ActionView, 'verb' | 'actor' | 'payload'>): Sentence {
  const isPerson = actor.kind === 'resident' || actor.kind === 'visitor'
  if (verb === 'mediate')
    return mediateSentence(payload['step'], actor.kind === 'party') ?? verbSentences.mediate
  if (verb === 'dispatch' && innerOf(payload, 'duty')['isFollowed'] === true) return variants.dispatchByList
  if (verb === 'dispatch' && payload['whyOther']) return variants.dispatchOffList
  if (verb === 'petition') return petitionSentence(payload['step']) ?? verbSentences.petition
  if (verb === 'receive' && payload['splitFrom']) return variants.receiveSplit
  if (verb === 'join' && payload['from']) return variants.joinFrom
  if (verb === 'receive' && isPerson) return variants.receiveByPerson
  if (verb === 'receive' && actor.kind === 'system') return variants.receiveBySystem
  if (verb === 'receive' && actor.kind === 'partner') return variants.receiveByPartner
  if (verb === 'note' && actor.kind === 'partner') return variants.noteByPartner
  if (verb === 'withdraw' && isPerson) return variants.withdrawByPerson
  if (verb === 'close' && actor.kind === 'system') return variants.closeBySystem
  if (verb === 'revisit' && payload['reached'] === false) return variants.revisitUnreached
  if (verb === 'contact' && payload['how'] === 'visit') return variants.contactVisit
  if (verb === 'contact' && payload['how'] === 'message') return variants.contactMessage
  if (verb === 'contact' && payload['how'] === 'unreached') return variants.contactUnreached
  return verbSentences[verb]
}

/** A part of the payload that is itself an object. */
function innerOf(payload: ActionView['payload'], key: string): Record<string, unknown> {
  const inner = payload[key]
  return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {}
}

const spans: Record<string, Sentence> = {
  minutes: { zh: ' {n} 小时', en: '{n} hours' },
  workMinutes: { zh: ' {n} 个办公小时', en: '{n} office hours' },
  days: { zh: ' {n} 天', en: '{n} days' },
  workDays: { zh: ' {n} 个工作日', en: '{n} working days' },
}

/** An amount in the measure of the clock it is added to. */
function spanOf(payload: ActionView['payload'], language: Language): string {
  const n = textOf(payload['amount'] ?? innerOf(payload, 'request')['amount'])
  return inWords(spans[textOf(payload['measure'])] ?? { zh: ' {n}', en: '{n}' }, language, { n })
}

/** Who acted, as a sentence begins: unit and name. */
export function whoOf(actor: ActionView['actor'], language: Language): string {
  if (actor.kind === 'system') return answers.system[language]
  const { forName } = actor
  const own = actor.name ?? answers.somebody[language]
  const name = forName === undefined ? own : inWords(answers.standingIn, language, { name: own, forName })
  if (!actor.unitName) return name
  return language === 'zh'
    ? `${actor.unitName}${actor.name ? ` ${name} ` : ''}`
    : `${name} (${actor.unitName})`
}

/** A fact of a payload as text; anything that is no text or number leaves nothing. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

type Names = { categoryOf: (code: string) => string | undefined }

/** One action of the story as a sentence. In: the action, the language, and what category codes are called. */
export function actionSentence(
  action: Pick<ActionView, 'verb' | 'actor' | 'payload'>,
  language: Language,
  { categoryOf }: Names,
): string {
  const { payload } = action
  const label = (table: Record<string, Sentence>, key: unknown) => table[textOf(key)]?.[language] ?? ''
  const code = textOf(payload['categoryCode'])
  return inWords(sentenceFor(action), language, {
    who: whoOf(action.actor, language),
    channel: label(channelLabels, payload['channel']),
    route: label(routeLabels, payload['route']),
    category: categoryOf(code) ?? code,
    kind: label(kindLabels, payload['kind']),
    urgency: label(urgencyLabels, payload['urgency']),
    unit: textOf(payload['unitName']),
    outcome: label(outcomeLabels, payload['outcome']),
    solved: answers[payload['solved'] === true ? 'solved' : 'unsolved'][language],
    satisfied: label(satisfactionLabels, payload['satisfied']),
    closure: label(closureLabels, payload['closureKind']),
    colleague: textOf(payload['accountName']),
    task: textOf(payload['task']),
    part: label(partLabels, payload['outcome']),
    days: textOf(payload['days'] ?? innerOf(payload, 'request')['amount']),
    hold: label(holdLabels, payload['why']),
    voided: label(voidLabels, payload['why'] ?? innerOf(payload, 'request')['why']),
    span: spanOf(payload, language),
    into: textOf(payload['intoNumber']),
    from: textOf(innerOf(payload, 'splitFrom')['number'] ?? innerOf(payload, 'from')['number']),
    count: textOf(
      payload['voices'] ?? (Array.isArray(payload['appealIds']) ? payload['appealIds'].length : ''),
    ),
    line: textOf(innerOf(payload, 'duty')['no']),
    whyOther: textOf(payload['whyOther']),
    no: textOf(payload['no']),
    party: partyWords(payload, language),
    changed: changedWords(payload['changed'], language),
    other: [textOf(payload['otherNumber']), textOf(payload['otherTitle'])].filter(Boolean).join(' '),
    relation: label(linkLabels, payload['relation']),
    subject: settledWords(payload)[language],
    retention: retentionWords(textOf(payload['retention']), language),
  })
}

const quoted = [
  'tried',
  'result',
  'text',
  'question',
  'reason',
  'instruction',
  'summary',
  'note',
  'addendum',
] as const

/** What was written with the action, to stand below its sentence. */
export function quoteOf({ verb, payload }: Pick<ActionView, 'verb' | 'payload'>): string | undefined {
  if (verb === 'receive') return undefined
  const key =
    verb === 'rate' ? 'words' : quoted.find((one) => typeof payload[one] === 'string' && payload[one] !== '')
  const text = key === undefined ? undefined : payload[key]
  return typeof text === 'string' && text !== '' ? text : undefined
}

export type Change = { field: string; before: string; after: string }
const labelTables: Record<string, Record<string, Sentence>> = { kind: kindLabels, urgency: urgencyLabels }

/** What a triage or a correction changed: field, before, after, in words. */
export function changesOf(
  { payload }: Pick<ActionView, 'payload'>,
  language: Language,
  { categoryOf }: Names,
): Change[] {
  const before = payload['before'] as Record<string, unknown> | undefined
  if (!before) return []
  const shown = (field: string, value: unknown): string => {
    const text = textOf(value)
    if (field === 'categoryCode') return categoryOf(text) ?? text
    return labelTables[field]?.[text]?.[language] ?? text
  }
  return Object.keys(before)
    .filter((field) => payload[field] !== undefined && payload[field] !== before[field])
    .map((field) => ({
      field: fieldLabels[field as 'title']?.[language] ?? field,
      before: shown(field, before[field]),
      after: shown(field, payload[field]),
    }))
}
