import { describe, expect, test } from 'vitest'
import { languages } from '#contract/words/language.ts'
import { changesBetween } from '#domain/profile/changes.ts'
import { problemsOf } from '#domain/profile/check.ts'
import { defaultProfile, type Profile, profileSources } from '#domain/profile/profile.ts'
import { settingNames } from '#domain/profile/settings.ts'
import { clockTimeOf, minuteOf } from './hours.ts'
import { changeWords, problemWords, ruleWords, settingSentence } from './rule-words.ts'
import { sourceWords } from './source-words.ts'

describe('a line is said as a sentence', () => {
  test.each([
    [{ kind: 'complaint', urgency: 'urgent' }, 1440, 'minutes', '紧急、投诉：办理 24 小时'],
    [{ kind: 'dispute' }, 30, 'days', '矛盾纠纷：办理 30 天'],
    [{ level: 'district' }, 1, 'workDays', '区级：办理 1 个工作日'],
    [{}, 90, 'workMinutes', '其他情况：办理 90 分钟（工作时间）'],
    [{ channel: 'qr' }, 120, 'workMinutes', '码上办：办理 2 小时（工作时间）'],
  ] as const)('%j', (when, amount, unit, said) => {
    expect(ruleWords({ clock: 'handle', ...when, limit: { amount, unit } }, 'zh')).toBe(said)
  })

  test('and in English', () => {
    const rule = { clock: 'handle', urgency: 'urgent', kind: 'complaint' } as const
    expect(ruleWords({ ...rule, limit: { amount: 60, unit: 'minutes' } }, 'en')).toBe(
      'Urgent, complaint: handle within 1 hour',
    )
  })
})

test('figures, differences and problems are whole sentences in both languages', () => {
  const is: Profile = {
    ...defaultProfile,
    warnShare: 0.6,
    officeHours: [[600, 540]],
    reopenDays: 0,
    whistlePlanDays: { ...defaultProfile.whistlePlanDays, hard: 0 },
    whistleLimits: {
      ...defaultProfile.whistleLimits,
      sign: { ...defaultProfile.whistleLimits.sign, hard: { amount: 0, unit: 'minutes' } },
      rule: { ...defaultProfile.whistleLimits.rule, source: '区里定的' },
    },
    limits: [
      { clock: 'handle', limit: { amount: 0, unit: 'days' } },
      ...defaultProfile.limits.filter((rule) => rule.clock !== 'sign').toReversed(),
    ],
  }
  for (const language of languages) {
    const said = [
      ...settingNames.map((name) => settingSentence(name, defaultProfile[name], language)),
      ...changesBetween(defaultProfile, is).map((change) => changeWords(change, language)),
      ...problemsOf(is).map((problem) => problemWords(problem, is, language)),
    ]
    expect(said.length).toBeGreaterThan(15)
    for (const sentence of said) expect(sentence).not.toMatch(/[{}]|undefined|NaN|“”/)
  }
})

test('a difference names what was there before', () => {
  const is = { ...defaultProfile, warnShare: 0.6 }
  const [change] = changesBetween(defaultProfile, is)
  expect(change && changeWords(change, 'zh')).toBe('时限用掉 60% 时提醒承办人（原来：70%）')
})

test('a time of the day goes to minutes and back', () => {
  for (const minute of [0, 1, 540, 1439]) expect(minuteOf(clockTimeOf(minute))).toBe(minute)
})

test('every source the product came with is said in Chinese, and a district’s own as it was written', () => {
  const sources = [
    ...defaultProfile.limits.map(({ source }) => source),
    ...Object.values(defaultProfile.whistleLimits).map(({ source }) => source),
    ...Object.values(profileSources),
  ]
  for (const source of sources) expect(sourceWords(source ?? '', 'zh'), source).toMatch(/\p{Script=Han}/u)
  expect(sourceWords('Meeting 12', 'zh')).toBe('Meeting 12')
  expect(sourceWords('Wuhe', 'en')).toBe('Wuhe')
})
