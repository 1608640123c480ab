import type { Row } from './row.ts'

/** The refusals of the calendar, the categories, the templates and the profile. */
export const rulesRefusals = {
  fileDestroyed: {
    status: 409,
    zh: '这件事的档案已到保管期限并销毁，只留下目录信息，不能再办理。有新的情况请另行登记。',
    en: 'The file of this matter was destroyed at the end of its retention. What happens now is registered anew.',
  },
  nothingOverdue: {
    status: 409,
    zh: '没有已过保管期限、又不在清册里的档案。',
    en: 'No file is over its period of retention and in no register.',
  },
  registerOpen: {
    status: 409,
    zh: '上一份销毁清册还没有办完，请先办完它。',
    en: 'The register before is not finished. Finish that one first.',
  },
  registerDecided: {
    status: 409,
    zh: '这份清册已经审批，不能再改。',
    en: 'This register has been decided upon and is not changed any more.',
  },
  ownRegister: {
    status: 403,
    zh: '自己编制的清册要由别人审批（双人销毁）。',
    en: 'Somebody else has to decide on the register that you drew up: destroying takes two.',
  },
  subsidyFixed: {
    status: 409,
    zh: '这份清单已经核对或审批，不能再改。要改请退回重编；已审批的不再变动，之后的变化另列。',
    en: 'This list has been looked through or approved. Send it back to change it; once approved it stays, and later changes are listed beside it.',
  },
  subsidyUnchecked: {
    status: 409,
    zh: '这份清单还没有核对，核对以后才能审批。',
    en: 'This list has not been looked through yet; that comes before the decision.',
  },
  subsidyChanged: {
    status: 409,
    zh: '清单编好以后，有 {count} 件案子的情况变了。请重新计算，看过变化再继续。',
    en: 'Since the list was drawn up {count} cases have changed. Read the record anew and look at the changes first.',
  },
  ownSubsidy: {
    status: 403,
    zh: '自己编制、核对的清单，或者里面有发给自己的补贴，要由别人审批。',
    en: 'Somebody else has to decide on a list that you drew up or looked through, or that pays you.',
  },
  subsidyTooLong: {
    status: 422,
    zh: '一份清单最多 {max} 件，请缩短时间，或者按下级单位分开编。',
    en: 'A list holds {max} cases at most. Take fewer days, or one unit below at a time.',
  },
  notDistrictPost: {
    status: 403,
    zh: '销毁清册由区级领导审批，请报区里处理。',
    en: 'Registers are decided by a leader of the district. Pass it on to the district.',
  },
  badDay: {
    status: 422,
    zh: '“{day}”不在 {year} 年内，请核对。',
    en: '“{day}” is not a day of {year}. Please check.',
  },
  codeTaken: {
    status: 409,
    zh: '编码“{code}”已经用过了。编码一经使用就不再改动，请换一个。',
    en: 'The code “{code}” has been used. A code is never given twice; choose another.',
  },
  badWord: {
    status: 422,
    zh: '“{word}”读不懂。词之间用空格隔开；“a|b”表示任意一个，“a+b”表示两个词相隔不远同时出现，最多一个“+”。',
    en: '“{word}” cannot be read. Part words by spaces; “a|b” means either, “a+b” both near each other, with one “+” at most.',
  },
  closedCategory: {
    status: 422,
    zh: '分类“{category}”已停用，请另选一个。',
    en: 'The category “{category}” is no longer used. Choose another.',
  },
  closedAbove: {
    status: 409,
    zh: '上一级“{category}”已停用，请先恢复它。',
    en: 'Its class “{category}” is closed. Open that one first.',
  },
  noNeighbour: {
    status: 409,
    zh: '已经排在最前或最后了。',
    en: 'It is the first or the last already.',
  },
  unknownField: {
    status: 422,
    zh: '没有“{name}”这个字段。能用的字段列在下面；要由办理人填的，在名称前加问号。',
    en: 'There is no field “{name}”. Those that can be used are listed below; put a question mark before the name of what the writer fills in.',
  },
  missingColumn: {
    status: 422,
    zh: '第一行里没有“{name}”这一列。请先导出一份，在导出的文件里修改后再导入。',
    en: 'The first row has no column “{name}”. Export the list first, change that file, and import it.',
  },
  noDraft: {
    status: 409,
    zh: '没有草稿，可能已经发布或删掉了。请刷新看看现行版本。',
    en: 'There is no draft; it may have been published or thrown away. Reload and look at the version that counts.',
  },
  profileProblem: {
    status: 422,
    zh: '还有 {count} 处要改，改好才能试算和发布。',
    en: 'Still to mend: {count}. After that it can be tried and published.',
  },
  nameTaken: {
    status: 409,
    zh: '已经有一个叫“{name}”的了，请换个名字。',
    en: 'There is one called “{name}” already. Choose another name.',
  },
} as const satisfies Record<string, Row>
