import { type Sentence, sentences } from '#web/lib/words.ts'
import type { FilterName } from './filters.ts'

/** What each condition of a list is called. */
export const filterLabels: Record<FilterName, Sentence> = {
  state: { zh: '状态', en: 'State' },
  channel: { zh: '渠道', en: 'Channel' },
  kind: { zh: '类别', en: 'Kind' },
  category: { zh: '分类', en: 'Category' },
  urgency: { zh: '紧急程度', en: 'Urgency' },
  level: { zh: '层级', en: 'Level' },
  place: { zh: '地点', en: 'Place' },
  holder: { zh: '轮到的单位', en: 'Unit whose turn it is' },
  handler: { zh: '承办人', en: 'Handler' },
  flag: { zh: '标识', en: 'Flag' },
  late: { zh: '超时', en: 'Overdue' },
  fact: { zh: '统计口径', en: 'Number' },
  from: { zh: '收到日期', en: 'Received' },
  to: { zh: '收到日期', en: 'Received' },
  closureKind: { zh: '结案类型', en: 'Closure kind' },
  q: { zh: '搜索', en: 'Search' },
}

export const listWords = sentences({
  filters: { zh: '筛选', en: 'Filters' },
  filtersCount: { zh: '筛选（{count}）', en: 'Filters ({count})' },
  filtersLead: {
    zh: '选了马上生效，写在地址栏里，可以收藏或发给同事。',
    en: 'Each choice takes effect at once and stands in the address: keep it or send it to a colleague.',
  },
  any: { zh: '不限', en: 'Any' },
  chips: { zh: '当前条件', en: 'Conditions' },
  chip: { zh: '{name}：{value}', en: '{name}: {value}' },
  removeChip: { zh: '去掉“{chip}”', en: 'Remove “{chip}”' },
  clearAll: { zh: '全部清除', en: 'Clear all' },
  showResults: { zh: '看结果', en: 'Show the list' },
  handlerMe: { zh: '我', en: 'me' },
  handledByMe: { zh: '只看我签收的', en: 'Only what I signed for' },
  findPlace: { zh: '输入街道、社区、网格或楼栋', en: 'Street, community, grid or building' },
  findHolder: { zh: '输入单位名称或拼音', en: 'Unit by name or pinyin' },
  anyPlace: { zh: '去掉地点', en: 'Any place' },
  anyHolder: { zh: '去掉单位', en: 'Any unit' },
  anyCategory: { zh: '去掉分类', en: 'Any category' },
  branch: { zh: '选大类就包括它下面的全部小类', en: 'A group includes everything below it' },
  receivedFrom: { zh: '收到：从', en: 'Received from' },
  receivedTo: { zh: '收到：到', en: 'Received until' },
  unknownName: { zh: '已不存在', en: 'no longer there' },
  goneCategory: {
    zh: '分类“{name}”已经删除：下面只有删除前这样研判的事，新的事不会再进来。',
    en: 'The category “{name}” was deleted: below stands only what was sorted so before; nothing new can come in.',
  },
  gonePlace: {
    zh: '地点“{name}”已经撤销：下面只有撤销前发生在那里的事，新的事不会再进来。',
    en: 'The place “{name}” was closed: below stands only what happened there before; nothing new can come in.',
  },
  goneHolder: {
    zh: '单位“{name}”已经撤销，不会再有轮到它的新事项。',
    en: 'The unit “{name}” was closed; nothing new can be its turn.',
  },
  goneHandler: {
    zh: '“{name}”的账号已经停用，不会再签收新事项。',
    en: 'The account of “{name}” is disabled and signs for nothing new.',
  },
  withoutGone: { zh: '去掉这个条件', en: 'Drop this condition' },
  total: { zh: '{matters} 件', en: '{matters}' },
  totalVoices: { zh: '{matters} 件事，{appeals} 份诉求', en: '{matters} matters, {appeals} appeals' },
})
