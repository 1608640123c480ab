import { inWords, type Language, type Sentence } from '#contract/words/language.ts'
import type { StaffActor } from '#domain/actor.ts'
import type { ListExportRow } from '../db/tables.gen.ts'
import type { Mark } from '../excel/write.ts'

const line: Sentence = {
  zh: '内部资料，不得外传。导出人：{name}（{unit}），时间：{at}，用途：{purpose}。个人信息已遮挡。',
  en: 'Internal. Exported by {name} ({unit}) at {at} for: {purpose}. Personal data is masked.',
}
const sheet: Sentence = { zh: '事项', en: 'Matters' }

/** Day and minute in China. */
const minuteOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/** Who took this out, when, from which unit and what for: in the sheet, above every printed page and in the file's properties. */
export function markOf(
  actor: StaffActor,
  row: Pick<ListExportRow, 'unit_name' | 'created_at' | 'purpose'>,
  language: Language,
): Mark & { sheet: string } {
  const facts = {
    ...{ name: actor.name, unit: row.unit_name, at: minuteOf(row.created_at), purpose: row.purpose },
  }
  return { line: inWords(line, language, facts), by: actor.name, sheet: sheet[language], at: row.created_at }
}
