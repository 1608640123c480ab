import {
  channelLabels,
  clockLabels,
  kindLabels,
  levelLabels,
  stateLabels,
  urgencyLabels,
} from '#contract/words/labels.ts'
import { inWords, type Language, type Sentence } from '#contract/words/language.ts'
import { limitedStepLabels, whistleKindLabels } from '#contract/words/whistle.ts'
import type { LimitRule } from '#domain/matter/clocks.ts'
import type { Limit } from '#domain/matter/due.ts'
import type { ProfileChange } from '#domain/profile/changes.ts'
import type { ProfileProblem } from '#domain/profile/check.ts'
import type { Profile } from '#domain/profile/profile.ts'
import { type SettingName, settingOf } from '#domain/profile/settings.ts'
import { type LimitedStep, type StepRule, whistleKinds } from '#domain/whistle/limits.ts'
import { type Counted, counted, sentences } from '#web/lib/words.ts'
import { retentionWords } from '#web/matter/choice-words.ts'
import { clockTimeOf } from './hours.ts'

const amounts: Record<Limit['unit'] | 'hours' | 'workHours', Counted> = {
  minutes: { zh: '{count} 分钟', en: '{count} minutes', one: '{count} minute' },
  hours: { zh: '{count} 小时', en: '{count} hours', one: '{count} hour' },
  workMinutes: { zh: '{count} 分钟（工作时间）', en: '{count} office minutes', one: '{count} office minute' },
  workHours: { zh: '{count} 小时（工作时间）', en: '{count} office hours', one: '{count} office hour' },
  days: { zh: '{count} 天', en: '{count} days', one: '{count} day' },
  workDays: { zh: '{count} 个工作日', en: '{count} working days', one: '{count} working day' },
}

/** A limit as people say it: whole hours as hours. */
export function limitWords({ amount, unit }: Limit, language: Language): string {
  const isHours = (unit === 'minutes' || unit === 'workMinutes') && amount >= 60 && amount % 60 === 0
  const [name, count] = isHours
    ? [unit === 'minutes' ? ('hours' as const) : ('workHours' as const), amount / 60]
    : [unit, amount]
  return inWords(counted(amounts[name], count), language, { count })
}

const words = sentences({
  otherwise: { zh: '其他情况', en: 'Otherwise' },
  rule: { zh: '{when}：{clock} {limit}', en: '{when}: {clock} within {limit}' },
  added: { zh: '新增：{rule}', en: 'Added: {rule}' },
  removed: { zh: '去掉：{rule}', en: 'Removed: {rule}' },
  limit: { zh: '{rule}（原来 {was}）', en: '{rule} (was {was})' },
  source: { zh: '依据改了：{rule}', en: 'Another source: {rule}' },
  order: { zh: '“{clock}”各条的先后变了', en: 'The lines of “{clock}” stand in another order' },
  setting: { zh: '{is}（原来：{was}）', en: '{is} (was: {was})' },
  noLast: {
    zh: '“{clock}”缺一条不带条件的，请加在最后：不然处于“{states}”的事项没有时限。',
    en: '“{clock}” needs a last line without a condition: without it matters wait in “{states}” with no time.',
  },
  badAmount: {
    zh: '“{rule}”：数要是 1 到 {max} 的整数。',
    en: '“{rule}”: the amount has to be a whole number from 1 to {max}.',
  },
  outOfRange: {
    zh: '“{setting}”要在 {min} 到 {max} 之间。',
    en: '“{setting}” has to lie between {min} and {max}.',
  },
  step: { zh: '{kind}的{step}：{is}（原来 {was}）', en: '{kind}, {step}: {is} (was {was})' },
  stepSource: { zh: '依据改了：哨令的{step}', en: 'Another source: {step} of whistles' },
  badStep: {
    zh: '“{setting}”里{kind}的“{step}”：数要是 1 到 {max} 的整数，不然这一步没有时限。',
    en: '“{setting}”, {kind}, “{step}”: a whole number from 1 to {max}, or the step has no time.',
  },
  badPlanDays: {
    zh: '“{setting}”里的{kind}：要是 {min} 到 {max} 的整数。',
    en: '“{setting}”, {kind}: a whole number from {min} to {max}.',
  },
  badHours: {
    zh: '“{setting}”有误：一至四段，从早到晚，不重叠。',
    en: '“{setting}”: one to four spans, from early to late, that do not overlap.',
  },
  badClasses: {
    zh: '“{setting}”有误：一至十类，名称各不相同，年数是 1 到 200 的整数，永久的空着。',
    en: '“{setting}”: one to ten classes with names of their own, kept for 1 to 200 whole years, or left empty for ever.',
  },
  badWeights: {
    zh: '四个比率的权重加起来要正好 100，现在是 {sum}。',
    en: 'The weights of the four rates have to be 100 together; they are {sum}.',
  },
  badRates: {
    zh: '“{setting}”有误：每级最多一条，金额是 0 到 10,000 元，一般不高于疑难、疑难不高于重大。',
    en: '“{setting}”: one line a level, amounts from 0 to 10,000 yuan, that do not fall from ordinary to major.',
  },
  unreachable: {
    zh: '“{rule}”永远用不上：前面的“{by}”已经把它包住了。可以往前移，或者去掉。',
    en: '“{rule}” can never count: “{by}” before it takes everything. Move it up or remove it.',
  },
})

const or = { zh: '”“', en: '”, “' }
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The conditions of a line: `投诉、紧急`. */
function whenWords({ level, kind, urgency, channel }: LimitRule, language: Language): string {
  const labels: (Sentence | undefined)[] = [
    channel && channelLabels[channel],
    urgency && urgencyLabels[urgency],
    kind && kindLabels[kind],
    level && levelLabels[level],
  ]
  const said = labels.filter((label) => label !== undefined).map((label) => label[language])
  if (said.length === 0) return words.otherwise[language]
  return language === 'zh' ? said.join('、') : capital(said.join(', '))
}

/** One line of the limits in a sentence: `矛盾纠纷：办理 30 天`. */
export function ruleWords(rule: LimitRule, language: Language): string {
  return inWords(words.rule, language, {
    when: whenWords(rule, language),
    clock: clockLabels[rule.clock][language],
    limit: limitWords(rule.limit, language),
  })
}

type SettingWords = { name: Sentence; says: Sentence }

/** What each figure is called and what it says. A new figure does not compile without its words. */
export const settingWords: Record<SettingName, SettingWords> = {
  warnShare: {
    name: { zh: '提醒', en: 'Warning' },
    says: {
      zh: '时限用掉 {value} 时提醒承办人',
      en: 'The holder is warned when {value} of a limit has passed',
    },
  },
  overShare: {
    name: { zh: '严重超时', en: 'Far overdue' },
    says: { zh: '用到时限的 {value} 时算严重超时', en: 'At {value} of a limit it is far overdue' },
  },
  officeHours: {
    name: { zh: '上班时间', en: 'Office hours' },
    says: { zh: '上班时间 {value}', en: 'Office hours {value}' },
  },
  returnWorkDays: {
    name: { zh: '退单', en: 'Returning' },
    says: { zh: '派单后 {value} 个工作日内可以退单', en: 'A unit may return within {value} working days' },
  },
  reopenDays: {
    name: { zh: '申请重办', en: 'Asking to reopen' },
    says: {
      zh: '结案后 {value} 天内可以申请重办',
      en: 'The person may ask to reopen for {value} days after closing',
    },
  },
  returnsBeforeRuling: {
    name: { zh: '裁定', en: 'Ruling' },
    says: {
      zh: '一轮里退单满 {value} 次，就由中心裁定',
      en: 'After {value} returns in a round the centre rules',
    },
  },
  extensionsMost: {
    name: { zh: '延期', en: 'Extensions' },
    says: { zh: '一轮里最多延期 {value} 次', en: 'At most {value} extensions in a round' },
  },
  holdDaysMost: {
    name: { zh: '挂起', en: 'Hold' },
    says: { zh: '挂起最长 {value} 天', en: 'A hold lasts {value} days at most' },
  },
  retention: {
    name: { zh: '保管期限', en: 'Retention' },
    says: { zh: '归档后保管：{value}', en: 'Kept in the archive: {value}' },
  },
  subsidy: {
    name: { zh: '以案定补', en: 'Subsidy by case' },
    says: { zh: '一件（一般/疑难/重大）：{value}', en: 'A case (ordinary/difficult/major): {value}' },
  },
  whistleLimits: {
    name: { zh: '哨令各步时限', en: 'Limits of whistles' },
    says: { zh: '每种哨每一步多久：{value}', en: 'How long each step of a whistle takes: {value}' },
  },
  whistlePlanDays: {
    name: { zh: '哨令办理计划', en: 'Plans of whistles' },
    says: {
      zh: '部门的办理计划最多排到之后几个工作日：{value}',
      en: 'Working days that a department’s plan may reach ahead: {value}',
    },
  },
  whistleFarShare: {
    name: { zh: '哨令严重超时', en: 'Whistles far overdue' },
    says: { zh: '用到一步时限的 {value} 时算严重超时', en: 'At {value} of a step’s limit it is far overdue' },
  },
  weightResponse: {
    name: { zh: '响应率权重', en: 'Weight of response' },
    says: { zh: '考核里响应率占 {value} 分', en: 'Response weighs {value} of 100' },
  },
  weightSolution: {
    name: { zh: '解决率权重', en: 'Weight of solution' },
    says: { zh: '考核里解决率占 {value} 分', en: 'Solution weighs {value} of 100' },
  },
  weightSatisfaction: {
    name: { zh: '满意率权重', en: 'Weight of satisfaction' },
    says: { zh: '考核里满意率占 {value} 分', en: 'Satisfaction weighs {value} of 100' },
  },
  weightOnTime: {
    name: { zh: '按时办结率权重', en: 'Weight of on time' },
    says: { zh: '考核里按时办结率占 {value} 分', en: 'On time weighs {value} of 100' },
  },
  basicallyShare: {
    name: { zh: '基本满意折算', en: 'Basically satisfied' },
    says: { zh: '基本满意按满意的 {value} 计入', en: 'Basically satisfied counts {value} of satisfied' },
  },
  fewestCases: {
    name: { zh: '最少件数', en: 'Fewest cases' },
    says: {
      zh: '不满 {value} 件不显示比率，只列数',
      en: 'Under {value} cases no rate is shown, only counts',
    },
  },
  freezeWorkDay: {
    name: { zh: '按月冻结', en: 'Monthly freeze' },
    says: {
      zh: '次月第 {value} 个工作日冻结上月的数',
      en: 'A month is frozen on working day {value} of the next',
    },
  },
  exclusionAskDays: {
    name: { zh: '申请剔除', en: 'Asking for an exclusion' },
    says: {
      zh: '结案后 {value} 个工作日内可以申请剔除',
      en: 'A unit may ask within {value} working days after closing',
    },
  },
  exclusionVoteDays: {
    name: { zh: '剔除表决', en: 'Voting on an exclusion' },
    says: { zh: '评议组在 {value} 个工作日内表决', en: 'The panel votes within {value} working days' },
  },
  exclusionAppealDays: {
    name: { zh: '剔除复核', en: 'Appeal for an exclusion' },
    says: {
      zh: '未通过的 {value} 个工作日内可以申请复核一次',
      en: 'A refusal may be appealed once within {value} working days',
    },
  },
  revisitTries: {
    name: { zh: '回访', en: 'Revisit' },
    says: {
      zh: '联系 {value} 次仍联系不上，才能按未联系上结案',
      en: '{value} tries before “could not be reached” may stand',
    },
  },
}

/** One class of retention: `长期 30 年`, or without an end. */
export function classWords({ code, years }: Profile['retention'][number], language: Language): string {
  const name = retentionWords(code, language)
  return years === null ? name : inWords(counted(kept, years), language, { name, count: years })
}

/** One line of the rates in yuan: `街道 50/200/400 元`. */
function rateWords(
  { level, ordinary, difficult, major }: Profile['subsidy'][number],
  language: Language,
): string {
  const amounts = [ordinary, difficult, major].map((fen) => fen / 100).join('/')
  return inWords(rated, language, { level: levelLabels[level][language], amounts })
}
const rated = { zh: '{level} {amounts} 元', en: '{level} {amounts} yuan' }

const kept: Counted = { zh: '{name} {count} 年', en: '{name} {count} years', one: '{name} {count} year' }
const comma = { zh: '，', en: ', ' }

const isList = (value: Profile[SettingName]): value is Extract<Profile[SettingName], readonly unknown[]> =>
  Array.isArray(value)

/** One row of what is said of whistles: the limits of a step by kind, or the days of a kind. */
function partWords(key: string, part: StepRule | number, language: Language): string {
  if (typeof part === 'number') return `${whistleKindLabels[key as 'hard'][language]} ${part}`
  const limits = whistleKinds.map((kind) => limitWords(part[kind], language)).join('/')
  return `${limitedStepLabels[key as LimitedStep][language]} ${limits}`
}

/** A figure's value as it is said: `70%`, `09:00–12:00`, `30`. In: the name, and its value in the profile. */
function valueWords(name: SettingName, value: Profile[SettingName], language: Language): string {
  if (typeof value === 'number')
    return settingOf(name).kind === 'share' ? `${Math.round(value * 100)}%` : String(value)
  if (!isList(value))
    return Object.entries(value)
      .map(([key, part]) => partWords(key, part, language))
      .join(comma[language])
  const parts = value.map((part) =>
    'code' in part
      ? classWords(part, language)
      : 'level' in part
        ? rateWords(part, language)
        : `${clockTimeOf(part[0])}–${clockTimeOf(part[1])}`,
  )
  return parts.join(comma[language])
}

/** A figure in a sentence. */
export function settingSentence(name: SettingName, value: Profile[SettingName], language: Language): string {
  return inWords(settingWords[name].says, language, { value: valueWords(name, value, language) })
}

/** One difference between two versions in words. */
export function changeWords(change: ProfileChange, language: Language): string {
  switch (change.kind) {
    case 'setting':
      return inWords(words.setting, language, {
        is: settingSentence(change.setting, change.is, language),
        was: valueWords(change.setting, change.was, language),
      })
    case 'step':
      return inWords(words.step, language, {
        kind: whistleKindLabels[change.whistle][language],
        step: limitedStepLabels[change.step][language],
        ...{ is: limitWords(change.is, language), was: limitWords(change.was, language) },
      })
    case 'stepSource':
      return inWords(words.stepSource, language, { step: limitedStepLabels[change.step][language] })
    case 'order':
      return inWords(words.order, language, { clock: clockLabels[change.clock][language] })
    case 'added':
    case 'limit':
    case 'removed':
    case 'source':
      return inWords(words[change.kind], language, {
        rule: ruleWords(change.rule, language),
        was: change.kind === 'limit' ? limitWords(change.was, language) : '',
      })
  }
}

/** What has to be mended, or looked at, in words. */
export function problemWords(problem: ProfileProblem, { limits }: Profile, language: Language): string {
  const ruleAt = (line: number) => {
    const rule = limits[line]
    return rule ? ruleWords(rule, language) : ''
  }
  switch (problem.code) {
    case 'noLast':
      return inWords(words.noLast, language, {
        clock: clockLabels[problem.clock][language],
        states: problem.states.map((state) => stateLabels[state][language]).join(or[language]),
      })
    case 'badStep':
      return inWords(words.badStep, language, {
        setting: settingWords.whistleLimits.name[language],
        kind: whistleKindLabels[problem.kind][language],
        step: limitedStepLabels[problem.step][language],
        max: problem.max,
      })
    case 'badPlanDays':
      return inWords(words.badPlanDays, language, {
        setting: settingWords[problem.setting].name[language],
        kind: whistleKindLabels[problem.kind][language],
        ...{ min: problem.min, max: problem.max },
      })
    case 'badAmount':
      return inWords(words.badAmount, language, { rule: ruleAt(problem.line), max: problem.max })
    case 'unreachable':
      return inWords(words.unreachable, language, {
        rule: ruleAt(problem.line),
        by: problem.by.map(ruleAt).join(language === 'zh' ? '”“' : '”, “'),
      })
    case 'badHours':
    case 'badClasses':
    case 'badRates':
      return inWords(words[problem.code], language, { setting: settingWords[problem.setting].name[language] })
    case 'badWeights':
      return inWords(words.badWeights, language, { sum: problem.sum })
    case 'outOfRange': {
      const { setting, min, max } = problem
      return inWords(words.outOfRange, language, {
        setting: settingWords[setting].name[language],
        min: valueWords(setting, min, language),
        max: valueWords(setting, max, language),
      })
    }
  }
}
