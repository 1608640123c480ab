import type { Language } from '#contract/words/language.ts'

/** The sources of the shipped rules in Chinese; a source that a district wrote itself is shown as it was written. */
const shipped: Readonly<Record<string, string>> = {
  'local choice': '本地自定',
  Gaoyou: '高邮',
  Bengbu: '蚌埠',
  Wuhe: '五河',
  'Gulou, Wuhe: 24 h': '鼓楼、五河：24 小时',
  'Beijing: emergencies 2 h': '北京：突发情况 2 小时',
  'Beijing: water, power, gas and heat 24 h': '北京：水电气热 24 小时',
  'Ningbo, Shenzhen, Ministry of Justice order 75': '宁波、深圳，司法部令第 75 号',
  'Shanghai Daning': '上海大宁',
  'Jinan, Shanghai: complex matters': '济南、上海：复杂事项',
  'Jinan, Weifang': '济南、潍坊',
  'Shandong, Xuzhou': '山东、徐州',
  'Shandong, Xuzhou: one return, then a ruling; local choice for several units':
    '山东、徐州：退一次即裁定；涉及多个单位的本地自定',
  'local practice: short, long, permanent': '各地通行：短期、长期、永久',
  'Linping, Houjie, Shuangbai: examples of what a case is paid with': '临平、厚街、双柏：一案一补的例子',
  'Gulou: signing, contact and arrival; the rest local choice': '鼓楼：签收、联系和到场；其余本地自定',
  'Guangling: complex ones 10 working days; hard ones local choice':
    '广陵：复杂的 10 个工作日；攻坚的本地自定',
  'Gulou: 1 h; emergencies: local choice': '鼓楼：1 小时；应急的本地自定',
  'Gulou: 24 h; emergencies: local choice': '鼓楼：24 小时；应急的本地自定',
  'Gulou: 3 and 5 working days; emergencies: local choice': '鼓楼：3 个和 5 个工作日；应急的本地自定',
  'Shandong, Xuzhou: one working day; emergencies: local choice': '山东、徐州：1 个工作日；应急的本地自定',
  'local choice; only a hard whistle waits for a second approval': '本地自定；只有攻坚克难哨要第二位领导同意',
  'Jungar Banner: 30/35/35': '准格尔旗：30/35/35',
  'said when it is granted': '批准时约定',
}

/** Where a rule comes from, in the language of the reader where the product wrote it. */
export function sourceWords(source: string, language: Language): string {
  return language === 'zh' && Object.hasOwn(shipped, source) ? (shipped[source] ?? source) : source
}
