import type { Row } from './row.ts'

/** The refusals of consultation meetings and of what they charge units with. */
export const meetingRefusals = {
  notCalling: {
    status: 403,
    zh: '这个单位不能召集会商：请用综治中心或社区的岗位召集。',
    en: 'This unit does not call meetings. Call it from a post at a centre or a community.',
  },
  notOfUnit: {
    status: 422,
    zh: '“{name}”里点名的人今天不在这个单位任职，请重新选人，或者不点名。',
    en: 'Somebody named for “{name}” holds no post there today. Choose again, or name nobody.',
  },
  itemUnitNotCalled: {
    status: 422,
    zh: '议题 {no} 里的单位不在受邀名单上，请先邀请它。',
    en: 'Item {no} names a unit that is not called. Call it first.',
  },
  quorumTooHigh: {
    status: 422,
    zh: '到会单位数不能超过受邀单位数（{count} 个），请改小。',
    en: 'No more units can be required than are called ({count}). Lower the number.',
  },
  meetingPast: {
    status: 422,
    zh: '开会时间已经过去，请选今后的时间。',
    en: 'This time has passed. Choose a time to come.',
  },
  meetingToCome: {
    status: 409,
    zh: '会议还没有开始，到时间后再记录。',
    en: 'The meeting has not begun. Record it once it has.',
  },
  meetingNotNow: {
    status: 409,
    zh: '会议现在的状态不能这样做，请刷新页面看看最新情况。',
    en: 'The meeting is past that. Reload the page to see how it stands.',
  },
  meetingSecret: {
    status: 422,
    zh: '议题 {no} 是需要保密的事项：主持人和记录人都必须是知情人员。请换人，或不列入这次会议。',
    en: 'Item {no} is need-to-know: chair and minute taker must be among those who may know. Choose others, or leave it off.',
  },
  belowQuorum: {
    status: 409,
    zh: '到会 {came} 个单位，不足 {quorum} 个：不能作结论，只能改期再开。',
    en: '{came} of the called units came and {quorum} are needed: nothing can be concluded; the meeting can only be adjourned.',
  },
  minutesMissing: {
    status: 422,
    zh: '议题 {no} 还没有结论，也没有任务，请补上再确认。',
    en: 'Item {no} has neither a conclusion nor a task. Add one before you confirm.',
  },
  ownerNotCalled: {
    status: 422,
    zh: '议题 {no} 的任务只能交给受邀单位或召集单位，请重新选责任单位。',
    en: 'A task of item {no} can only go to a unit that was called or that called the meeting. Choose another owner.',
  },
  taskSecret: {
    status: 422,
    zh: '议题 {no} 需要保密：任务必须交给一位知情人员，请选责任人。',
    en: 'Item {no} is need-to-know: its task must go to a person who may know. Choose one.',
  },
  dueBeforeMeeting: {
    status: 422,
    zh: '议题 {no} 的任务期限不能早于开会那天，请改期限。',
    en: 'A task of item {no} cannot be due before the day of the meeting. Change the day.',
  },
  taskOver: {
    status: 409,
    zh: '这个任务已经完成或撤销，不用再办。',
    en: 'This task is done or was dropped; there is nothing more to do.',
  },
  askedAlready: {
    status: 409,
    zh: '已经申请过改期，等召集单位答复。',
    en: 'Another day was asked for already; wait for the answer.',
  },
} as const satisfies Partial<Record<string, Row>>
