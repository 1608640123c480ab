import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import yauzl from 'yauzl'
import type { Document } from '#domain/document/document.ts'
import { agreement, application, dossier, evidence, record, strokePng } from '#test/documents.ts'
import { lost, wordsOf } from '#test/words-of.ts'
import { renderWord } from './word.ts'

async function partsOf(file: Buffer): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(file)
  const parts = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
  }
  return parts
}

/** The words of a part; throws when it is no well-formed XML. */
function textOf(xml: string): string {
  let [text, isText] = ['', false]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    isText = name === 'w:t'
    if (name === 'w:p') text += '\n'
  })
  parser.on('closetag', () => {
    isText = false
  })
  parser.on('text', (words) => {
    if (isText) text += words
  })
  parser.write(xml).close()
  return text
}

async function open(documents: Document[]) {
  const parts = await partsOf(await renderWord(documents))
  for (const [name, xml] of parts) if (/\.(xml|rels)$/.test(name)) textOf(xml)
  return {
    parts,
    xml: parts.get('word/document.xml') ?? '',
    text: textOf(parts.get('word/document.xml') ?? ''),
  }
}

test('a Word file holds the same strings in the same order', async () => {
  for (const document of [agreement(await strokePng()), application(), record(), evidence(30)])
    expect(lost((await open([document])).text, wordsOf(document))).toEqual([])
})

test('it names 仿宋 and 宋体, repeats heads, carries pictures, and counts the pages of an index itself', async () => {
  const { parts, xml } = await open(dossier([agreement(await strokePng()), evidence(30)]))
  for (const sign of [
    'w:eastAsia="仿宋"',
    'w:eastAsia="宋体"',
    '<w:tblHeader',
    'PAGEREF document_2',
    'PAGEREF document_3_end',
  ])
    expect(xml).toContain(sign)
  expect([...parts.keys()].filter((name) => name.startsWith('word/media/')).length).toBe(2)
  expect(parts.get('word/footer2.xml') ?? '').not.toContain('共')
  expect(
    [...parts].some(([name, part]) => /header\d*\.xml$/.test(name) && textOf(part) === '\nFQ-2026-000127'),
  ).toBe(true)
})

test('what would break a Word file is words, and what no file may hold is left out', async () => {
  const attempts = [
    '</w:t></w:r><w:r>',
    '<!DOCTYPE x>&amp;',
    ']]>',
    '甲\u0000乙\u000b丙\ufffe',
    '\u202e倒\ud800',
    'a\nb',
  ]
  const { text } = await open([
    {
      title: attempts.join(' '),
      code: attempts[3] ?? '',
      blocks: attempts.map((words) => ({ kind: 'paragraph', text: words })),
    },
  ])
  expect(
    lost(text, ['</w:t></w:r><w:r>', '<!DOCTYPE x>&amp;', ']]>', '甲乙丙', '倒\ufffd', 'a', 'b']),
  ).toEqual([])
  expect(text).not.toMatch(/[\u0000\u202e]/)
})
