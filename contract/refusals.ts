import type { Facts, Refusal, RefusalCode } from '#domain/refusal.ts'
import { inWords, type Language, type Sentence } from './words/language.ts'

type Row = Sentence & { status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503 }

/** Code → HTTP status and the whole sentence in both languages; each says what to do next. */
export const refusals: Record<RefusalCode, Row> = {
  badInput: { status: 400, zh: '“{field}”这一项填写有误：{hint}', en: 'Please check “{field}”: {hint}' },
  tooLong: {
    status: 400,
    zh: '“{field}”最多 {max} 个字，请精简后再提交。',
    en: '“{field}” takes at most {max} characters. Please shorten it.',
  },
  tooMany: {
    status: 400,
    zh: '“{field}”最多 {max} 项，请分次提交。',
    en: '“{field}” takes at most {max} items. Please send the rest separately.',
  },
  missingField: {
    status: 422,
    zh: '还缺少“{field}”，补上后就可以继续。',
    en: '“{field}” is still missing. Fill it in to go on.',
  },
  notFound: {
    status: 404,
    zh: '没有找到这条记录，或者它不在你的职责范围内。',
    en: 'There is no such record, or it is not within your area.',
  },
  commandReused: {
    status: 409,
    zh: '同一个操作编号已用于别的内容，请刷新页面后重试。',
    en: 'This command number was already used for something else. Reload the page and try again.',
  },
  staleVersion: {
    status: 409,
    zh: '在你填写期间，别人已经更新了这里。你填的内容还在，请看过最新情况后再提交。',
    en: 'Somebody updated this while you were writing. Your text is kept; look at the news and send again.',
  },
  tooBusy: {
    status: 429,
    zh: '操作太频繁了，请 {seconds} 秒后再试，您填写的内容不会丢失。',
    en: 'Too many requests. Please try again in {seconds} seconds; nothing you wrote is lost.',
  },
  signInFirst: {
    status: 401,
    zh: '请先登录，登录后会回到这一页。',
    en: 'Please sign in first; you will come back to this page.',
  },
  wrongPassword: {
    status: 401,
    zh: '用户名或密码不对，请再试一次。',
    en: 'The user name or password is not right. Please try again.',
  },
  lockedOut: {
    status: 429,
    zh: '多次输错密码，这个账号暂停登录 {minutes} 分钟。请稍后再试，或请管理员协助。',
    en: 'Too many wrong passwords. This account rests for {minutes} minutes; try later or ask your administrator.',
  },
  weakPassword: {
    status: 422,
    zh: '密码至少 {min} 位，且不能与用户名相同或过于常见，请换一个。',
    en: 'A password needs at least {min} characters and must not be the user name or a common word. Choose another.',
  },
  changePassword: {
    status: 403,
    zh: '这是一次性密码，请先换成你自己的密码，再继续工作。',
    en: 'This password was for one use. Choose one of your own first; then go on.',
  },
  notYours: {
    status: 403,
    zh: '这一步不由你的岗位办理。如需要，请联系承办单位或分流中心。',
    en: 'This step is not for your post. If needed, speak to the holder or to the centre.',
  },
  notYourself: {
    status: 403,
    zh: '这件事是你办的，核实、回访和结案要由别人来做。',
    en: 'You handled this matter, so somebody else has to check it, revisit and close.',
  },
  secretFromYou: {
    status: 403,
    zh: '诉求人要求保密，联系方式只对分流中心开放，请由中心代为联系。',
    en: 'The person asked for secrecy: contact details are open to the centre only. Ask the centre to pass it on.',
  },
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
    zh: '不能并入自己，请选另一件。',
    en: 'A matter cannot be joined into itself. Choose another one.',
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
  unknownPlace: {
    status: 404,
    zh: '没有认出这个二维码，它可能已更换。请扫描楼道里的新码，或拨打社区电话。',
    en: 'We do not know this code; it may have been replaced. Scan the new one in your stairwell, or call the community.',
  },
  unknownCode: {
    status: 404,
    zh: '没有找到这个查询码，请核对 12 位数字后再试。',
    en: 'We cannot find this query code. Please check the 12 digits.',
  },
  badFile: {
    status: 415,
    zh: '“{name}”不是可以接收的文件，请上传 JPG、PNG、WebP 照片或 PDF。',
    en: '“{name}” is not a file we can take. Please send a JPG, PNG or WebP photo, or a PDF.',
  },
  fileTooBig: {
    status: 413,
    zh: '文件太大，最大 {max} MB，请压缩后再上传。',
    en: 'The file is too big: at most {max} MB. Please make it smaller.',
  },
  fileMissing: {
    status: 422,
    zh: '有附件没有上传完成，请重新上传后再提交。',
    en: 'An attachment did not finish uploading. Please upload it again.',
  },
  notExcel: {
    status: 415,
    zh: '“{name}”不是 Excel 工作簿（.xlsx）。请在 Excel 里另存为 .xlsx 后再导入。',
    en: '“{name}” is not an Excel workbook (.xlsx). Save it as .xlsx in Excel and import again.',
  },
  oldExcel: {
    status: 415,
    zh: '“{name}”是旧版 .xls 文件。请在 Excel 里另存为 .xlsx 后再导入。',
    en: '“{name}” is an old .xls file. Save it as .xlsx in Excel and import again.',
  },
  encryptedExcel: {
    status: 415,
    zh: '“{name}”设了打开密码。请先去掉密码，另存后再导入。',
    en: '“{name}” is protected by a password. Remove it, save, and import again.',
  },
  brokenExcel: {
    status: 415,
    zh: '“{name}”打不开，文件可能不完整。请重新导出或另存后再导入。',
    en: '“{name}” cannot be opened; it may be incomplete. Export or save it again.',
  },
  tooBigExcel: {
    status: 413,
    zh: '这个 Excel 太大了，最大 {max} MB。请拆成几个文件导入。',
    en: 'This workbook is too big: at most {max} MB. Please split it into several files.',
  },
  tooManyRows: {
    status: 413,
    zh: '这个 Excel 的行数太多，最多 {max} 行。请拆成几个文件导入。',
    en: 'This workbook has too many rows: at most {max}. Please split it into several files.',
  },
  noHeader: {
    status: 422,
    zh: '没有找到表头。请确认前 15 行里有“工单编号”“诉求内容”这样的列名。',
    en: 'No header row was found. One of the first 15 rows needs column names such as “工单编号” and “诉求内容”.',
  },
  noRosterHeader: {
    status: 422,
    zh: '没有找到表头。请用下载的模板，或确认前 15 行里有“名称”“编码”“用户名”这样的列名。',
    en: 'No header row was found. Use the template, or make sure that one of the first 15 rows names the columns.',
  },
  importRunning: {
    status: 409,
    zh: '这次导入正在进行，请等它完成。',
    en: 'This import is running; please wait until it is done.',
  },
  notImported: {
    status: 409,
    zh: '还没有导入，请先核对列后开始导入。',
    en: 'Nothing has been imported yet. Check the columns and start.',
  },
  badKey: {
    status: 401,
    zh: '密钥不对、已停用或不在有效期内。请向对方的管理员核对密钥。',
    en: 'The key is wrong, revoked or not valid today. Ask the administrator on the other side.',
  },
  notInScope: {
    status: 403,
    zh: '这个密钥没有“{scope}”权限。需要时请联系对方的管理员。',
    en: 'This key does not carry “{scope}”. Ask the administrator on the other side if you need it.',
  },
  outsideArea: {
    status: 422,
    zh: '“{place}”不在“{area}”范围内，请核对地点，或只写文字由中心分流。',
    en: '“{place}” lies outside “{area}”. Check the place, or send it as text only and the centre will sort it.',
  },
  orderNoTaken: {
    status: 409,
    zh: '编号“{orderNo}”在这个渠道已被别的来件使用，请在编号前加上贵单位的前缀后再提交。',
    en: 'The number “{orderNo}” is taken by something else in this channel. Put a prefix of your own before it and send again.',
  },
  tooManyKeys: {
    status: 409,
    zh: '同时最多有 {max} 个密钥，请先停用旧的，再生成新的。',
    en: 'There may be {max} keys at a time. Revoke the old one first, then make a new one.',
  },
  hallNotOpen: {
    status: 409,
    zh: '这里还没有开通叫号，请先在叫号页上开通。',
    en: 'Numbers are not called here yet. Open the hall on the page of the queue first.',
  },
  nobodyWaits: {
    status: 409,
    zh: '现在没有人在等，有人取号后会自动出现。',
    en: 'Nobody is waiting. Whoever takes a number appears by itself.',
  },
  windowBusy: {
    status: 409,
    zh: '{number} 号还在你这里。请先办完、过号或转走，再叫下一位。',
    en: 'Number {number} is still with you. Finish it, pass it or send it on before you call the next.',
  },
  notAWindow: {
    status: 422,
    zh: '请从列表中选择这个大厅的窗口或房间。',
    en: 'Choose a window or room of this hall from the list.',
  },
  ticketNotNow: {
    status: 409,
    zh: '{number} 号已经变了，可能别的窗口刚处理过。请看最新的队伍。',
    en: 'Number {number} has changed; another window may have dealt with it. See the line as it is now.',
  },
  notInTurn: {
    status: 409,
    zh: '还没有轮到 {number} 号。确需先办的，请先标为优先。',
    en: 'It is not the turn of number {number} yet. If it must go first, mark it as priority.',
  },
  passedOften: {
    status: 409,
    zh: '{number} 号已经多次过号，只能排到队尾。',
    en: 'Number {number} was absent several times and can only go to the end of the line.',
  },
  hallFull: {
    status: 409,
    zh: '现在等候的人很多，暂停自助取号。请到前台，工作人员为您安排。',
    en: 'Many people are waiting, so no more numbers are given out here. Please come to the desk.',
  },
  slotNotOffered: {
    status: 422,
    zh: '这个时段约不了：已经过去、约满，或超出可约的日子。请换一个时段。',
    en: 'This time cannot be booked: it has gone by, is full, or lies too far ahead. Choose another.',
  },
  paperHere: {
    status: 409,
    zh: '文号“{externalNo}”已经登记过，就是 {number}。可以把这位群众并入那件事，不必再立一件。',
    en: 'The paper “{externalNo}” is here already: it is {number}. Add this voice to that matter instead of making a second one.',
  },
  paperElsewhere: {
    status: 409,
    zh: '文号“{externalNo}”已经在别的辖区登记过。请核对文号，或请上级中心查看。',
    en: 'The paper “{externalNo}” was registered in another area. Check the number, or ask the centre above you.',
  },
  mailOff: {
    status: 409,
    zh: '这里还没有接通邮件，请管理员先设置发信服务器。通知在工作台里照常收到。',
    en: 'E-mail is not connected here yet; your administrator sets up the gateway first. Notices still reach you in the console.',
  },
  wrongCode: {
    status: 422,
    zh: '验证码不对，请对照邮件再填一次。',
    en: 'That is not the code. Compare it with the e-mail and try again.',
  },
  codeSpent: {
    status: 409,
    zh: '这个验证码已经用不了了，请重新发一个。',
    en: 'That code can no longer be used. Ask for a new one.',
  },
  tooManyCodes: {
    status: 429,
    zh: '一小时内最多发 {max} 次验证码，请过一会儿再试。',
    en: 'At most {max} codes are sent within an hour. Please try again later.',
  },
  badHookAddress: {
    status: 422,
    zh: '这个地址不能用：要以加密方式访问、不带用户名和密码，并且不在内部网络里，除非这台主机已列入允许名单。',
    en: 'This address cannot be used: it must be encrypted, carry no user or password, and not lie in an internal network unless its host is on the list of allowed ones.',
  },
  outletOff: {
    status: 409,
    zh: '这个接收方已停用或移除，没有发送。',
    en: 'This receiver is switched off or removed, so nothing was sent.',
  },
  exportGone: {
    status: 409,
    zh: '这份导出文件还没有写好，或已过期删除。需要的话请重新导出。',
    en: 'This file is not written yet, or it ran out and was removed. Export the list again if you need it.',
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
    zh: '“{name}”这几天没有可以代班的岗位。管理员和审计员岗位不能由别人代。',
    en: '“{name}” has no post on these days that can be stood in for. Those of administrators and auditors cannot.',
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
}

/** The sentence of a refusal in the reader's language; unknown facts stay readable. */
export function sentenceOf(refusal: Pick<Refusal, 'refused' | 'facts'>, language: Language): string {
  const facts: Facts = refusal.facts ?? {}
  return inWords(refusals[refusal.refused], language, facts)
}
