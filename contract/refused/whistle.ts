import type { Row } from './row.ts'

/** The refusals of whistles. */
export const whistleRefusals = {
  whistleNotNow: {
    status: 409,
    zh: '这一步现在做不了：别人可能刚办过，或者哨已经结束。请看页面上最新的进展。',
    en: 'This cannot be done now: somebody may just have done it, or the whistle is over. See how it stands on the page.',
  },
  whistleTwice: {
    status: 422,
    zh: '“{unit}”已经在被吹哨的单位里，不用再选一次。请换一个单位，或去掉重复的。',
    en: '“{unit}” is called already. Choose another unit, or take the double away.',
  },
  whistleOwn: {
    status: 422,
    zh: '“{unit}”就是本单位或下级单位，不能对自己吹哨。请直接派单给它，或换一个部门。',
    en: '“{unit}” is your own unit or lies below it, and nobody whistles to themselves. Dispatch the matter to it, or choose another department.',
  },
  whistleNobody: {
    status: 422,
    zh: '“{unit}”不是可以吹哨的部门或公司。请从列表中选择。',
    en: '“{unit}” is no department or company that can be called. Choose one from the list.',
  },
  whistleLocked: {
    status: 422,
    zh: '事项 {number} 只限知情人员查看，不能关联到哨上。请去掉这个编号，只写部门到场必须知道的内容。',
    en: 'Matter {number} is need-to-know and cannot be linked to a whistle. Take its number away and write only what the departments must know.',
  },
  notYourWhistle: {
    status: 403,
    zh: '你的岗位不能为这个单位吹这种哨。工作哨由街道、社区领导或中心派单员、社区工作人员吹；攻坚哨由领导吹，再由同单位的另一位领导同意。请选别的种类，或请领导来吹。',
    en: 'Your post may not blow this kind of whistle for this unit. Routine ones are blown by its leaders, dispatchers or community staff, hard ones by a leader with the consent of a second one. Choose another kind, or ask a leader.',
  },
  objectedOnce: {
    status: 409,
    zh: '异议只能提一次，已经裁定由你们办理。请接着办，办不了的在办理结果里写明原因。',
    en: 'An objection can be made once, and it was ruled that this is yours. Carry on, and say in the result what you cannot do.',
  },
  sentBackOnce: {
    status: 409,
    zh: '已经退回过一次。请确认，并在评价里写明哪里不满意；或上报区里。',
    en: 'It was sent back once already. Confirm it and say in the rating what is not good, or pass the whistle up to the district.',
  },
  whistleRated: {
    status: 409,
    zh: '已经评价过了，不能再改。',
    en: 'It has been rated already, and ratings are not changed.',
  },
  whistleUpgraded: {
    status: 409,
    zh: '已经上报区里，由区中心牵头。',
    en: 'It was passed up already; the centre of the district is in charge.',
  },
  whistleMisused: {
    status: 409,
    zh: '已经记过一次，不重复记。',
    en: 'This was noted already, and is not noted twice.',
  },
  planPast: {
    status: 422,
    zh: '完成日期已经过去。请选今天或以后的日子。',
    en: 'The day has gone by. Choose today or a later one.',
  },
  planTooFar: {
    status: 422,
    zh: '计划最长 {days} 个工作日。时间更长的，请先写第一阶段的计划。',
    en: 'A plan reaches {days} working days ahead at most. Where it takes longer, plan the first stage.',
  },
  arrivalPast: {
    status: 422,
    zh: '希望到场的时间已经过去。请选以后的时间，或者不填。',
    en: 'The arrival you ask for has gone by. Choose a later time, or leave it out.',
  },
  unitHasWhistles: {
    status: 409,
    zh: '“{unit}”还有 {whistles} 个没有了结的哨，不能停用。请先办结，或由区中心改派给别的单位。',
    en: '“{unit}” has {whistles} whistles that are not over and cannot be closed. Finish them first, or let the district name another unit.',
  },
} as const satisfies Record<string, Row>
