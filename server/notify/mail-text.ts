import { clockLabels } from '#contract/words/labels.ts'
import { inWords, type Language, type Sentence } from '#contract/words/language.ts'
import { noticeWords } from '#contract/words/notices.ts'
import type { ClockKind } from '#domain/matter/clocks.ts'
import type { NoticeKind } from '#domain/notify/occasions.ts'

/** What an e-mail knows of a notice: the number of what it is about, or the title of a meeting, its page in the console, and what is to be done. */
export type MailLine = { kind: NoticeKind; clock: ClockKind | undefined; number: string; page: string }

const words = {
  one: { zh: '[枫桥] {number}：{todo}', en: '[Maple Bridge] {number}: {todo}' },
  many: { zh: '[枫桥] {count} 条通知', en: '[Maple Bridge] {count} notices' },
  line: { zh: '· {number}：{todo}', en: '· {number}: {todo}' },
  more: { zh: '另有 {count} 条，请在工作台里看。', en: 'And {count} more, in the console.' },
  foot: {
    zh: '这封邮件里没有个人信息，详情请登录工作台查看。\n想少收、多收或换个时间收：{link}',
    en: 'This e-mail holds nothing about any person; sign in to the console to read more.\nFor fewer, more or other times: {link}',
  },
  codeSubject: { zh: '[枫桥] 邮箱验证码', en: '[Maple Bridge] Your code' },
  code: {
    zh: '你的邮箱验证码是 {code}，30 分钟内有效。\n如果不是你要的，不用理会这封邮件。',
    en: 'Your code is {code}. It is good for thirty minutes.\nIf you did not ask for it, leave this e-mail alone.',
  },
} as const satisfies Record<string, Sentence>

/** More lines than this nobody reads in an e-mail. */
const most = 30

/** The e-mail for some notices: number, what is to be done and a link for each. Nothing of a person, no word of an appeal. */
export function mailOf(
  lines: readonly MailLine[],
  language: Language,
  publicUrl: string,
): { subject: string; text: string } {
  const todo = ({ kind, clock }: MailLine) => {
    return inWords(noticeWords[kind], language, {
      clock: clock === undefined ? '' : clockLabels[clock][language],
    })
  }
  const say = (line: MailLine) => inWords(words.line, language, { number: line.number, todo: todo(line) })
  const shown = lines.slice(0, most)
  const rest = lines.length - shown.length
  const [first] = lines
  const text = [
    ...shown.map((line) => `${say(line)}\n  ${publicUrl}/console/${line.page}`),
    ...(rest > 0 ? [inWords(words.more, language, { count: rest })] : []),
    '',
    inWords(words.foot, language, { link: `${publicUrl}/console/account/notices` }),
  ]
  const subject =
    lines.length === 1 && first
      ? inWords(words.one, language, { number: first.number, todo: todo(first) })
      : inWords(words.many, language, { count: lines.length })
  return { subject, text: text.join('\n') }
}

/** The e-mail that carries a code to an address. */
export function codeMailOf(code: string, language: Language): { subject: string; text: string } {
  return { subject: inWords(words.codeSubject, language), text: inWords(words.code, language, { code }) }
}
