import { expect, test } from 'vitest'
import { noticeKinds } from '#domain/notify/occasions.ts'
import { noticeWords, paceWords, pressingWords, topicWords } from './notices.ts'

test.each(Object.entries({ noticeWords, topicWords, paceWords, pressingWords }))(
  '%s are written in both languages, and no two are alike',
  (_, table) => {
    for (const { zh, en } of Object.values(table)) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).not.toMatch(/\p{Script=Han}/u)
    }
    for (const language of ['zh', 'en'] as const)
      expect(new Set(Object.values(table).map((one) => one[language])).size).toBe(Object.keys(table).length)
  },
)

test('a notice has a place for the name of a clock and for nothing else, so that nothing of a person can get in', () => {
  for (const kind of noticeKinds)
    for (const words of Object.values(noticeWords[kind]))
      expect([...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)).toEqual(
        kind.startsWith('clock') ? ['clock'] : [],
      )
})
