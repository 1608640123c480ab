import { expect, test } from 'vitest'
import { commonPasswords } from './common-passwords.ts'
import { minPasswordLength, whyWeakPassword } from './password.ts'

const owner = { login: 'ji.xiaohe', name: '纪小禾', pinyin: 'jixiaohe jxh' }
const why = (password: string) => whyWeakPassword(password, owner)

test.each([
  ['short', '溪边柳树'],
  ['short', 'a1b2c3d4e'],
  ['sameSigns', '112211221122'],
  ['sameSigns', 'aaaabbbbcccc'],
  ['aboutOwner', 'xx-Ji.Xiaohe-1'],
  ['aboutOwner', '我是纪小禾呀今年三十'],
  ['aboutOwner', 'JiXiaohe20261127'],
  ['oneKind', 'correcthorse'],
  ['oneKind', '83749201837465'],
] as const)('%s: %s', (reason, password) => {
  expect(why(password)).toBe(reason)
})

test.each([
  '溪边柳树三棵石桥两座',
  'correct horse battery staple',
  'correcthorsebattery',
  'corr3ct-horse',
  '83749201 83746',
])('%s will do', (password) => {
  expect(why(password)).toBeUndefined()
})

test('a name or syllables too short to tell anything are no reason', () => {
  expect(whyWeakPassword('xx-liu-river-9', { login: 'abcd', name: '柳', pinyin: 'liu l' })).toBeUndefined()
})

test('the list of common ones holds nothing that its length refuses anyway, and enough', () => {
  expect([...commonPasswords].filter((password) => password.length < minPasswordLength)).toEqual([])
  expect([...commonPasswords].filter((password) => password !== password.toLowerCase())).toEqual([])
  expect(commonPasswords.size).toBeGreaterThan(200)
})
