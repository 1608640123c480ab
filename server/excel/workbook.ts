import { posix } from 'node:path'
import { refuse } from '#domain/refusal.ts'
import { type Meaning, meaningOf, unescapeText } from './cell-text.ts'
import type { PackageParts } from './package-parts.ts'
import { WorkbookRefused } from './refused.ts'
import { TextStore } from './text-store.ts'
import { parseWhole } from './xml.ts'

type Relation = { id: string; type: string; target: string }

/** A visible sheet and the part its cells are in. */
export type Sheet = { name: string; part: string }

/** What the cells of all sheets refer to. `meanings`: by style number. */
export type Workbook = { sheets: Sheet[]; from1904: boolean; meanings: Meaning[]; texts: TextStore }

async function relationsOf(parts: PackageParts, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part)
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  if (!parts.has(name)) return []
  const relations: Relation[] = []
  await parseWhole(await parts.open(name), {
    open: (tag, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (tag !== 'Relationship' || TargetMode === 'External') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target })
    },
  })
  return relations
}

/** The main part of the package: xl/workbook.xml, word/document.xml …; undefined where nothing is declared. */
export async function findMainPart(parts: PackageParts): Promise<string | undefined> {
  const main = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.target
  return main ?? (parts.has('xl/workbook.xml') ? 'xl/workbook.xml' : undefined)
}

async function readStyles(parts: PackageParts, part: string | undefined): Promise<Meaning[]> {
  const meanings: Meaning[] = []
  if (part === undefined || !parts.has(part)) return meanings
  const codes = new Map<number, string>()
  let isInCells = false
  await parseWhole(await parts.open(part), {
    open: (tag, { numFmtId, formatCode = '' }) => {
      if (tag === 'numFmt') codes.set(Number(numFmtId), formatCode)
      else if (tag === 'cellXfs') isInCells = true
      else if (tag === 'xf' && isInCells)
        meanings.push(meaningOf(Number(numFmtId ?? 0), codes.get(Number(numFmtId ?? 0))))
    },
    close: (tag) => {
      if (tag === 'cellXfs') isInCells = false
    },
  })
  return meanings
}

async function readTexts(parts: PackageParts, part: string | undefined, most: number): Promise<TextStore> {
  const texts = new TextStore()
  if (part === undefined || !parts.has(part)) return texts
  let text = ''
  let isText = false
  let isReading = false
  const events = {
    open: (tag: string) => {
      if (tag === 'si') text = ''
      else if (tag === 'rPh') isReading = true
      else if (tag === 't') isText = !isReading
    },
    text: (piece: string) => {
      if (isText) text += piece
    },
    close: (tag: string) => {
      if (tag === 't') isText = false
      else if (tag === 'rPh') isReading = false
      else if (tag === 'si') texts.add(unescapeText(text))
    },
  }
  await parseWhole(await parts.open(part), events, () => texts.count >= most)
  return texts
}

/**
 * Reads what stands around the cells; of the shared texts no more than about `mostTexts`. Throws
 * WorkbookRefused(brokenExcel) where the parts do not fit together.
 */
export async function readWorkbook(
  parts: PackageParts,
  mostTexts = Number.POSITIVE_INFINITY,
): Promise<Workbook> {
  const main = await findMainPart(parts)
  if (main === undefined) throw new WorkbookRefused(refuse('brokenExcel'))
  const relations = await relationsOf(parts, main)
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.target
  const sheets: Sheet[] = []
  let from1904 = false
  await parseWhole(await parts.open(main), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (tag !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]
      const relation = relations.find((candidate) => candidate.id === id)
      if (relation?.type === 'worksheet')
        sheets.push({ name: unescapeText(attributes.name ?? ''), part: relation.target })
    },
  })
  const meanings = await readStyles(parts, partOf('styles'))
  return { sheets, from1904, meanings, texts: await readTexts(parts, partOf('sharedStrings'), mostTexts) }
}
