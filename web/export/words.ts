import { sentences } from '#web/lib/words.ts'

export const exportWords = sentences({
  exports: { zh: '导出的表格', en: 'Exports' },
  make: { zh: '导出', en: 'Export' },
  title: { zh: '导出这个列表', en: 'Export this list' },
  lead: {
    zh: '后台写成 Excel，可以离开。姓名、电话和文字里的号码都已遮挡；谁、什么时候、为什么导出会写在表头并留痕。',
    en: 'The workbook is written in the background, and you may leave. Names and numbers are masked. Who exported it, when and why stands in the sheet and on record.',
  },
  most: {
    zh: '最多 100 000 件，超出时只写最新收到的。文件保留 7 天，只有你能下载。',
    en: 'At most 100 000 matters, the newest first. The file is kept for 7 days, and only you may download it.',
  },
  purpose: { zh: '用途', en: 'Purpose' },
  purposeHint: { zh: '例如：周例会通报', en: 'For example: the weekly meeting' },
  go: { zh: '开始导出', en: 'Start' },
  cancel: { zh: '取消', en: 'Cancel' },
  started: {
    zh: '已开始导出，写好后在“批量与导出”里下载。',
    en: 'Started. Download it under “Bulk and exports” when it is written.',
  },
  none: { zh: '还没有导出过', en: 'No exports yet' },
  noneText: { zh: '在列表上方点“导出”。', en: 'Press “Export” above a list.' },
  running: { zh: '正在写：{done} / {total}', en: 'Writing: {done} of {total}' },
  counting: { zh: '正在数…', en: 'Counting…' },
  rows: { zh: '{rows} 件', en: '{rows} matters' },
  cut: { zh: '{rows} 件（只含最新收到的）', en: '{rows} matters, the newest only' },
  until: { zh: '保留到 {day}', en: 'kept until {day}' },
  download: { zh: '下载', en: 'Download' },
  downloadOf: { zh: '下载：{purpose}', en: 'Download: {purpose}' },
  expired: { zh: '已过期，文件已删除', en: 'ran out, the file was removed' },
  failed: { zh: '没有写成，原因在我们这边', en: 'not written; the cause is on our side' },
  again: { zh: '再写一次', en: 'Try again' },
  more: { zh: '加载更多', en: 'Load more' },
})
