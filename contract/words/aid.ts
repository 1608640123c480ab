import type { AidLineEnd, AidLineStep, AidRatedThing, AidState } from '#domain/aid/aid.ts'
import type { AidVerb } from '#domain/aid/moves.ts'
import type { TeamVerb } from '#domain/team/moves.ts'
import type { TeamEnd, TeamKind } from '#domain/team/team.ts'
import type { Sentence } from './language.ts'

type Labels<K extends string> = Record<K, Sentence>

export const aidStateLabels: Labels<AidState> = {
  posted: { zh: '待派单', en: 'to be dispatched' },
  sentBack: { zh: '待补充', en: 'sent back for more' },
  dispatched: { zh: '已派单', en: 'dispatched' },
  over: { zh: '已办结', en: 'done' },
  declined: { zh: '不予受理', en: 'declined' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
}

/** What is to be done with a line. */
export const aidStepLabels: Labels<Exclude<AidLineStep, 'handOver'>> = {
  accept: { zh: '接单', en: 'Accept' },
  plan: { zh: '安排', en: 'Plan' },
  finish: { zh: '办理', en: 'Work' },
  confirm: { zh: '确认评价', en: 'Confirm' },
}

/** Whose turn it is with a line. */
export const aidTurnLabels: Labels<AidLineStep> = {
  accept: { zh: '待接单', en: 'to accept' },
  plan: { zh: '待安排', en: 'to plan' },
  finish: { zh: '办理中', en: 'at work' },
  confirm: { zh: '待点单方确认', en: 'to be confirmed by the orderer' },
  handOver: { zh: '专班已结束，待中心改派', en: 'the team has ended; the centre hands it over' },
}

export const aidEndLabels: Labels<AidLineEnd> = {
  confirmed: { zh: '已确认', en: 'confirmed' },
  refused: { zh: '未接单', en: 'not accepted' },
  handedOver: { zh: '已改派', en: 'handed over' },
  dropped: { zh: '已收回', en: 'taken back' },
}

export const aidRatedLabels: Labels<AidRatedThing> = {
  speed: { zh: '来得快慢', en: 'Speed' },
  result: { zh: '办得怎样', en: 'Result' },
}

export const aidVerbLabels: Labels<AidVerb> = {
  dispatch: { zh: '派单', en: 'Dispatch' },
  back: { zh: '退回补充', en: 'Send back' },
  decline: { zh: '不予受理', en: 'Decline' },
  passUp: { zh: '报区中心', en: 'Pass up to the district' },
  again: { zh: '补充再点', en: 'Post again' },
  withdraw: { zh: '撤回点单', en: 'Withdraw' },
  accept: { zh: '接单', en: 'Accept' },
  refuse: { zh: '不接', en: 'Do not accept' },
  plan: { zh: '作安排', en: 'Plan' },
  finish: { zh: '报办完', en: 'Report it done' },
  confirm: { zh: '确认并评价', en: 'Confirm and rate' },
  notDone: { zh: '没有办成', en: 'Not done' },
  handOver: { zh: '改派', en: 'Hand over' },
  takeBack: { zh: '收回', en: 'Take back' },
}

export const teamKindLabels: Labels<TeamKind> = {
  project: { zh: '项目专班', en: 'Project team' },
  branch: { zh: '临时党支部', en: 'Temporary branch' },
}

export const teamEndLabels: Labels<TeamEnd> = {
  term: { zh: '到期结束', en: 'its term is over' },
  early: { zh: '提前结束', en: 'ended early' },
}

export const teamVerbLabels: Labels<TeamVerb> = {
  addMember: { zh: '加成员', en: 'Add a member' },
  removeMember: { zh: '移出', en: 'Take out' },
  setLead: { zh: '换负责人', en: 'Change the lead' },
  extend: { zh: '延长期限', en: 'Extend the term' },
  note: { zh: '记一笔', en: 'Write a note' },
  end: { zh: '提前结束', en: 'End early' },
}
