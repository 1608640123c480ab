import { sentences } from '#web/lib/words.ts'

export const searchWords = sentences({
  suggestions: { zh: '搜索建议', en: 'Suggestions' },
  matters: { zh: '事项', en: 'Matters' },
  units: { zh: '单位：看轮到它的事', en: 'Units: what is their turn' },
  staff: { zh: '工作人员：看他签收的事', en: 'Staff: what they signed for' },
  recent: { zh: '最近搜过', en: 'Searched lately' },
  forget: { zh: '清除记录', en: 'Forget them' },
  byPerson: { zh: '诉求人相符', en: 'raised by this person' },
  all: { zh: '在列表里搜索“{q}”', en: 'Search for “{q}” in the lists' },
  none: {
    zh: '没有找到。可以输入编号、文字、诉求人的全名或电话。',
    en: 'Nothing found. Try a number, words, a whole name or a telephone number.',
  },
  count: { zh: '{count} 条建议', en: '{count} suggestions' },
  staffNote: { zh: '{unit} · {role}', en: '{role}, {unit}' },
})
