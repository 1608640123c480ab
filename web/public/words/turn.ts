import type { Sentence } from '#contract/words/language.ts'
import type { ClosureKind, State } from '#domain/matter/matter.ts'

type Turn = { inTime: Sentence; late: Sentence; open: Sentence }

/** Whose turn it is and until when: with a promise to come, with one gone by, with none. */
export const turnWords: Record<Exclude<State, 'closed'>, Turn> = {
  received: {
    inTime: {
      zh: '{holder}收到了您的诉求，最迟{due}告诉您是否受理。',
      en: '{holder} has it and will tell you by {due} whether it is accepted.',
    },
    late: {
      zh: '{holder}收到了您的诉求，原定{due}告诉您是否受理，已经晚了。',
      en: '{holder} has it. You should have heard by {due} whether it is accepted; that is overdue.',
    },
    open: {
      zh: '{holder}收到了您的诉求，正在安排。',
      en: '{holder} has it and is arranging what comes next.',
    },
  },
  accepted: {
    inTime: {
      zh: '{holder}已受理，最迟{due}安排好由谁来办。',
      en: '{holder} accepted it and will have arranged who handles it by {due}.',
    },
    late: {
      zh: '{holder}已受理，原定{due}安排好由谁来办，已经晚了。',
      en: '{holder} accepted it. Who handles it should have been arranged by {due}; that is overdue.',
    },
    open: {
      zh: '{holder}已受理，正在安排由谁来办。',
      en: '{holder} accepted it and is arranging who handles it.',
    },
  },
  dispatched: {
    inTime: {
      zh: '您的诉求已交给{holder}，最迟{due}回复您。',
      en: 'It is with {holder}, who will answer you by {due}.',
    },
    late: {
      zh: '您的诉求已交给{holder}，原定{due}回复您，已经晚了。',
      en: 'It is with {holder}. The answer was promised by {due}; that is overdue.',
    },
    open: { zh: '您的诉求已交给{holder}。', en: 'It is with {holder}.' },
  },
  handling: {
    inTime: {
      zh: '{holder}正在办理，最迟{due}回复您。',
      en: '{holder} is working on it and will answer you by {due}.',
    },
    late: {
      zh: '{holder}正在办理，原定{due}回复您，已经晚了。',
      en: '{holder} is working on it. The answer was promised by {due}; that is overdue.',
    },
    open: { zh: '{holder}正在办理。', en: '{holder} is working on it.' },
  },
  returned: {
    inTime: {
      zh: '{holder}正在为您另找合适的承办单位，最迟{due}安排好。',
      en: '{holder} is finding a better unit to handle it and will be done by {due}.',
    },
    late: {
      zh: '{holder}正在为您另找合适的承办单位，原定{due}安排好，已经晚了。',
      en: '{holder} is finding a better unit to handle it. That was due by {due} and is overdue.',
    },
    open: {
      zh: '{holder}正在为您另找合适的承办单位。',
      en: '{holder} is finding a better unit to handle it.',
    },
  },
  submitted: {
    inTime: {
      zh: '办理结果出来了，{holder}正在核实，最迟{due}核实完。',
      en: 'There is a result; {holder} is checking it and will be done by {due}.',
    },
    late: {
      zh: '办理结果出来了，{holder}还在核实，原定{due}核实完，已经晚了。',
      en: 'There is a result; {holder} is still checking it. That was due by {due} and is overdue.',
    },
    open: { zh: '办理结果出来了，{holder}正在核实。', en: 'There is a result; {holder} is checking it.' },
  },
  revisiting: {
    inTime: {
      zh: '办理结果出来了，请您看看解决了没有。{holder}会在{due}前回访您。',
      en: 'There is a result: please say whether it is solved. {holder} will ask you by {due}.',
    },
    late: {
      zh: '办理结果出来了，请您看看解决了没有。',
      en: 'There is a result: please say whether it is solved.',
    },
    open: {
      zh: '办理结果出来了，请您看看解决了没有。',
      en: 'There is a result: please say whether it is solved.',
    },
  },
}

export const closedWords: Record<ClosureKind, Sentence> = {
  resolved: { zh: '这件事已办结：问题解决了。', en: 'Closed: the problem is solved.' },
  agreed: { zh: '这件事已办结：双方达成了协议。', en: 'Closed: the sides reached an agreement.' },
  referred: {
    zh: '这件事已办结：要走法定途径解决，办法写在下面。',
    en: 'Closed: it has to take a legal route, described below.',
  },
  procedural: {
    zh: '这件事的办理程序已经走完，结果写在下面。',
    en: 'The procedure has come to its end; the result is below.',
  },
  stabilised: {
    zh: '这件事暂时稳住了，还没有完全解决，情况写在下面。',
    en: 'It is calm for now but not fully solved; see below.',
  },
  withdrawn: { zh: '这件诉求已撤回，不再办理。', en: 'It was withdrawn and is no longer handled.' },
  notAccepted: {
    zh: '这件事没有受理，原因和别的途径写在下面。',
    en: 'It was not accepted; the reason and other ways are below.',
  },
  joined: {
    zh: '这件事已和另一件并在一起办理。',
    en: 'It is handled together with another matter.',
  },
  voided: { zh: '这条登记已作废。', en: 'This entry was voided.' },
}

export const turnExtra = {
  question: {
    zh: '现在等您：{holder}有个问题要问您。',
    en: 'It is your turn: {holder} has a question for you.',
  },
  reopenAsked: {
    zh: '您的重办申请已收到，{holder}正在看。',
    en: 'Your request to reopen has arrived; {holder} is looking at it.',
  },
  reopenAskedDue: {
    zh: '您的重办申请已收到，{holder}最迟{due}答复您。',
    en: 'Your request to reopen has arrived; {holder} will answer by {due}.',
  },
  rated: {
    zh: '您已评价，{holder}正在作最后核实，然后办结。',
    en: 'You have rated it. {holder} does a last check and then closes it.',
  },
  ratedUnsolved: {
    zh: '您说还没解决，{holder}正在核实怎么办。',
    en: 'You said it is not solved; {holder} is looking into what to do.',
  },
  closedUnsolved: {
    zh: '这件事已按“解决了”办结，而您的评价是没解决。您可以申请重新办理。',
    en: 'It was closed as solved, while you rated it as not solved. You may ask to have it reopened.',
  },
  closed: { zh: '这件事已办结。', en: 'The matter is closed.' },
  lateHint: {
    zh: '让您久等了。您可以直接打电话催问。',
    en: 'You have waited too long. You may call and ask.',
  },
} as const satisfies Record<string, Sentence>

/** The five stops of the way, and at which of them a state stands. */
export const stops: readonly Sentence[] = [
  { zh: '收到', en: 'Received' },
  { zh: '交办', en: 'Assigned' },
  { zh: '办理', en: 'Handling' },
  { zh: '核实', en: 'Checking' },
  { zh: '办结', en: 'Closed' },
]

export const stopOf: Record<State, number> = {
  received: 0,
  accepted: 0,
  returned: 1,
  dispatched: 1,
  handling: 2,
  submitted: 3,
  revisiting: 3,
  closed: 4,
}
