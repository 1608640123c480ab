import { halfWidth, isBlank } from './text.ts'

/** `phone`: the first number; `others`: further ones of the same cell; `masked`: given with asterisks, not to be called. */
export type Phones = { phone?: string; others: string[]; masked?: string }

const mobile = /^1[3-9]\d{9}$/
const landline = /^(0(?:10|2\d|[3-9]\d{2}))?([2-9]\d{6,7})(?:-(\d{1,6}))?$/
const hotline = /^[48]00\d{7}$/
const foreign = /^\+[1-9]\d{6,14}$/

function one(text: string): string | undefined {
  const extension = text.replace(/ *(转|分机|ext\.?|x|#) *(?=\d)/, '~')
  const [main = '', inner] = extension.split('~')
  // a dash after a whole number stands for an extension: 0339-88123456-801
  const dashed = /^(.*\d{7,8})-(\d{1,6})$/.exec(main)
  if (dashed && !inner) {
    const base = one(dashed[1] as string)
    if (base) return `${base}-${dashed[2]}`
  }
  const digits = main.replace(/[^\d+]/g, '').replace(/^00/, '+')
  const home = digits.replace(/^\+?86(?=1\d{10}$|0?[1-9]\d{8,10}$)/, '')
  if (mobile.test(home) || hotline.test(home)) return inner ? `${home}-${inner}` : home
  const national = digits.startsWith('+86') && !home.startsWith('0') ? `0${home}` : home
  const line = landline.exec(inner ? `${national}-${inner}` : national)
  if (line) return line.slice(1).filter(Boolean).join('-')
  return foreign.test(digits) ? digits : undefined
}

/**
 * Reads a cell of phone numbers. In: text in any shape (spaces, dashes, brackets, full-width digits, +86, extensions,
 * several numbers). Out: mobiles as 11 digits, landlines as area-number-extension, foreign ones with +; nothing for a
 * blank or withheld number; undefined where no number can be made of it.
 */
export function readPhones(text: string): Phones | undefined {
  const given = halfWidth(text)
    .toLowerCase()
    .replace(/^'|[\u2010-\u2015]/g, (sign) => (sign === "'" ? '' : '-'))
    .trim()
  if (isBlank(given) || /^(匿名|保密|未留|不愿提供|拒绝提供|未提供)$/.test(given)) return { others: [] }
  if (/\d[\d -]*[*x×]{2,}/.test(given)) return { others: [], masked: given.replace(/\s/g, '') }
  const numbers: string[] = []
  for (const part of given.split(/[,;、/|\n]|或|以及|和/)) {
    const text = part.trim()
    if (!/\d/.test(text)) continue
    const number = one(text.replace(/[^\d+~x#.转分机ext -]+/g, ' ').trim())
    if (number === undefined) return undefined
    if (!numbers.includes(number)) numbers.push(number)
  }
  const [phone, ...others] = numbers
  return phone === undefined ? undefined : { phone, others }
}
