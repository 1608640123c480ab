import type { Row } from './row.ts'

/** The refusals of units, people, posts and absences. */
export const peopleRefusals = {
  loginTaken: {
    status: 409,
    zh: '用户名“{login}”已经有人用了，请换一个。',
    en: 'The user name “{login}” is taken. Choose another.',
  },
  roleNotHere: {
    status: 422,
    zh: '“{unit}”不设这个岗位，请从列表中选择。',
    en: '“{unit}” has no post of this role. Choose one from the list.',
  },
  alreadyHolds: {
    status: 409,
    zh: '此人在“{unit}”已有这个岗位，不用再添加。',
    en: 'This person already holds this post at “{unit}”.',
  },
  badSpan: {
    status: 422,
    zh: '最后一天不能早于第一天 {day}，请核对。',
    en: 'The last day cannot lie before the first, {day}. Please check.',
  },
  hasOpenWork: {
    status: 409,
    zh: '“{name}”手上还有 {matters} 件事没有办结，请先办结或交给别人，再来做这一步。',
    en: '“{name}” still has open matters: {matters}. Finish them or hand them over first.',
  },
  ownAccount: {
    status: 403,
    zh: '自己的账号不能自己停用或重置，请另一位管理员来做；改密码请到“我的账号”。',
    en: 'You cannot disable or reset your own account: ask another administrator. Change your password under “My account”.',
  },
  lastAdministrator: {
    status: 409,
    zh: '这是最后一位管理员，停了就没有人能管理本区。请先给别人加上管理员岗位。',
    en: 'This is the last administrator; without one nobody could run the district. Make somebody else one first.',
  },
  dutiesApart: {
    status: 409,
    zh: '此人已是{role}。管理员、安全管理员、审计员必须由不同的人担任，请另选一人，或先结束原来的岗位。',
    en: 'This person already is {role}. Administrator, security administrator and auditor have to be three people: choose another, or end that post first.',
  },
  kindNotHere: {
    status: 422,
    zh: '“{unit}”下面不能设这种单位，请换一个类型，或换一个上级。',
    en: 'A unit of this kind cannot hang under “{unit}”. Choose another kind, or another unit above.',
  },
  unitCodeTaken: {
    status: 409,
    zh: '编码“{code}”在同一上级下已经给了“{unit}”，请换一个。停用的单位也保留编码。',
    en: 'The code “{code}” belongs to “{unit}” under the same unit already. Choose another; closed units keep theirs.',
  },
  rootStays: {
    status: 409,
    zh: '区县本身不能停用。',
    en: 'The district itself cannot be closed.',
  },
  unitHasWork: {
    status: 409,
    zh: '“{unit}”还有 {matters} 件事没有办结（由它承办、办理或分流）。请先办结或转走，再停用。',
    en: 'Open matters are still held, handled or sorted by “{unit}”: {matters}. Finish them or pass them on first.',
  },
  unitHasUnits: {
    status: 409,
    zh: '“{unit}”下面还有 {units} 个单位，请先停用它们。',
    en: 'There are still units below “{unit}”: {units}. Close them first.',
  },
  unitHasTickets: {
    status: 409,
    zh: '“{unit}”的大厅还有 {tickets} 个号没有叫完（含以后的预约），请先办完或取消。',
    en: 'Numbers still to be called at “{unit}”, bookings included: {tickets}. Serve or cancel them first.',
  },
  unitHasTasks: {
    status: 409,
    zh: '“{unit}”还有 {tasks} 项会商任务没有办完（由它负责，或由它召集的会商交办）。请先办完或撤销，再停用。',
    en: 'Tasks of consultation meetings that “{unit}” owns or gave out are still open: {tasks}. Finish or drop them first.',
  },
  unitHasPosts: {
    status: 409,
    zh: '“{unit}”还有 {posts} 个岗位没有结束，请先结束这些岗位。',
    en: 'Posts at “{unit}” that have not ended: {posts}. End them first.',
  },
  badOutline: {
    status: 422,
    zh: '这不是可用的范围：请粘贴或上传地图软件导出的多边形文件（经度在前、纬度在后），最多 {max} 个点。',
    en: 'This is no outline we can draw: paste or upload a GeoJSON polygon (longitude first, WGS-84) of at most {max} points.',
  },
  noPlacesHere: {
    status: 422,
    zh: '“{unit}”不能挂楼道码，请选楼栋、网格或社区。',
    en: 'No code can hang at “{unit}”. Choose a building, a grid or a community.',
  },
  dayPassed: {
    status: 422,
    zh: '{day} 已经过去了，请从今天或以后的一天开始。',
    en: '{day} has passed. Begin today or later.',
  },
  tooLongAway: {
    status: 422,
    zh: '一次最多请 {days} 天；更久请结束岗位，另派人接任。',
    en: 'An absence lasts at most {days} days. For longer, end the post and appoint somebody.',
  },
  notYourOwnSubstitute: {
    status: 422,
    zh: '代班人不能是本人，请选另一位同事。',
    en: 'Nobody stands in for themselves. Choose a colleague.',
  },
  nothingToPassOn: {
    status: 422,
    zh: '“{name}”这几天没有可以代班的岗位。管理员、安全管理员和审计员岗位不能由别人代。',
    en: '“{name}” has no post on these days that can be stood in for. Those of administrators, security administrators and auditors cannot.',
  },
  cannotStandIn: {
    status: 422,
    zh: '“{name}”不能代这个班：代班人要在同一单位或它的上级有岗位。请从列表中选择。',
    en: '“{name}” cannot stand in here: a substitute holds a post at the same unit or one above. Choose one from the list.',
  },
  alreadyAway: {
    status: 409,
    zh: '“{name}”在 {from} 至 {to} 已经登记了请假，请先结束那一次或改日期。',
    en: '“{name}” is already away from {from} to {to}. End that absence first or choose other days.',
  },
  substituteAway: {
    status: 409,
    zh: '“{name}”自己在 {from} 至 {to} 请假，请换一位代班人。',
    en: '“{name}” is away from {from} to {to}. Choose another substitute.',
  },
  endsSooner: {
    status: 422,
    zh: '这次请假到 {day} 就结束了，请选更早的一天；要延长请另外登记。',
    en: 'This absence ends on {day}. Choose an earlier day; to prolong it, set another.',
  },
  standsInMeanwhile: {
    status: 409,
    zh: '“{name}”这几天在替“{other}”代班（到 {to}），代来的班不能再转给别人。请先给“{other}”换代班人。',
    en: '“{name}” stands in for “{other}” until {to}, and what is stood in for is not passed on again. Give “{other}” another substitute first.',
  },
} as const satisfies Record<string, Row>
