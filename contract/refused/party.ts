import type { Row } from './row.ts'

/** The refusals about parties and about what hangs together. */
export const partyRefusals = {
  noSuchParty: {
    status: 409,
    zh: '这位当事人已经不在这件事里，请刷新后再看。',
    en: 'This party is no longer in the matter. Refresh and look again.',
  },
  alreadyParty: {
    status: 409,
    zh: '这位诉求人已经登记为当事人，不用再登记一次。',
    en: 'This caller is a party already; once is enough.',
  },
  roleNotOnSide: {
    status: 422,
    zh: '这一方没有这种身份：申请人在甲方，被申请人在乙方，第三人和见证人在第三方。请改身份或改所在一方。',
    en: 'There is no such role on this side: applicants stand on side A, respondents on side B, third persons and witnesses beside them. Change the role or the side.',
  },
  notRepresentative: {
    status: 422,
    zh: '代表人要由当事人自己担任，代理人、监护人和见证人不能作代表人。',
    en: 'A representative is one of the parties themselves: agents, guardians and witnesses cannot be one.',
  },
  enoughRepresentatives: {
    status: 422,
    zh: '一方最多推选 {most} 名代表人，名额已满。请先取消其中一位，或把这位登记为普通当事人。',
    en: 'A side elects at most {most} representatives, and there are as many already. Take the mark off one of them, or register this one as an ordinary party.',
  },
  actsForNobody: {
    status: 422,
    zh: '请写明替谁出面：从同一方的当事人里选至少一位。',
    en: 'Say for whom: choose at least one party of the same side.',
  },
  notPrincipal: {
    status: 422,
    zh: '只有代理人和监护人替别人出面，而且只能替同一方、自己出面的当事人。请重新选择。',
    en: 'Only agents and guardians act for others, and only for parties of their own side who stand for themselves. Choose again.',
  },
  notAWard: {
    status: 422,
    zh: '监护人只登记给未成年人或没有完全行为能力的人。请先更正那位当事人的行为能力，或改登记为代理人。',
    en: 'A guardian stands beside a minor or somebody without full capacity. Correct the capacity of that party first, or register an agent.',
  },
  stillActedFor: {
    status: 409,
    zh: '还有 {count} 位代理人或监护人替这位当事人出面，这样改会落空。请先处理他们。',
    en: '{count} agents or guardians act for this party and would be left with nobody. See to them first.',
  },
  standsInMediation: {
    status: 409,
    zh: '这位当事人还在调解里，这样改会让调解落空。请先在调解里让其退出，或等调解结束。',
    en: 'This party still takes part in a mediation, which would be left without it. Let it leave the mediation first, or wait until that has ended.',
  },
  standsInPetition: {
    status: 409,
    zh: '这位当事人是在办信访的信访人，这样改会让信访落空。请等信访办结。',
    en: 'This party has a petition going on, which would be left without a petitioner. Wait until that has ended.',
  },
  enoughParties: {
    status: 409,
    zh: '一件事最多登记 {most} 位当事人。更多的人请作为名单附件上传，由代表人出面。',
    en: 'A matter takes {most} parties at most. Attach a list of the others and let representatives speak.',
  },
  alreadyLinked: {
    status: 409,
    zh: '这两件事已经建立过关联。要改关系，请先解除再重新关联。',
    en: 'These two are related already. To change how, take the relation away first.',
  },
  noSuchLink: {
    status: 409,
    zh: '这个关联已经解除，请刷新后再看。',
    en: 'This relation is gone already. Refresh and look again.',
  },
  enoughLinks: {
    status: 409,
    zh: '一件事最多关联 {most} 件。请先解除用不着的，或考虑并案。',
    en: 'A matter is related to {most} others at most. Take away what is not needed, or join them.',
  },
} as const satisfies Record<string, Row>
