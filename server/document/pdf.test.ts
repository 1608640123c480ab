import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import type { Block, Document } from '#domain/document/document.ts'
import { agreement, application, dossier, evidence, record, strokePng } from '#test/documents.ts'
import { besideOf, lost, packed, wordsOf } from '#test/words-of.ts'
import { renderPdf } from './pdf.ts'

const at = Date.UTC(2026, 5, 20, 4)

/** The words of each sheet without the code at its head and the number at its foot. */
async function sheets(pdf: Buffer, code = 'FQ-2026-000127') {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
  const foot = /第\s*(\d+)\s*页\s*共\s*(\d+)\s*页/
  return text.map((words) => ({
    number: foot.exec(words)?.slice(1).map(Number),
    hasCode: words.includes(code),
    words: words.replace(foot, '').replace(code, ''),
  }))
}
const read = async (documents: Document[]) => {
  const pages = await sheets((await renderPdf(documents, { at })).pdf)
  return pages.map((page) => page.words).join('\n')
}
const paper = (...blocks: Block[]): Document => ({ title: '记录', code: 'FQ-2026-000127', blocks })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

test('every string of a document stands in its file, in the order of reading', async () => {
  for (const document of [agreement(await strokePng()), application(), record(), evidence(3)]) {
    const text = await read([document])
    expect(lost(text, wordsOf(document))).toEqual([])
    for (const words of besideOf(document)) expect(packed(text)).toContain(words)
  }
})

test('every page says whose it is and which of how many it is', async () => {
  const { pdf, pages, starts } = await renderPdf([record(20_000)], { at })
  const all = await sheets(pdf)
  expect(all.length).toBe(pages)
  expect(pages).toBeGreaterThan(20)
  expect(starts).toEqual([1])
  expect(all.every((page) => page.hasCode)).toBe(true)
  expect(all.map((page) => page.number)).toEqual(all.map((_, n) => [n + 1, pages]))
})

test('the index of a file says the pages on which its parts really lie', async () => {
  const parts = [application(), record(3000), agreement(), evidence(60)]
  const { pdf, pages, starts } = await renderPdf(dossier(parts), { at })
  const all = await sheets(pdf)
  expect(starts.slice(0, 2)).toEqual([0, 0])
  expect(all.slice(0, 2).map((page) => page.number)).toEqual([undefined, undefined])
  for (const [n, part] of parts.entries()) {
    const first = all.findIndex((page) => page.number?.[0] === starts[n + 2])
    expect(packed(all[first]?.words ?? '')).toContain(packed(part.title))
    const [from = 0, to = pages - 1] = [starts[n + 2], starts[n + 3]]
    const last = n === parts.length - 1 ? pages - 2 : to - 1
    const range = from === last ? `${from}` : `${from}-${last}`
    expect(lost(all[1]?.words ?? '', [part.title, range])).toEqual([])
  }
  expect(all.at(-1)?.number).toEqual([pages - 2, pages - 2])
})

test('the head of a table is repeated on every page it goes over', async () => {
  const all = await sheets((await renderPdf([evidence(80)], { at })).pdf)
  expect(all.length).toBeGreaterThan(2)
  for (const page of all) expect(packed(page.words)).toContain('序号名称形式证明事项')
})

test('the same documents of the same instant are the same bytes', async () => {
  const documents = dossier([agreement(await strokePng()), record()])
  const first = await renderPdf(documents, { at })
  await renderPdf([application()], { at })
  const again = await renderPdf(documents, { at })
  expect(again.pdf.equals(first.pdf)).toBe(true)
  expect((await renderPdf(documents, { at: at + 1000 })).pdf.equals(first.pdf)).toBe(false)
})

test('what looks like a command is words', async () => {
  const attempts = [
    '#import "@preview/x:1.0.0"',
    '#read("/etc/passwd")',
    '[[ $x^2$ *粗* _斜_ `r` <l> @ref \\u{41}',
    '</w:t>&amp;',
  ]
  const { pdf } = await renderPdf(
    [{ ...paper(...attempts.map(paragraph)), title: '#eval("1")', number: '#panic()' }],
    { at },
  )
  const text = (await sheets(pdf)).map((page) => page.words).join('')
  expect(lost(text, ['#eval("1")', '#panic()', ...attempts])).toEqual([])
  expect(text).not.toContain('root:')
})

test('a character the font lacks is shown as such and named; what has no shape goes without a trace', async () => {
  const text = await read([
    paper(paragraph('𰻝面馆😀\u202e倒\u202c着\u0000写\u2066\ud800é e\u0301'), {
      kind: 'choices',
      items: [{ text: '☐ 其他', isChosen: true }],
    }),
  ])
  expect(lost(text, ['〓面馆〓倒着写〓é é', '□ 其他', 'U+30EDD、U+1F600、U+FFFD'])).toEqual([])
})

test('nothing a person may type runs over the paper or is lost', async () => {
  const long = [
    'x'.repeat(700),
    'https://a.example/'.padEnd(900, 'a/b?'),
    '。'.repeat(300),
    '，！'.repeat(150),
    '——'.repeat(90),
    '1234567890'.repeat(30),
  ]
  const cells: Block = {
    kind: 'fields',
    columns: [1, 2, 1],
    rows: long.map((text) => [
      { text: text.slice(0, 40), isLabel: true },
      { text, lines: 3 },
      { text: text.slice(0, 200) },
    ]),
  }
  const document = paper(...long.map(paragraph), cells, { kind: 'clauses', items: long, mark: 'bracketed' })
  const { pdf } = await renderPdf([document], { at })
  expect(lost((await sheets(pdf)).map((page) => page.words).join(''), long)).toEqual([])
  const proxy = await getDocumentProxy(new Uint8Array(pdf))
  for (let n = 1; n <= proxy.numPages; n++)
    for (const item of (await (await proxy.getPage(n)).getTextContent()).items)
      if ('transform' in item && item.str.trim() !== '') {
        expect(item.transform[4]).toBeGreaterThan(70)
        // the half of a closing sign that is empty may stand beyond the measure
        expect(item.transform[4] + item.width).toBeLessThan(595 - 60)
      }
})

test('a picture that is none is said to be none, and a form that cannot be drawn is refused', async () => {
  const broken = new Uint8Array([1, 2, 3])
  const text = await read([
    paper(
      { kind: 'picture', image: broken },
      { kind: 'signatures', items: [{ label: '当事人', image: broken }] },
    ),
  ])
  expect(lost(text, ['（图像无法显示）', '（图像无法显示）'])).toEqual([])
  await expect(renderPdf([paper({ kind: 'fields', columns: [1], rows: [[]] })], { at })).rejects.toThrow(
    'covers 0 of 1',
  )
})

test('a file of two hundred pages holds nobody up and comes soon', async () => {
  const parts = Array.from({ length: 11 }, () => [
    application(),
    record(6000),
    agreement(),
    evidence(100),
  ]).flat()
  let [turns, ticking] = [0, true]
  const tick = () => {
    turns++
    if (ticking) setTimeout(tick, 5)
  }
  tick()
  const began = performance.now()
  const { pages } = await renderPdf(dossier(parts), { at })
  ticking = false
  expect(pages).toBeGreaterThanOrEqual(200)
  // measured 1.2 s; a loaded machine takes its time
  expect(performance.now() - began).toBeLessThan(20_000)
  expect(turns).toBeGreaterThan(30)
})
