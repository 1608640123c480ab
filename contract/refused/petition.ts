import type { Row } from './row.ts'

/** The refusals of petitions; articles are of the Regulation on Petition Work 信访工作条例. */
export const petitionRefusals = {
  twoPetitions: {
    status: 409,
    zh: '这件事已经登记为信访事项，一件事只登记一次。请在已有的信访事项里办理；另外的事项请先分案。',
    en: 'This matter is registered as a petition already. Go on with that one; split the matter first if it holds another petition.',
  },
  petitionNotNow: {
    status: 409,
    zh: '信访事项现在的阶段不能做这一步：别人可能刚办过。请看页面上最新的进展。',
    en: 'The petition is not at a stage where this can be done: somebody may just have taken a step. See how it stands on the page.',
  },
  agentSteps: {
    status: 403,
    zh: '你是信访人的代理人，不能同时替信访工作机构或承办单位办这件事。请由同事办理，或先解除代理。',
    en: 'You act for the petitioner and cannot also decide about the petition. Leave it to a colleague, or end the mandate first.',
  },
  dayAhead: {
    status: 422,
    zh: '日期不能晚于今天。请填实际发生的那一天。',
    en: 'The day lies ahead. Enter the day on which it happened.',
  },
  dayBefore: {
    status: 422,
    zh: '日期不能早于 {day}。请核对。',
    en: 'The day cannot lie before {day}. Please check.',
  },
  addressFirst: {
    status: 422,
    zh: '有 {count} 位信访人没有登记住址或电话。条例要求写明姓名和住址（第十九条），请先在“当事人”里补上。',
    en: 'Neither address nor telephone is known of {count} petitioners. Name and address are required (art. 19); enter them under “Parties” first.',
  },
  readBackFirst: {
    status: 422,
    zh: '口头提出的要如实记录（第十九条）：请念给信访人听、确认无误后再勾选。',
    en: 'What is said by word is recorded faithfully (art. 19): read it back to the petitioner, then tick the box.',
  },
  representativesFirst: {
    status: 422,
    zh: '多人提出共同的信访事项，要推选代表（第二十条）。请在信访人里选出不超过 {most} 位代表。',
    en: 'Many with one petition elect representatives (art. 20). Choose at most {most} among the petitioners.',
  },
  tooManyInGroup: {
    status: 422,
    zh: '代表不能超过 {most} 人（第二十条）。请去掉多选的。',
    en: 'There are at most {most} representatives (art. 20). Take some away.',
  },
  reportedOne: {
    status: 403,
    zh: '被检举控告的人和单位不能经手这件事（第三十条）。请交给别的同事或上一级办理。',
    en: 'Whoever is reported cannot have a hand in it (art. 30). Leave it to another colleague or to the level above.',
  },
  reportedBody: {
    status: 422,
    zh: '不得把检举控告材料转给被检举控告的单位或它的下级（第三十条）。请选别的单位，或上一级。',
    en: 'The material of a whistle-blowing never goes to whoever is reported, nor below it (art. 30). Choose another body, or the level above.',
  },
  agentOfBody: {
    status: 422,
    zh: '代理人在承办或复查这件事的单位任职，有利害冲突。请换一个单位，或换一位代理人。',
    en: 'The agent works at a body that handles or reviews this petition. Choose another body, or another agent.',
  },
  similarFirst: {
    status: 409,
    zh: '同一人还有 {count} 件信访事项没有比对。请先逐件判断是不是同一事实，再往下办。',
    en: '{count} petitions of the same person have not been looked at. Decide of each whether it is about the same facts, then go on.',
  },
  acceptedElsewhere: {
    status: 409,
    zh: '同一事实已经在别处受理、办理或者复核终结，不能重复受理（第十九条、第三十六条）。请用“不重复受理”告知信访人在哪里、还能做什么。',
    en: 'The same facts are in hand elsewhere or have been decided in the last instance; they are not accepted twice (arts 19, 36). Tell the petitioner where it is and what remains open.',
  },
  otherReason: {
    status: 422,
    zh: '理由和那一件信访事项现在的阶段不符。请按它的阶段选择理由。',
    en: 'The reason does not fit how the other petition stands. Choose the one that does.',
  },
  agentPowerMissing: {
    status: 422,
    zh: '代理书没有给代理人这项权限。请信访人本人办理，或重新签一份代理书。',
    en: 'The mandate does not carry this power. Let the petitioner do it, or sign another mandate.',
  },
  deliverFirst: {
    status: 409,
    zh: '请先登记意见书的送达：申请复查、复核的期限从收到之日起算（第三十五条、第三十六条）。',
    en: 'Enter first how the opinion was delivered: the time to ask for a review runs from its receipt (arts 35, 36).',
  },
  reviewTooLate: {
    status: 422,
    zh: '申请期限到 {day} 为止，已经过了。请告知信访人；有新的事实和理由的，可以作为新的信访事项提出。',
    en: 'The time to ask ended on {day}. Tell the petitioner; new facts and reasons can be brought as a new petition.',
  },
  notAboveBody: {
    status: 422,
    zh: '复查、复核由上一级机关、单位办理。请选办理单位的上一级；区以上的，请选“区外上级机关”并写明名称。',
    en: 'A review is done by the next level up. Choose a unit above the body; for one above the district, choose “outside” and name it.',
  },
  objectionLate: {
    status: 409,
    zh: '提出异议的期限到 {day} 为止，已经过了（收到之日起 5 个工作日，第二十三条）。请作出是否受理的决定。',
    en: 'The time to object ended on {day} (five working days from receipt, art. 23). Decide whether to accept it.',
  },
  extendedBefore: {
    status: 409,
    zh: '已经延期过一次，不能再延（第三十四条）。请按期办结。',
    en: 'It was extended once, and that is all there is (art. 34). Please finish in time.',
  },
  replyInstead: {
    status: 409,
    zh: '建议意见和检举控告不出具处理意见书。请用“答复”告知结果。',
    en: 'Suggestions and whistle-blowings get no opinion letter. Use “Reply” to tell the outcome.',
  },
  opineInstead: {
    status: 409,
    zh: '申诉求决类事项要出具处理意见书（第三十二条），不能只作答复。',
    en: 'A claim gets a written opinion (art. 32); a reply is not enough.',
  },
  paperNotIssued: {
    status: 422,
    zh: '这份文书还没有出具，不能登记送达。',
    en: 'This paper has not been issued, so it cannot have been delivered.',
  },
  deliveredBefore: {
    status: 409,
    zh: '这份文书已经登记送达：{day}。送达日期影响申请期限，不能改。',
    en: 'Its delivery is on record: {day}. Times run from it, so it is not changed.',
  },
  hearingOpen: {
    status: 409,
    zh: '听证还没有结束。请先登记听证结束的日期。',
    en: 'The hearing is not over. Enter its last day first.',
  },
  noHearing: {
    status: 409,
    zh: '没有正在进行的听证。请先登记听证开始的日期。',
    en: 'No hearing is going on. Enter its first day first.',
  },
  reviewRuns: {
    status: 409,
    zh: '申请复查、复核的期限到 {day} 为止，现在不能了结。信访人书面表示认可的，请勾选。',
    en: 'The petitioner may ask for a review until {day}. Tick the box if the petitioner has accepted it in writing; otherwise wait.',
  },
  agentAlready: {
    status: 409,
    zh: '这位代理人已经有一份有效的代理书。要改权限的，请先解除再重新签。',
    en: 'This agent holds a mandate already. Revoke it first to sign one with other powers.',
  },
  agentsEnough: {
    status: 409,
    zh: '代理人最多 {most} 位。请先解除一位。',
    en: 'There are at most {most} agents. Revoke one mandate first.',
  },
} as const satisfies Record<string, Row>
