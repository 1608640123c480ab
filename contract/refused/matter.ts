import type { Row } from './row.ts'

/** The refusals of a matter and its moves. */
export const matterRefusals = {
  notNow: {
    status: 409,
    zh: '这件事现在的状态是“{state}”，不能做这一步。请看最新的办理记录。',
    en: 'The matter is now “{state}”, so this step is not possible. See its latest history.',
  },
  alreadyReturned: {
    status: 409,
    zh: '本单位已退回过一次。同一单位只能退一次，有争议请提请中心裁定。',
    en: 'Your unit has returned this once. A unit may return once; ask the centre for a ruling.',
  },
  returnTooLate: {
    status: 409,
    zh: '退单要在派单后 {days} 个工作日内提出，现在已超过，请与中心协商。',
    en: 'A return has to be made within {days} working days of dispatch. Please speak to the centre.',
  },
  notATarget: {
    status: 422,
    zh: '不能派给“{unit}”：不在你的派单范围内。请从列表中选择。',
    en: 'You cannot dispatch to “{unit}”: it is outside your range. Choose one from the list.',
  },
  closedUnit: {
    status: 422,
    zh: '“{unit}”已停用，请选择别的承办单位。',
    en: '“{unit}” is no longer active. Choose another unit.',
  },
  sameUnit: {
    status: 422,
    zh: '“{unit}”刚退回过这件事。请换一个单位，或写明为什么仍由它办理。',
    en: '“{unit}” has just returned this matter. Choose another unit, or say why it should handle it after all.',
  },
  revisitFirst: {
    status: 409,
    zh: '结案前要先回访：问到诉求人，或联系满 {tries} 次仍联系不上。',
    en: 'Revisit before closing: reach the person, or try {tries} times without reaching them.',
  },
  notSolved: {
    status: 422,
    zh: '诉求人说还没有解决，不能按“{closure}”结案。请退回重办，或选择真实的结案类型。',
    en: 'The person says it is not solved, so it cannot be closed as “{closure}”. Send it back or choose the true closure kind.',
  },
  notAsked: {
    status: 422,
    zh: '还没有问到诉求人是否解决，不能按“{closure}”结案。请再回访一次，或在程序性终结、稳控、转法定途径中选择符合实际的一种。',
    en: 'Nobody has heard from the person whether it is solved, so it cannot be closed as “{closure}”. Revisit again, or choose what is true: ended by procedure, stabilised, or referred to a legal route.',
  },
  noQuestion: {
    status: 409,
    zh: '目前没有需要您回答的问题。',
    en: 'There is no question waiting for your answer.',
  },
  alreadyRated: { status: 409, zh: '您已经评价过了，谢谢。', en: 'You have already rated this. Thank you.' },
  reopenTooLate: {
    status: 409,
    zh: '办结超过 {days} 天，不能再申请重办。如果问题又出现了，请重新提交一次。',
    en: 'More than {days} days have passed since closing. If the problem is back, please send it as a new appeal.',
  },
  reopenAlreadyAsked: {
    status: 409,
    zh: '您的重办申请已经收到，工作人员正在查看。',
    en: 'We have your request to reopen; staff are looking at it.',
  },
  othersJoined: {
    status: 409,
    zh: '还有其他人反映了同一件事（共 {appeals} 份诉求），不能由您一人撤回。您可以等办结后评价。',
    en: 'Others reported the same thing ({appeals} appeals in all), so you cannot withdraw it for everybody. You can rate it once it is done.',
  },
  nothingAsked: { status: 409, zh: '没有待答复的重办申请。', en: 'There is no request to reopen to answer.' },
  ruleFirst: {
    status: 409,
    zh: '这件事已被退回 {returns} 次，不能再转派，请由中心作出裁定，指定承办单位。',
    en: 'This matter was returned {returns} times. It cannot be dispatched on: the centre has to rule who handles it.',
  },
  ruled: {
    status: 409,
    zh: '承办单位是裁定的，不能再退单。有困难请申请延期、协办，或请中心上报。',
    en: 'The centre ruled that your unit handles this, so it cannot be returned. Ask for more time, for assistance, or to pass it up.',
  },
  passedUp: {
    status: 422,
    zh: '这件事是从“{unit}”所在层级上报来的，不能再压回去，请由本级办理或交职能部门。',
    en: 'This matter was passed up from the level of “{unit}” and does not go back down. Handle it here or give it to a department.',
  },
  topLevel: {
    status: 409,
    zh: '这件事已在区级，没有上一级可报，请由区级兜底办理。',
    en: 'This matter is at the district already; there is no level above. The district has to settle it.',
  },
  notBelow: {
    status: 409,
    zh: '交办只能交给本辖区下一级的中心或社区，请从列表中选择。',
    en: 'A matter is handed down to a centre or community below, within your area. Choose one from the list.',
  },
  alreadyAsked: {
    status: 409,
    zh: '已有一项申请在等审批，请等它有结果后再申请。',
    en: 'A request is waiting for its decision already. Ask again when it is decided.',
  },
  noRequest: {
    status: 409,
    zh: '这件事没有等待审批的申请，可能别人已经处理了。',
    en: 'No request is waiting here; somebody may have decided it already.',
  },
  otherRequest: {
    status: 409,
    zh: '等待审批的是另一种申请，请看清申请内容再处理。',
    en: 'What waits here is a request of another kind. Please read it again.',
  },
  ownRequest: {
    status: 403,
    zh: '自己提的申请要由别人审批。',
    en: 'Somebody else has to decide what you asked for.',
  },
  nothingDenied: {
    status: 409,
    zh: '没有可以复审的审批：上一次没有同意的才能申请复审，而且只能一次。',
    en: 'There is nothing to look at again: only what was denied last may be, and only once.',
  },
  secondLookTooLate: {
    status: 409,
    zh: '申请复审要在 {days} 个工作日内提出，现在已过期；情况有变化可以重新申请。',
    en: 'A second look is asked for within {days} working days, which are over. If things have changed, ask anew.',
  },
  lookedAtBefore: {
    status: 403,
    zh: '复审要由上一级的人决定，不能由原来没有同意的人或同一级决定。',
    en: 'A second look is for somebody a level above, not for who denied it or others of that level.',
  },
  noHandleClock: {
    status: 409,
    zh: '这件事没有在走的办理时限，不用延期。',
    en: 'No time limit of handling is running, so there is nothing to extend.',
  },
  tooLateToExtend: {
    status: 409,
    zh: '办理时限已过，不能再申请延期，请尽快办结并说明原因。',
    en: 'The time limit has passed, so it can no longer be extended. Please finish soon and say why it took longer.',
  },
  extendedEnough: {
    status: 409,
    zh: '已经延期 {times} 次，不能再延。',
    en: 'It was extended {times} times already and cannot be extended again.',
  },
  holdTooLong: {
    status: 422,
    zh: '一次中止最多 {days} 天，到期还需要可以再申请。',
    en: 'A hold lasts {days} days at most. You can ask again when it ends.',
  },
  notHeld: { status: 409, zh: '这件事现在没有中止。', en: 'This matter is not on hold.' },
  alreadyHeld: {
    status: 409,
    zh: '这件事已经中止，恢复后才能再申请。',
    en: 'This matter is on hold already. Resume it first.',
  },
  partsOpen: {
    status: 409,
    zh: '协办单位还没有答复：{units}。请等答复，或撤回协办后再提交。',
    en: 'Assisting units have not answered yet: {units}. Wait for them or take the request back, then submit.',
  },
  noSuchPart: {
    status: 422,
    zh: '没有这个单位待答复的协办，可能已经答复了。',
    en: 'No open part of that unit is left; it may have answered already.',
  },
  alreadyAssists: {
    status: 422,
    zh: '“{unit}”已经在主办或协办这件事，不用再请。',
    en: '“{unit}” handles or assists this matter already.',
  },
  notColleague: {
    status: 422,
    zh: '只能移交给承办单位里在岗、能办这件事的同事。',
    en: 'It can be handed over only to a colleague of the handling unit who holds a post there today.',
  },
  onlyVoice: {
    status: 409,
    zh: '至少要留下一位诉求人，不能全部分出去。',
    en: 'At least one voice has to stay; they cannot all leave.',
  },
  noSuchVoice: {
    status: 422,
    zh: '选中的诉求人里有的不在这件事里，请刷新后重选。',
    en: 'Some of the chosen voices are not part of this matter. Reload and choose again.',
  },
  sameMatter: {
    status: 422,
    zh: '选的就是这件事自己，请选另一件。',
    en: 'This is the matter itself. Choose another one.',
  },
  cannotJoin: {
    status: 409,
    zh: '不能并入 {number}（{state}）：要并入的事项必须还在办理，保密事项不与其他事项相并。',
    en: 'Nothing can be joined into {number} ({state}): it has to be open, and locked matters are not joined with others.',
  },
  alreadyArchived: { status: 409, zh: '这件事已经归档。', en: 'This matter is archived already.' },
  noSuchClass: {
    status: 422,
    zh: '没有这种保管期限，请从列表中选择。',
    en: 'There is no such class of retention. Choose one from the list.',
  },
  sealedField: {
    status: 409,
    zh: '“{field}”在当前状态下已封存，不能更正。可以添加备注说明。',
    en: '“{field}” is sealed in this state and can no longer be corrected. You can add a note.',
  },
  nothingChanged: {
    status: 422,
    zh: '没有任何改动，请修改后再提交。',
    en: 'Nothing was changed. Change something before sending.',
  },
  outOfSight: {
    status: 422,
    zh: '提到的人里有人看不到这件事，请从列表里重新选择。',
    en: 'Somebody you named may not see this matter. Please choose again from the list.',
  },
} as const satisfies Record<string, Row>
