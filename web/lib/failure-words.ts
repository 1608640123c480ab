import { refusals, sentenceOf } from '#contract/refusals.ts'
import { closureLabels, roleLabels, routeLabels, stateLabels } from '#contract/words/labels.ts'
import { inWords, type Language, type Sentence } from '#contract/words/language.ts'
import { powerLabels } from '#contract/words/mediation-labels.ts'
import { FaultError, OfflineError, RefusalError } from './failures.ts'
import { fieldWords } from './field-words.ts'
import { type Facts, sentences } from './words.ts'

const own = sentences({
  offline: {
    zh: '网络断开了，没有送出去。你填的内容已存在这台设备上，联网后点“再试一次”，不会重复提交。',
    en: 'There is no connection, so this was not sent. What you wrote is kept on this device. Try again when you are online; it will not be sent twice.',
  },
  fault: {
    zh: '这一步没有做成，原因在我们这边，已保存的内容都安全。请稍后再试；如果还不行，请把编号 {id} 告诉管理员。',
    en: 'This did not work, and the cause is on our side. Everything saved is safe. Try again in a while; if it fails again, give your administrator the number {id}.',
  },
  away: {
    zh: '系统正在恢复，这一步可能还没有办成。你填的内容还在，过几秒点“再试一次”，不会重复提交；一直不行请把编号 {id} 告诉管理员。',
    en: 'The system is recovering, and this may not be done yet. What you wrote is kept. Try again in a few seconds; it will not be sent twice. If it goes on, give your administrator the number {id}.',
  },
  hintUuid: { zh: '请从列表中重新选择。', en: 'please choose again from the list.' },
  hintPhone: {
    zh: '请填写 5 到 16 位数字的电话号码。',
    en: 'please give a telephone number of 5 to 16 digits.',
  },
  hintLogin: {
    zh: '用 2 至 40 位小写字母、数字、点或横线，以字母或数字开头。',
    en: 'use 2 to 40 small letters, digits, dots or dashes, beginning with a letter or digit.',
  },
  hintUnitCode: {
    zh: '用 1 至 12 位数字或大写字母。',
    en: 'use 1 to 12 digits or capital letters.',
  },
  hintPinyin: { zh: '只用小写字母、数字和空格。', en: 'use small letters, digits and spaces only.' },
  hintMail: { zh: '请填写完整的邮箱地址。', en: 'please give a whole e-mail address.' },
  hintCode: {
    zh: '请用 2 至 8 位数字或大写字母。',
    en: 'please use 2 to 8 digits or capital letters.',
  },
  hintChoose: { zh: '请从给出的选项中选择。', en: 'please choose one of the options.' },
  hintPersons: { zh: '只有个人才填这一项。', en: 'this is for persons only.' },
  hintOrganisations: { zh: '只有单位才填这一项。', en: 'this is for organisations only.' },
  hintOther: { zh: '请核对后再提交。', en: 'please check it and send again.' },
})

const hints: Record<string, Sentence> = {
  uuid: own.hintUuid,
  phone: own.hintPhone,
  login: own.hintLogin,
  unitCode: own.hintUnitCode,
  pinyin: own.hintPinyin,
  mail: own.hintMail,
  code: own.hintCode,
  invalid_value: own.hintChoose,
  persons: own.hintPersons,
  organisations: own.hintOrganisations,
}

/** Facts that are codes of ours, and what each is called. */
const codeLabels: Record<string, Readonly<Record<string, Sentence>>> = {
  state: stateLabels,
  role: roleLabels,
  closure: closureLabels,
  route: routeLabels,
  power: powerLabels,
}

/** The last step of a path such as `input.reason`: the name of the field in the form. */
export function fieldOf(path: string | undefined): string | undefined {
  return path?.split('.').findLast((step) => !/^\d+$/.test(step))
}

function factsOf(error: RefusalError, language: Language): Facts {
  const facts: Record<string, string | number> = { ...error.refusal.facts }
  const name = fieldOf(String(facts['field'] ?? error.refusal.field ?? ''))
  if (name) facts['field'] = fieldWords[name]?.[language] ?? name
  if ('hint' in facts || error.refusal.refused === 'badInput')
    facts['hint'] = inWords(hints[String(facts['hint'])] ?? own.hintOther, language)
  for (const [fact, labels] of Object.entries(codeLabels)) {
    const label = labels[String(facts[fact])]
    if (label) facts[fact] = label[language]
  }
  return facts
}

/** Any error in words of the reader's language: what happened, what is safe, what to do next. */
export function failureWords(error: unknown, language: Language): string {
  if (error instanceof OfflineError) return inWords(own.offline, language)
  if (error instanceof RefusalError && error.refusal.refused in refusals)
    return sentenceOf({ refused: error.refusal.refused, facts: factsOf(error, language) }, language)
  const id = (error as { requestId?: string } | undefined)?.requestId ?? '—'
  const isAway = error instanceof FaultError && error.status === 503
  return inWords(isAway ? own.away : own.fault, language, { id })
}
