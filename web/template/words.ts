import { sentences } from '#web/lib/words.ts'

export const templateWords = sentences({
  title: { zh: '答复模板', en: 'Reply templates' },
  lead: {
    zh: '常用的答复写一次，办理时一点就填进去，还可以再改。',
    en: 'Write a common reply once; while handling it goes into the form with one press and can still be changed.',
  },
  add: { zh: '添加模板', en: 'Add a template' },
  none: { zh: '还没有模板', en: 'No templates yet' },
  noneText: {
    zh: '把常写的答复存成模板，办理时就能直接用。',
    en: 'Keep a reply you often write as a template and use it while handling.',
  },
  choose: { zh: '从左边选一个模板', en: 'Choose a template on the left' },
  back: { zh: '回到模板', en: 'Back to the templates' },
  more: { zh: '加载更多', en: 'Load more' },
  closed: { zh: '已停用', en: 'Closed' },
  ofDistrict: { zh: '全区通用', en: 'whole district' },
  name: { zh: '名称', en: 'Name' },
  unitId: { zh: '给谁用', en: 'Who may use it' },
  verbs: { zh: '在哪些步骤里用', en: 'Steps it serves' },
  categoryCode: { zh: '用于哪个分类', en: 'Category it serves' },
  everyCategory: { zh: '所有分类', en: 'every category' },
  body: { zh: '正文', en: 'Text' },
  bodyHint: {
    zh: '点下面的字段插到光标处，使用时自动填上。要由办理人填的，写成 {{?要填什么}}。',
    en: 'Press a field to put it at the cursor; it fills itself in. Write {{?what}} for what the writer has to fill in.',
  },
  insertField: { zh: '插入字段', en: 'Insert a field' },
  blank: { zh: '由办理人填…', en: 'For the writer…' },
  blankName: { zh: '采取的措施', en: 'measure' },
  preview: { zh: '用起来是这样', en: 'How it will read' },
  stillToFill: { zh: '使用时还要填：{names}', en: 'To be filled in when used: {names}' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '停用', en: 'Close' },
  open: { zh: '恢复使用', en: 'Offer it again' },
  done: { zh: '已更新', en: 'Done' },
  readOnly: { zh: '全区模板由管理员维护。', en: 'Administrators keep the district’s templates.' },
  // in a form
  use: { zh: '用模板', en: 'Use a template' },
  list: { zh: '选一个模板', en: 'Choose a template' },
  fillFirst: { zh: '还要填：{names}', en: 'Still to fill: {names}' },
  insert: { zh: '填进去', en: 'Insert' },
  inserted: { zh: '已填进去，可以再改。', en: 'Inserted; you can still change it.' },
  other: { zh: '换一个', en: 'Another one' },
})

/** What the fields are called, and an example of each for the preview. */
export const fieldWords = sentences({
  number: { zh: '编号', en: 'number' },
  title: { zh: '标题', en: 'title' },
  place: { zh: '地点', en: 'place' },
  categoryName: { zh: '分类', en: 'category' },
  unit: { zh: '单位', en: 'unit' },
  today: { zh: '今天', en: 'today' },
  dueOn: { zh: '到期日', en: 'due day' },
})
