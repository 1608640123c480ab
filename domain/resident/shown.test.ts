import { expect, test } from 'vitest'
import { isShownByPhone, type Shown } from './shown.ts'

const plain: Shown = {
  matter: { kind: 'request', sensitive: false, title: '楼道灯不亮' },
  voice: { isAnonymous: false, isConfidential: false, words: '楼道灯坏了' },
}
const withMatter = (more: Partial<Shown['matter']>): Shown => ({
  ...plain,
  matter: { ...plain.matter, ...more },
})
const withVoice = (more: Partial<Shown['voice']>): Shown => ({ ...plain, voice: { ...plain.voice, ...more } })

test('what was said openly is shown to whoever holds the number', () => {
  expect(isShownByPhone(plain)).toBe(true)
  for (const words of ['楼上打孔太吵', '水管打结', '邻居装修扰民'])
    expect(isShownByPhone(withVoice({ words })), words).toBe(true)
})

test('what others in the household must not see is opened by its code alone', () => {
  const hidden = [
    withMatter({ sensitive: true }),
    withMatter({ kind: 'report' }),
    withMatter({ title: '家庭暴力求助' }),
    withVoice({ isAnonymous: true }),
    withVoice({ isConfidential: true }),
    withVoice({ words: '我被家暴了，请帮帮我' }),
    withVoice({ words: '他昨晚又打我和孩子' }),
    withVoice({ words: 'My husband BEATS ME' }),
  ]
  for (const one of hidden) expect(isShownByPhone(one), JSON.stringify(one)).toBe(false)
})
