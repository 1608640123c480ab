import {
  channelLabels,
  clockLabels,
  closureLabels,
  flagLabels,
  kindLabels,
  levelLabels,
  satisfactionLabels,
  stateLabels,
  urgencyLabels,
} from '#contract/words/labels.ts'
import type { Language, Sentence } from '#contract/words/language.ts'
import { maskName, maskPhone } from '#domain/person/mask.ts'
import { maskNumbers } from '#domain/person/mask-numbers.ts'
import type { CellValue, WrittenColumn } from '../excel/write.ts'
import { type Listed, rowView } from '../matter/views.ts'

/** The first voice of a matter, opened for who may see it; null where nobody left anything or it is secret from the reader. */
export type Contact = { name: string | null; phone: string | null; isSecret: boolean }

/** One matter with what its line of a list does not name. */
export type Exported = {
  row: Listed
  handlingName: string
  category: Sentence | undefined
  contact: Contact | undefined
}

const secret: Sentence = { zh: '对承办单位保密', en: 'kept secret from you' }
const yesNo: Record<'yes' | 'no', Sentence> = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } }

type Column = WrittenColumn & { of: (line: Exported, language: Language, now: number) => CellValue }
type Made = Omit<Column, 'header'> & { header: Sentence }

const text = (header: Sentence, width: number, of: Made['of']): Made => ({ header, width, kind: 'text', of })
const date = (header: Sentence, of: Made['of']): Made => ({ header, width: 20, kind: 'date', of })
const label = (labels: Record<string, Sentence>, key: string | null, language: Language) =>
  key === null ? '' : (labels[key]?.[language] ?? key)

/** What stands in the columns. What a person said, and who it was, is masked; nothing here names anybody whole. */
const columns: readonly Made[] = [
  text({ zh: '编号', en: 'Number' }, 18, ({ row }) => row.number),
  text({ zh: '标题', en: 'Title' }, 40, ({ row }) => maskNumbers(row.title)),
  text({ zh: '状态', en: 'State' }, 10, ({ row }, l) => label(stateLabels, row.state, l)),
  text({ zh: '类别', en: 'Kind' }, 10, ({ row }, l) => label(kindLabels, row.kind, l)),
  text({ zh: '分类', en: 'Category' }, 18, ({ category }, l) => category?.[l] ?? ''),
  text({ zh: '紧急程度', en: 'Urgency' }, 10, ({ row }, l) => label(urgencyLabels, row.urgency, l)),
  text({ zh: '层级', en: 'Level' }, 12, ({ row }, l) => label(levelLabels, row.level, l)),
  text({ zh: '渠道', en: 'Channel' }, 14, ({ row }, l) => label(channelLabels, row.channel, l)),
  date({ zh: '收到时间', en: 'Received' }, ({ row }) => row.received_at),
  text({ zh: '所在地', en: 'Place' }, 20, ({ row }) => row.place_name),
  text({ zh: '具体位置', en: 'Exact spot' }, 30, ({ row }) => maskNumbers(row.place_text)),
  text({ zh: '轮到的单位', en: 'Unit whose turn it is' }, 22, ({ row }) => row.holder_name),
  text({ zh: '承办单位', en: 'Handling unit' }, 22, ({ handlingName }) => handlingName),
  text({ zh: '当前时限', en: 'Clock' }, 12, ({ row }, l) => label(clockLabels, row.clock_kind, l)),
  date({ zh: '到期时间', en: 'Due' }, ({ row }) => row.clock_due_at),
  text({ zh: '标识', en: 'Flags' }, 18, ({ row }, l, now) =>
    rowView(row, now)
      .flags.map((flag) => flagLabels[flag][l])
      .join(l === 'zh' ? '、' : ', '),
  ),
  { header: { zh: '诉求份数', en: 'Appeals' }, width: 10, kind: 'number', of: ({ row }) => row.appeals },
  text({ zh: '姓名（已遮挡）', en: 'Name (masked)' }, 16, ({ contact }, l) =>
    contact?.isSecret ? secret[l] : contact?.name ? maskName(contact.name) : '',
  ),
  text({ zh: '电话（已遮挡）', en: 'Telephone (masked)' }, 18, ({ contact }, l) =>
    contact?.isSecret ? secret[l] : contact?.phone ? maskPhone(contact.phone) : '',
  ),
  text({ zh: '办理结果', en: 'Result' }, 50, ({ row }) => maskNumbers(row.result ?? '')),
  date({ zh: '结案时间', en: 'Closed' }, ({ row }) => row.closed_at),
  text({ zh: '结案类型', en: 'Closure kind' }, 14, ({ row }, l) => label(closureLabels, row.closure_kind, l)),
  text({ zh: '群众说解决了', en: 'Solved, says the person' }, 14, ({ row }, l) =>
    row.solved === null ? '' : yesNo[row.solved ? 'yes' : 'no'][l],
  ),
  text({ zh: '满意度', en: 'Satisfaction' }, 12, ({ row }, l) => label(satisfactionLabels, row.satisfied, l)),
]

/** The headings in a language. */
export const columnsIn = (language: Language): WrittenColumn[] =>
  columns.map(({ header, width, kind }) => ({ header: header[language], width, kind }))

/** The cells of one matter. */
export const cellsOf = (line: Exported, language: Language, now: number): CellValue[] =>
  columns.map((column) => column.of(line, language, now))
