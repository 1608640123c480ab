import { sentences } from '#web/lib/words.ts'

export const bookWords = sentences({
  title: { zh: 'Excel 导出和导入', en: 'Excel out and in' },
  hint: {
    zh: '先导出，改好再导入。同一编码或名称的会更新，新的会添加，不会删除任何一条。',
    en: 'Export, change, import. What has the same code or name is updated, new rows are added, nothing is removed.',
  },
  exportBook: { zh: '导出 Excel', en: 'Export to Excel' },
  choose: { zh: '选择 Excel 导入', en: 'Import from Excel' },
  checking: { zh: '正在核对…', en: 'Checking…' },
  checked: {
    zh: '“{name}”：新增 {added} 条，更新 {changed} 条，不变 {same} 条，{bad} 行有问题。',
    en: '“{name}”: {added} to add, {changed} to update, {same} unchanged, {bad} rows with a problem.',
  },
  apply: { zh: '导入', en: 'Import' },
  applied: {
    zh: '已导入：新增 {added} 条，更新 {changed} 条。',
    en: 'Imported: {added} added, {changed} updated.',
  },
  badRow: { zh: '第 {row} 行：{why}', en: 'Row {row}: {why}' },
  badBook: { zh: '下载有问题的行', en: 'Download the rows with problems' },
  badFile: { zh: '未导入的行', en: 'rows-not-imported' },
  cancel: { zh: '取消', en: 'Cancel' },
})
