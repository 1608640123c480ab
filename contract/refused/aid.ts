import type { Row } from './row.ts'

/** The refusals of orders for help and of project teams. */
export const aidRefusals = {
  aidNotNow: {
    status: 409,
    zh: '这一步现在做不了：别人可能刚办过，或者点单已经了结。请看页面上最新的进展。',
    en: 'This cannot be done now: somebody may just have done it, or the order is over. See how it stands on the page.',
  },
  aidTwice: {
    status: 422,
    zh: '“{unit}”手上已经有这一单。请换一个，或去掉重复的。',
    en: '“{unit}” has this order already. Choose another, or take the double away.',
  },
  aidOwn: {
    status: 422,
    zh: '“{unit}”就是点单的单位，不能派回给它自己。请换一个，或写明理由退回。',
    en: '“{unit}” posted the order, and cannot be asked to help itself. Choose another, or send it back with a reason.',
  },
  aidNobody: {
    status: 422,
    zh: '“{unit}”不在可以派单的范围内。请从列表中选择。',
    en: '“{unit}” cannot be asked from here. Choose one from the list.',
  },
  aidLocked: {
    status: 422,
    zh: '事项 {number} 只限知情人员查看，不能关联到点单上。请去掉这个编号，只写帮忙的人必须知道的内容。',
    en: 'Matter {number} is need-to-know and cannot be linked to an order. Take its number away and write only what those who help must know.',
  },
  notYourAid: {
    status: 403,
    zh: '你的岗位不能替这个单位点单。请从列表中选自己的街道、社区、网格或楼栋。',
    en: 'Your post may not order for this unit. Choose your own street, community, grid or building from the list.',
  },
  aidNotDoneOnce: {
    status: 409,
    zh: '已经退回过一次。请确认，并在评价里写明哪里没有做好；还需要帮忙的，另点一单。',
    en: 'It went back once already. Confirm it and say in the rating what was not done; order again for what is still needed.',
  },
  aidPassedUp: {
    status: 409,
    zh: '这一单已经在区中心，不能再往上报。请派单、退回，或写明去处后不予受理。',
    en: 'It lies with the centre of the district, and goes no further up. Dispatch it, send it back, or decline it with a remedy.',
  },
  aidToConfirm: {
    status: 409,
    zh: '有单位已经办完，等你们确认，现在不能撤回。请先确认评价，或写明没有办成。',
    en: 'Somebody has done the work and waits for you, so it cannot be withdrawn now. Confirm it, or say that it was not done.',
  },
  aidDayGone: {
    status: 422,
    zh: '这一天已经过去。请选今天或以后的日子。',
    en: 'That day has gone by. Choose today or a later one.',
  },
  aidTooFar: {
    status: 422,
    zh: '最多可以提前 {days} 天点单。请选近一些的日子，或者不填。',
    en: 'Help is ordered {days} days ahead at most. Choose an earlier day, or leave it out.',
  },
  aidKindGone: {
    status: 422,
    zh: '服务清单里没有这一项，可能刚停用。请从列表中重新选择。',
    en: 'The catalogue does not offer this, it may just have been taken out. Choose from the list again.',
  },
  aidTooMany: {
    status: 422,
    zh: '一单最多派 {most} 次。请另点一单。',
    en: 'One order asks {most} times at most. Post another order.',
  },
  teamOver: {
    status: 409,
    zh: '专班的期限已经结束，不能再改。需要继续的，请新设一个专班。',
    en: 'The term of the team is over, and nothing of it can be changed. Set up a new team where work goes on.',
  },
  teamLeadStays: {
    status: 422,
    zh: '他是专班的负责人，不能直接移出。请先换负责人。',
    en: 'This person leads the team and cannot be taken out. Name another lead first.',
  },
  teamHasAids: {
    status: 409,
    zh: '专班还有 {open} 单没有了结，不能解散。请先办完，或请综治中心改派给别的单位或专班。',
    en: 'The team has {open} open orders and cannot be dissolved. Finish them, or have the centre hand them over to another unit or team.',
  },
  teamDays: {
    status: 422,
    zh: '日期不对：要在专班的期限之内，结束不能早于开始。请改日期。',
    en: 'The days do not fit: they lie within the term of the team, and the end not before the beginning. Change them.',
  },
  teamTooLong: {
    status: 422,
    zh: '期限最多到 {days} 天以后。请选近一些的日子，到期前可以再延长。',
    en: 'A term reaches {days} days ahead at most. Choose an earlier day; it can be extended before it ends.',
  },
  teamNotLonger: {
    status: 422,
    zh: '专班本来就到 {day}。延长请选更晚的日子；要提前结束，请用“提前结束”。',
    en: 'The term reaches until {day} already. Choose a later day, or end the team early.',
  },
  teamTwice: {
    status: 422,
    zh: '“{name}”已经在专班里。请换一个人。',
    en: '“{name}” is in the team already. Choose somebody else.',
  },
  teamFull: {
    status: 422,
    zh: '专班最多 {most} 人。请先移出不再参加的人。',
    en: 'A team has {most} members at most. Take out those who no longer work in it first.',
  },
  teamNotOn: {
    status: 422,
    zh: '“{unit}”今天不在期限内，不能派单给它。请换一个。',
    en: '“{unit}” is not within its term today and cannot be asked. Choose another.',
  },
  notYourTeam: {
    status: 403,
    zh: '你的岗位不能设专班。请综治中心派单员或领导来设。',
    en: 'Your post may not set up a team. Ask a dispatcher of the centre, or a leader.',
  },
  unitHasAids: {
    status: 409,
    zh: '“{unit}”还有 {aids} 个没有了结的点单或在期的专班，不能停用。请先办结、改派或结束。',
    en: '“{unit}” has {aids} open orders for help or running teams and cannot be closed. Finish, hand over or end them first.',
  },
} as const satisfies Record<string, Row>
