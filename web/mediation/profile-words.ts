import { sentences } from '#web/lib/words.ts'

export const profileWords = sentences({
  title: { zh: '作为调解员', en: 'As a mediator' },
  edit: { zh: '修改', en: 'Edit' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  none: {
    zh: '还没有登记。登记擅长的纠纷和会说的语言以后，推荐调解员时会用上。',
    en: 'Nothing entered yet. Fields and languages entered here are used when mediators are proposed.',
  },
  specialities: { zh: '擅长的纠纷', en: 'Knows these kinds of dispute' },
  languages: { zh: '会说的语言', en: 'Speaks' },
  sinceYear: { zh: '哪一年开始做调解', en: 'Mediates since the year' },
  since: { zh: '{year} 年起', en: 'since {year}' },
  about: { zh: '简介', en: 'About' },
  aboutHint: {
    zh: '写给居民看的话。不要写家庭住址和私人电话。',
    en: 'For residents to read. No home address, no private number.',
  },
  isPublic: { zh: '公示', en: 'On the public page' },
  isPublicHint: {
    zh: '姓名、擅长、语言、年份和简介会出现在居民可以看的“找调解员”页面上；不排名次。随时可以撤下。',
    en: 'Name, fields, languages, year and text stand on the page where residents look for a mediator. Nobody is ranked. It can be taken back at any time.',
  },
  public: { zh: '已公示', en: 'shown to residents' },
  notPublic: { zh: '没有公示', en: 'not shown to residents' },
  saved: { zh: '已保存', en: 'Saved' },
})
