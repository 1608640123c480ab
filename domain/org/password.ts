export const minPasswordLength = 10
/** From this length on one kind of signs is enough: a sentence is stronger than odd signs. */
const longEnough = 16

/** Letters, digits, everything else; there are so many Chinese characters that they are kind enough by themselves. */
const kinds = [/[a-z]/i, /\d/, /[^a-z\d]/i]
const isHan = /\p{Script=Han}/u

type Owner = { login: string; name: string; pinyin: string }

/** Whether a password tells whose it is: the login, the name, or the name in pinyin without spaces. */
function isAboutOwner(lower: string, { login, name, pinyin }: Owner): boolean {
  const [syllables = ''] = pinyin.split(' ')
  const words = [
    login,
    ...(name.length >= 2 ? [name.toLowerCase()] : []),
    ...(syllables.length >= 4 ? [syllables] : []),
  ]
  return words.some((word) => lower.includes(word))
}

/**
 * What makes a password weak by itself: short, one or two signs over and over, the owner's own names, and under sixteen
 * characters a single kind of signs (GB/T 22239-2019, 8.1.4.1: complexity). Nothing else is demanded of its make-up.
 */
export function whyWeakPassword(
  password: string,
  owner: Owner,
): 'short' | 'sameSigns' | 'aboutOwner' | 'oneKind' | undefined {
  const lower = password.toLowerCase()
  const length = [...password].length
  if (length < minPasswordLength) return 'short'
  if (new Set(lower).size <= 3) return 'sameSigns'
  if (isAboutOwner(lower, owner)) return 'aboutOwner'
  const used = kinds.filter((kind) => kind.test(password)).length
  return length < longEnough && used < 2 && !isHan.test(password) ? 'oneKind' : undefined
}
