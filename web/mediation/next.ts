import type { AgreementView, MediationView, SessionView } from '#contract/mediation.ts'
import type { Sentence } from '#contract/words/language.ts'
import type { Step } from '#domain/mediation/moves.ts'

/** What to do first: a sentence with its facts, and the step that does it, where there is one. */
export type Next = { words: Sentence; facts?: Record<string, string | number>; step?: Step; at?: string }

export const answerTo = (one: MediationView['participants'][number], topic: 'mediate' | 'extension') =>
  one.consents.findLast((consent) => consent.topic === topic && consent.isCurrent)?.answer

/** A draft that still waits for a signature or the seal. */
export const isPending = (one: AgreementView) => !one.isDropped && one.effectiveOn === null

/** The planned session that is over its time and has no record yet. */
export const unrecorded = (
  { sessions }: Pick<MediationView, 'sessions'>,
  now: number,
): SessionView | undefined =>
  sessions.find((one) => one.state === 'planned' && Date.parse(one.startsAt ?? '') <= now)

function whileAsking(m: MediationView): Next {
  const here = m.participants.filter(({ standing }) => standing !== 'out')
  const untold = here.filter(({ told }) => told === null).length
  if (!['a', 'b'].every((side) => here.some((one) => one.side === side)))
    return { words: words.oneSide, step: 'end' }
  if (!m.mediators.some(({ isNow }) => isNow)) return { words: words.noMediator, step: 'appoint' }
  if (untold > 0) return { words: words.tell, facts: { n: untold } }
  const waiting = here.filter((one) => answerTo(one, 'mediate') !== true).length
  return waiting > 0 ? { words: words.consent, facts: { n: waiting } } : { words: words.begin, step: 'begin' }
}

function whilePending(draft: AgreementView): Next {
  const facts = { number: draft.number, n: draft.unsigned.length }
  if (draft.kind === 'oral') return { words: words.recordOral, facts, at: 'agreements' }
  if (draft.unsigned.length > 0) return { words: words.sign, facts, at: 'agreements' }
  return { words: draft.mediatorAt === null ? words.signAsMediator : words.seal, facts, at: 'agreements' }
}

function whileRunning(m: MediationView, now: number): Next {
  if (m.pauses.some(({ toOn }) => toOn === null)) return { words: words.paused, step: 'resume' }
  if (m.isLate) return { words: words.late, step: 'end' }
  const draft = m.agreements.find(isPending)
  if (draft) return whilePending(draft)
  if (m.agreements.some((one) => one.effectiveOn !== null && !one.isDropped))
    return m.may.includes('settle')
      ? { words: words.settle, step: 'settle' }
      : { words: words.unbound, step: 'draft' }
  if (unrecorded(m, now)) return { words: words.hold, at: 'sessions' }
  if (m.sessions.some(({ state }) => state === 'planned')) return { words: words.wait, at: 'sessions' }
  return m.sessions.some(({ state }) => state === 'held')
    ? { words: words.again, step: 'draft' }
    : { words: words.schedule, step: 'schedule' }
}

function whilePerformed(m: MediationView): Next {
  const open = m.agreements.flatMap(({ obligations }) => obligations).filter(({ isDone }) => !isDone)
  const overdue = open.filter(({ isOverdue }) => isOverdue).length
  if (overdue > 0) return { words: words.overdue, facts: { n: overdue }, at: 'agreements' }
  if (open.length > 0) return { words: words.perform, facts: { n: open.length }, at: 'agreements' }
  return m.revisits.length === 0
    ? { words: words.revisit, step: 'revisit' }
    : { words: words.file, step: 'file' }
}

/** The one thing to do first. In: the mediation as it stands, and now. */
export function nextOf(m: MediationView, now: number): Next {
  switch (m.state) {
    case 'asking':
      return whileAsking(m)
    case 'running':
      return whileRunning(m, now)
    case 'agreed':
      return whilePerformed(m)
    case 'ended':
      return { words: words.ended, step: 'file' }
    case 'filed':
      return { words: words.filed }
  }
}

const words = {
  oneSide: {
    zh: '有一方已经没有人参加，不能再调解。请终止，并告知其他途径。',
    en: 'One side has nobody left, so it cannot be mediated. End it and tell the other routes.',
  },
  noMediator: { zh: '还没有调解员，请先指定一位。', en: 'There is no mediator yet. Appoint one.' },
  tell: {
    zh: '还有 {n} 位当事人没有告知权利义务。先告知，再征求意愿。',
    en: '{n} parties have not been told their rights and duties. Tell them, then ask.',
  },
  consent: {
    zh: '还有 {n} 位当事人没有回答同不同意调解。',
    en: '{n} parties have not answered whether they agree to mediate.',
  },
  begin: {
    zh: '各方都已告知并同意，可以开始调解。',
    en: 'Everybody was told and has agreed. You can begin.',
  },
  paused: {
    zh: '期限正停着。等的事有了结果，请恢复计时。',
    en: 'The limit stands still. Let it run on when what you wait for has come.',
  },
  late: {
    zh: '期限已到。请终止并告知其他途径。',
    en: 'The limit has ended. End it and tell the other routes.',
  },
  schedule: { zh: '接下来安排第一场。', en: 'Next, schedule the first session.' },
  wait: {
    zh: '下一场已经安排好。开完后在这里写记录。',
    en: 'The next session is scheduled. Write its record here afterwards.',
  },
  hold: { zh: '有一场已经到时间，请写记录。', en: 'A session is over its time. Write its record.' },
  again: {
    zh: '谈成了就拟协议；没谈拢就再安排一场。',
    en: 'If they agree, draw up the agreement; if not, schedule another session.',
  },
  sign: { zh: '协议 {number} 还差 {n} 位当事人签字。', en: 'Agreement {number} waits for {n} signatures.' },
  recordOral: {
    zh: '口头协议 {number} 请调解员签字确认。',
    en: 'Sign the record of the oral agreement {number}.',
  },
  signAsMediator: {
    zh: '协议 {number} 当事人都签好了，请调解员签字。',
    en: 'All parties have signed {number}. The mediator signs next.',
  },
  seal: {
    zh: '协议 {number} 签好了，请加盖调委会印章。',
    en: '{number} is signed. The committee seals it next.',
  },
  settle: { zh: '协议已经生效，请确认达成协议。', en: 'The agreement is in force. Settle the mediation.' },
  unbound: {
    zh: '还有参加调解的当事人没有协议。请再拟一份，或登记其退出。',
    en: 'Some who take part are in no agreement. Draw up another, or enter that they leave.',
  },
  overdue: {
    zh: '有 {n} 项到期没有履行，请先联系，再登记结果。',
    en: '{n} obligations are overdue. Get in touch, then enter what came of it.',
  },
  perform: {
    zh: '还有 {n} 项没有履行完，履行一项登记一项。',
    en: '{n} obligations are still open. Enter each as it is performed.',
  },
  revisit: {
    zh: '都履行完了，请没有参加调解的同事回访。',
    en: 'Everything is performed. A colleague who did not mediate revisits next.',
  },
  file: { zh: '已回访，可以归档了。', en: 'The revisit is done. The dossier can be filed.' },
  ended: { zh: '调解已终止。可以回访，然后归档。', en: 'The mediation has ended. Revisit, then file it.' },
  filed: { zh: '卷宗已归档。', en: 'The dossier is filed.' },
} as const satisfies Record<string, Sentence>
