import type { Readable } from 'node:stream'
import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { refuse } from '#domain/refusal.ts'
import { WorkbookRefused } from './refused.ts'

export type Attributes = Readonly<Record<string, string>>

/** Names come without their prefix: some programs write <x:row>. */
export type XmlEvents = {
  open(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

/** No tag for so many characters: a text made to fill the memory, not a cell (Excel's longest is 32,767). */
const longestText = 8_000_000

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function decoderFor(first: Buffer): TextDecoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true })
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true })
  return new TextDecoder('utf-8', { fatal: true })
}

/**
 * Parses a stream, piece by piece: one step of the generator per piece read, so that rows can be handed on in between.
 * Ends the stream when `isDone` says so or the caller stops. Throws WorkbookRefused(brokenExcel) on anything that is not
 * well-formed; a document type is not read at all, so no entity can be declared.
 */
export async function* parseXml(
  stream: Readable,
  events: XmlEvents,
  isDone: () => boolean = () => false,
): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  let silent = 0
  parser.on('doctype', () => {
    throw new Error('A workbook has no document type')
  })
  parser.on('opentag', (tag) => {
    silent = 0
    events.open(local(tag.name), tag.attributes)
  })
  parser.on('text', (text) => events.text?.(text))
  parser.on('cdata', (text) => events.text?.(text))
  parser.on('closetag', (tag) => {
    silent = 0
    events.close?.(local(tag.name))
  })
  let decoder: TextDecoder | undefined
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      decoder ??= decoderFor(piece)
      const text = decoder.decode(piece, { stream: true })
      silent += text.length
      parser.write(text)
      if (silent > longestText) throw new Error('No tag for too long')
      yield
      if (isDone()) return
    }
    parser.write(decoder?.decode() ?? '').close()
  } catch (cause) {
    if (cause instanceof WorkbookRefused) throw cause
    throw new WorkbookRefused(refuse('brokenExcel'), cause)
  } finally {
    stream.destroy()
  }
  yield
}

/** Parses a part to its end, or until `isDone`. */
export async function parseWhole(stream: Readable, events: XmlEvents, isDone?: () => boolean): Promise<void> {
  const pieces = parseXml(stream, events, isDone)
  while (!(await pieces.next()).done);
}
