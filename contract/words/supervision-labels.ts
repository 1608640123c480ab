import type { StuckColumn } from '#domain/supervision/board.ts'
import type { Failing, FailingRule, FindingState } from '#domain/supervision/failings.ts'
import type { Instrument, InstrumentState } from '#domain/supervision/instruments.ts'
import type { CheckWay, SampleOutcome } from '#domain/supervision/sample.ts'
import type { Sentence } from './language.ts'

type Labels<K extends string> = Record<K, Sentence>

export const instrumentLabels: Labels<Instrument> = {
  reminder: { zh: '催办提醒', en: 'reminder' },
  letter: { zh: '督办函', en: 'supervision letter' },
  yellow: { zh: '黄牌', en: 'yellow card' },
  red: { zh: '红牌', en: 'red card' },
}

export const instrumentStateLabels: Labels<InstrumentState> = {
  waiting: { zh: '待答复', en: 'waits for an answer' },
  answered: { zh: '已答复', en: 'answered' },
  objected: { zh: '有异议', en: 'objected to' },
  accepted: { zh: '答复已接受', en: 'answer accepted' },
  raised: { zh: '未答复，已升级', en: 'unanswered, next step taken' },
  ruledOut: { zh: '异议成立，待撤销', en: 'found unfounded, to be cancelled' },
  cancelled: { zh: '已撤销', en: 'cancelled' },
}

export const failingLabels: Labels<Failing> = {
  notAccepted: { zh: '应受理未受理', en: 'should have been accepted' },
  notHandled: { zh: '应办理未办理', en: 'should have been handled' },
  notLawful: { zh: '不依法办理', en: 'not handled by the law' },
}

export const failingRuleLabels: Labels<FailingRule> = {
  acceptLate: { zh: '受理时限已过，仍未受理', en: 'the time to accept is over and it is not accepted' },
  refusedWrongly: { zh: '不予受理后又重新受理', en: 'it was refused, and reopened afterwards' },
  handleLate: { zh: '时限已过，仍未办', en: 'the time is over and it is not done' },
  idle: { zh: '在手多日没有进展', en: 'it is in hand and nothing happens' },
  returnedTwice: { zh: '退回不止一次', en: 'it was returned more than once' },
  unrevisited: {
    zh: '按解决结案，没有回访',
    en: 'it was closed as solved and the person was not asked',
  },
  unanswered: { zh: '按办结结案，没有办理结果', en: 'it was closed as handled without an answer' },
  unconsented: {
    zh: '当事人没有同意就开了调解会',
    en: 'a session was held with a party that had not agreed',
  },
  overrun: { zh: '调解超过期限，没有延期', en: 'mediating went on beyond its day without an extension' },
}

export const findingStateLabels: Labels<FindingState> = {
  found: { zh: '待核实', en: 'to look into' },
  confirmed: { zh: '已确认，待整改', en: 'confirmed' },
  dismissed: { zh: '不成立', en: 'dismissed' },
  mended: { zh: '已整改', en: 'made good' },
}

export const stuckLabels: Labels<StuckColumn> = {
  sorting: { zh: '等受理、等派单', en: 'waiting to be sorted' },
  returned: { zh: '被退回', en: 'returned' },
  signing: { zh: '等签收', en: 'waiting to be signed for' },
  handling: { zh: '办理超时', en: 'late in handling' },
  held: { zh: '挂起到期', en: 'held past its day' },
  deciding: { zh: '等审批、等决定', en: 'waiting for a decision' },
  revisiting: { zh: '核实、回访超时', en: 'verifying or revisit late' },
  answering: { zh: '督办未答复', en: 'supervision unanswered' },
}

export const sampleOutcomeLabels: Labels<SampleOutcome> = {
  solved: { zh: '确实解决', en: 'truly solved' },
  unsolved: { zh: '没有解决', en: 'not solved' },
  unreachable: { zh: '联系不上', en: 'nobody reached' },
  false: { zh: '记录不实', en: 'record not true' },
}

export const checkWayLabels: Labels<CheckWay> = {
  phone: { zh: '电话', en: 'by telephone' },
  visit: { zh: '上门', en: 'on the spot' },
  record: { zh: '查记录', en: 'on the record' },
}
