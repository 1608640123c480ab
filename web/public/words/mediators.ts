import type { Sentence } from '#contract/words/language.ts'

export const mediatorsWords = {
  title: { zh: '找调解员', en: 'Find a mediator' },
  lead: {
    zh: '邻里、家庭、物业、欠薪……闹了矛盾，可以请人民调解员来调解，不收钱。可以选您信得过的调解员。',
    en: 'Neighbours, family, property management, unpaid wages: a mediator helps both sides settle it, free of charge. You may choose the one you trust.',
  },
  committee: { zh: '人民调解委员会', en: 'mediation committee' },
  studio: { zh: '个人调解工作室', en: 'mediator’s studio' },
  settled: { zh: '调解成功 {count} 件', en: '{count} disputes settled by agreement' },
  fewSettled: { zh: '调解成功不到 5 件', en: 'fewer than five disputes settled so far' },
  call: { zh: '打电话 {phone}', en: 'Call {phone}' },
  since: { zh: '{year} 年起做调解', en: 'mediates since {year}' },
  knows: { zh: '擅长：{what}', en: 'Knows: {what}' },
  speaks: { zh: '会说：{what}', en: 'Speaks: {what}' },
  nobody: {
    zh: '调解员还没有公示，可以打电话问。',
    en: 'No mediator is named here yet; you can ask by telephone.',
  },
  none: {
    zh: '这里还没有公示调解组织。请到社区或综治中心窗口问。',
    en: 'No mediation body is shown here yet. Please ask at your community or the centre.',
  },
  more: { zh: '再看一些', en: 'Show more' },
  order: { zh: '按地方排列，不分名次。', en: 'In the order of places; nobody is ranked.' },
} as const satisfies Record<string, Sentence>
