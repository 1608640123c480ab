import type { Row } from './row.ts'

/** The refusals of the responsibility list; those about a dispatch name the line to look at. */
export const dutyRefusals = {
  notOnCommunityList: {
    status: 422,
    zh: '社区职责清单已生效，里面没有“{category}”，不能派给社区主办。请派给街道或部门（社区可以请来协办），或者上报；认为该由社区办的，请规则管理员补进职责清单。',
    en: 'The community list is in force and does not hold “{category}”, so no community can be its main handler. Dispatch it to the street or a department (a community may be asked to assist), or pass it up. If communities should handle it, ask who keeps the rules to add a line.',
  },
  communityAssists: {
    status: 422,
    zh: '按职责清单第 {line} 条，“{category}”社区只是协办，不能派为主办。请派给这一条写明的主办单位，再请社区协办。',
    en: 'By line {line} of the responsibility list a community only assists with “{category}” and cannot be its main handler. Dispatch it to the main handler of that line and ask the community to assist.',
  },
  otherHandles: {
    status: 422,
    zh: '按职责清单第 {line} 条，“{category}”另有主办单位，不在这个社区的职责里。请派给这一条写明的主办单位；认为清单不对的，请规则管理员修改。',
    en: 'By line {line} of the responsibility list “{category}” has another main handler and is no duty of this community. Dispatch it to the one named there; if the list is wrong, ask who keeps the rules to change it.',
  },
  dutyReason: {
    status: 422,
    zh: '职责清单第 {line} 条写明由别的单位主办。要派给这个单位，请写明理由。',
    en: 'Line {line} of the responsibility list names another main handler. Say why it goes to this unit instead.',
  },
  notAHandler: {
    status: 422,
    zh: '“{unit}”不承办事项（区县、楼栋和调解室没有人签收），请另选一个单位。',
    en: '“{unit}” handles no matters: a district, a building or a room has nobody to sign. Choose another unit.',
  },
  notAnArea: {
    status: 422,
    zh: '“{unit}”不是区域。适用范围请选全区、街道、社区或网格。',
    en: '“{unit}” is no area. Choose the district, a street, a community or a grid.',
  },
  elsewhere: {
    status: 422,
    zh: '“{unit}”管不到“{area}”。请另选单位，或者改适用范围。',
    en: '“{unit}” does not work for “{area}”. Choose another unit or another area.',
  },
  mainMissing: {
    status: 422,
    zh: '请写明主办：选一个单位，或者选属地社区、属地街道。',
    en: 'Name the main handler: a unit, or the community or street of the place.',
  },
  assistsTwice: {
    status: 422,
    zh: '主办单位不用再写成协办，同一个单位也不用写两次。请去掉重复的。',
    en: 'The main handler does not assist itself, and nobody stands there twice. Take out what is double.',
  },
  dutyTwice: {
    status: 409,
    zh: '第 {line} 条在同一时间已经规定了这个分类、这个范围。请改那一条，或者先让它到期。',
    en: 'Line {line} says it already for this category and area at that time. Change that line, or let it end first.',
  },
  communityListEmpty: {
    status: 409,
    zh: '到那一天还没有一条写明由社区主办的，这时生效就什么也不能派给社区了。请先列出社区主办的事项。',
    en: 'No line names a community as main handler on that day, so nothing could be dispatched to one. List what communities handle first.',
  },
  noSuchLine: {
    status: 422,
    zh: '职责清单里没有第 {line} 条。新增的请把条号空着。',
    en: 'The list has no line {line}. Leave the number empty to add one.',
  },
  noUnitOfName: {
    status: 422,
    zh: '没有叫“{unit}”的单位。请照单位管理里的名称填写，例如“枫林街道/滨河社区”。',
    en: 'No unit is called “{unit}”. Write it as the units page does: street/community.',
  },
  twoOfName: {
    status: 422,
    zh: '叫“{unit}”的单位不止一个，请写全，例如“枫林街道/滨河社区”。',
    en: 'Several units are called “{unit}”. Write it in full: street/community.',
  },
  notRuled: {
    status: 409,
    zh: '裁定过承办单位的事项，才能提议写进职责清单。',
    en: 'Only what was ruled about a matter’s handler can be proposed for the list.',
  },
  proposedBefore: {
    status: 409,
    zh: '这次裁定已经提议过了，请等规则管理员处理。',
    en: 'It was proposed from this matter already. Wait for who keeps the rules.',
  },
  proposalDecided: {
    status: 409,
    zh: '这条提议已经处理过了，请刷新看看结果。',
    en: 'This proposal was decided already. Reload to see how.',
  },
} as const satisfies Record<string, Row>
