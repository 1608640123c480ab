import { sentences } from '#web/lib/words.ts'

/** The words around the paper. The paper itself is Chinese, as the office hands it out (`chinese.ts`). */
export const paperWords = sentences({
  menu: { zh: '打印', en: 'Print' },
  thisPage: { zh: '这一页', en: 'This page' },
  back: { zh: '回到这件事', en: 'Back to the matter' },
  lead: {
    zh: '谁在什么时候、为什么打印，会记录下来。',
    en: 'Who printed it, when and what for is put on record.',
  },
  purpose: { zh: '打印用途', en: 'What it is for' },
  toPerson: { zh: '送达诉求人', en: 'To hand to the person' },
  toUnit: { zh: '交承办单位', en: 'For the handling unit' },
  toFile: { zh: '归档留存', en: 'For the file' },
  other: { zh: '其他用途', en: 'Another purpose' },
  whom: { zh: '写给哪一位', en: 'For whom' },
  nameless: { zh: '没有留姓名', en: 'no name left' },
  withContact: { zh: '印出姓名和电话全文', en: 'Print name and telephone in full' },
  cannotOpen: {
    zh: '姓名和电话在这张单子上不能印全文。',
    en: 'Name and telephone cannot be printed in full on this paper.',
  },
  go: { zh: '打印', en: 'Print' },
  preview: { zh: '{paper}预览', en: 'Preview: {paper}' },
  byButton: {
    zh: '请用页面上的“打印”按钮打印，打印会留下记录。',
    en: 'Please print with the button on the page, so that it is put on record.',
  },
  again: {
    zh: '已记录。需要再印一份时，再点一次“打印”。',
    en: 'On record. Press “Print” again for another copy.',
  },
})
