import { readFile, writeFile } from 'node:fs/promises'
import { isCalendarDay } from '#domain/calendar/days.ts'
import { type Command, readOptions, Unusable } from '../admin/command.ts'
import { withDatabase } from '../admin/database.ts'
import { listAnchors, printAnchors, readWitnesses } from './anchors.ts'
import { type Finding, lineOf } from './findings.ts'
import { connectToRead, listDistrictIds, verifyLogs } from './verify.ts'

const range = { district: { type: 'string' }, from: { type: 'string' } } as const

function readRange({ district, from }: { district?: string; from?: string }) {
  if (district !== undefined && !/^\d{6}$/.test(district))
    throw new Unusable('--district needs the six digits of a district')
  if (from !== undefined && !isCalendarDay(from)) throw new Unusable('--from needs a day such as 2026-11-23')
  return { district: district === undefined ? undefined : Number(district), from }
}

export const verify: Command = {
  help: `verify [--district N] [--from 2026-11-23] [--anchors FILE] [--json]

      Looks through all logs for rows that were changed, removed, slipped in or moved, and names each.
      --anchors also compares with anchors that were kept elsewhere. It only reads; the product may go on.
      Exit code: 0 nothing found, 1 something found.`,
  async run(args, world) {
    const values = readOptions(args, { ...range, anchors: { type: 'string' }, json: { type: 'boolean' } })
    const wanted = readRange(values)
    const witnesses =
      values.anchors === undefined ? [] : readWitnesses(await readFile(values.anchors, 'utf8'))
    const say = (value: object, line: string) => world.out(`${values.json ? JSON.stringify(value) : line}\n`)
    let found = 0
    const tell = (finding: Finding) => {
      found++
      say(finding, lineOf(finding))
    }
    const sum = await withDatabase(world, (url) => verifyLogs(url, { ...wanted, witnesses }, tell))
    if (wanted.district !== undefined && sum.districts === 0)
      throw new Unusable(`there is no district ${wanted.district}`)
    const looked = `${sum.rows} rows under ${sum.seals} seals, ${sum.matters} matters, ${sum.anchors} anchors of ${sum.districts} districts`
    const verdict = found === 0 ? 'Nothing was changed' : `${found} findings`
    say({ ...sum, found }, `${verdict}: ${looked}; ${sum.waiting} rows wait for their seal`)
    return found === 0 ? 0 : 1
  },
}

export const anchors: Command = {
  help: `anchors [--district N] [--from 2026-11-23] [--to FILE]

      Prints the daily anchors of the logs as a short text. Keep it where the people who run the database cannot
      change it, on paper for instance: verify --anchors proves with it that the logs of those days still stand.`,
  async run(args, world) {
    const values = readOptions(args, { ...range, to: { type: 'string' } })
    const { district, from } = readRange(values)
    const text = await withDatabase(world, (url) => printAll(url, district, from))
    if (text === '') throw new Unusable('there is no anchor yet; the worker writes one after each day')
    if (values.to === undefined) world.out(text)
    else await writeFile(values.to, text, { flag: 'wx' })
    return 0
  },
}

async function printAll(
  url: string,
  district: number | undefined,
  from: string | undefined,
): Promise<string> {
  const client = await connectToRead(url)
  let text = ''
  try {
    for (const id of await listDistrictIds(client, district))
      for (let after = 0; ; ) {
        const rows = await listAnchors(client, id, from, after)
        text += printAnchors(id, rows)
        const last = rows.at(-1)
        if (!last) break
        after = last.no
      }
  } finally {
    await client.end()
  }
  return text
}
