import type { ListColumn } from '#contract/list-columns.ts'
import { type Sentence, sentences } from '#web/lib/words.ts'

/** What each column of the table is called. */
export const columnLabels: Record<ListColumn, Sentence> = {
  number: { zh: '编号', en: 'Number' },
  title: { zh: '标题', en: 'Title' },
  state: { zh: '状态', en: 'State' },
  flags: { zh: '标识', en: 'Flags' },
  kind: { zh: '类别', en: 'Kind' },
  category: { zh: '分类', en: 'Category' },
  urgency: { zh: '紧急程度', en: 'Urgency' },
  level: { zh: '层级', en: 'Level' },
  channel: { zh: '渠道', en: 'Channel' },
  place: { zh: '地点', en: 'Place' },
  holder: { zh: '轮到的单位', en: 'Whose turn' },
  handler: { zh: '承办人', en: 'Handler' },
  due: { zh: '时限', en: 'Due' },
  received: { zh: '收到', en: 'Received' },
  changed: { zh: '最近变动', en: 'Last change' },
  appeals: { zh: '诉求', en: 'Appeals' },
  closure: { zh: '结案类型', en: 'Closure kind' },
}

export const columnWords = sentences({
  look: { zh: '列表样式', en: 'Look of the list' },
  cards: { zh: '卡片', en: 'Cards' },
  table: { zh: '表格', en: 'Table' },
  backToTable: { zh: '回到表格', en: 'Back to the table' },
  columns: { zh: '列', en: 'Columns' },
  title: { zh: '选择表格的列', en: 'Columns of the table' },
  lead: {
    zh: '勾选要看的列，用箭头或拖动排先后。“标题”总在，点它打开事项。',
    en: 'Tick the columns you want; order them with the arrows or by dragging. The title always stays: it opens the matter.',
  },
  leadView: {
    zh: '正打开着视图：改了以后点“更新视图”才会存进去。',
    en: 'A view is open: what you change goes into it when you press “Update the view”.',
  },
  leadMine: {
    zh: '会记住，在你的每个列表和每台设备上都这样。',
    en: 'It is remembered for all your lists, on every device.',
  },
  left: { zh: '前移：{name}', en: 'Move forward: {name}' },
  right: { zh: '后移：{name}', en: 'Move back: {name}' },
  moved: { zh: '“{name}”现在是第 {at} 列', en: '“{name}” is column {at} now' },
  go: { zh: '用这些列', en: 'Use these columns' },
  first: { zh: '恢复默认', en: 'As it was made' },
  cancel: { zh: '取消', en: 'Cancel' },
  sortBy: { zh: '按{name}排序', en: 'Order by {name}' },
  unknown: {
    zh: '这个视图里有系统已经不认识的列（{names}），没有显示。请选好列后更新视图。',
    en: 'This view has columns the product no longer knows ({names}); they are not shown. Choose the columns and update the view.',
  },
  keys: {
    zh: '用上下键在行间移动，回车打开，空格选中。',
    en: 'Move between rows with the arrow keys, open with Enter, select with Space.',
  },
})
