import type { Row } from './row.ts'

/** The refusals of the doors by which appeals come in. */
export const doorsRefusals = {
  unknownPlace: {
    status: 404,
    zh: '没有认出这个二维码，它可能已更换。请扫描楼道里的新码，或拨打社区电话。',
    en: 'We do not know this code; it may have been replaced. Scan the new one in your stairwell, or call the community.',
  },
  unknownPaper: {
    status: 404,
    zh: '没有这个核验码。请对照纸上的 12 位再核对一遍；还是不对，请向出具文书的调委会核实，这份文书可能不是真的。',
    en: 'There is no such code. Compare the twelve signs with the paper. If it is still not found, ask the committee named on it: the paper may not be genuine.',
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
  exportGone: {
    status: 409,
    zh: '这份导出文件还没有写好，或已过期删除。需要的话请重新导出。',
    en: 'This file is not written yet, or it ran out and was removed. Export the list again if you need it.',
  },
} as const satisfies Record<string, Row>
