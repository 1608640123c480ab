import type { Row } from './row.ts'

/** The refusals of the figures of a month and of exclusions from them. */
export const evaluationRefusals = {
  monthRuns: {
    status: 409,
    zh: '这个月还没有过完，不能冻结。请等到下个月。',
    en: 'This month is not over, so it cannot be frozen. Wait until the next.',
  },
  monthFrozen: {
    status: 409,
    zh: '这个月已经冻结，不会再变。以后的变化请看“冻结后的变化”。',
    en: 'This month is frozen and does not change. See “later differences” for what came after.',
  },
  monthNotFrozen: {
    status: 409,
    zh: '这个月还没有冻结，没有可以对照的数。请看现在的数。',
    en: 'This month is not frozen yet, so there is nothing to compare with. Look at it as it is now.',
  },
  panelTooSmall: {
    status: 409,
    zh: '除去申请单位和承办单位，评议组至少要有 {least} 个单位能表决，现在只有 {count} 个。请区综治中心先在“评议组”里补足。',
    en: 'Without the asking and the handling unit, {least} units of the panel have to be able to vote, and there are {count}. Ask the district’s centre to add units to the panel.',
  },
  ownExclusion: {
    status: 403,
    zh: '这是你自己或你所在单位申请的，不能由你表决或裁定。请由评议组的其他单位来办。',
    en: 'You or your unit asked for this, so it is not for you to decide. Leave it to the other units of the panel.',
  },
  votedBefore: {
    status: 409,
    zh: '你的单位已经表决过，或者你已经参加过表决。一个单位只投一票，投过票的人不再裁定复核。',
    en: 'Your unit has voted, or you took part in the vote. A unit votes once, and who voted does not rule on the appeal.',
  },
  voteOver: {
    status: 409,
    zh: '表决到 {day} 为止，已经结束。请看结果。',
    en: 'The vote was open until {day} and is over. See the result.',
  },
  appealOver: {
    status: 409,
    zh: '申请复核到 {day} 为止，已经过期。结果不再改变。',
    en: 'An appeal was possible until {day}. The result stands.',
  },
  askOver: {
    status: 409,
    zh: '申请剔除到 {day} 为止，已经过期。请看这件事按原样计入的数。',
    en: 'An exclusion could be asked for until {day}. The matter counts as it stands.',
  },
  exclusionAsked: {
    status: 409,
    zh: '你们单位已经为这件事申请过剔除。请看那一次的结果；没有通过的可以申请复核一次。',
    en: 'Your unit has asked for this matter before. See that result; where it was refused you may appeal once.',
  },
  exclusionNotNow: {
    status: 409,
    zh: '这份申请现在不能这样办，可能别人刚办过。请看最新的结果。',
    en: 'This is not possible now; somebody may just have acted. See how it stands.',
  },
  exclusionSensitive: {
    status: 409,
    zh: '这件事只限少数人知道，交给评议组会让更多人知道，所以不能申请剔除。请向区综治中心当面说明。',
    en: 'Only a few may know of this matter, and a panel would learn of it, so it cannot be asked for. Speak to the district’s centre.',
  },
} as const satisfies Record<string, Row>
