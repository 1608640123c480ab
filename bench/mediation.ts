import { Agent, request } from 'node:http'
import pg from 'pg'
import { newId } from '#server/ids.ts'
import { type Bed, makeBed } from './bed.ts'
import { get, move, post, report, signIn, triaged } from './client.ts'
import { officerLogin } from './district.ts'
import type { Figure } from './figure.ts'
import { drive, percentile, round } from './measure.ts'
import { fill } from './volumes.ts'
import { sentence } from './words.ts'

const parties = 83
const sessions = 40
const documents = 500
const lanes = 4
const opens = 400
const size = Number(process.env['BENCH_LARGE'] ?? 1_000_000)

type Large = { id: string; mediationId: string; officer: string }

/** An answer as JSON; fails unless it is 200. */
function read(agent: Agent, url: string, cookie: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const r = request(url, { agent, headers: { cookie } })
    r.on('response', (response) => {
      let text = ''
      response.on('data', (part) => {
        text += String(part)
      })
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(JSON.parse(text))
          : reject(new Error(`${url}: ${text.slice(0, 300)}`)),
      )
    })
    r.on('error', reject)
    r.end()
  })
}

/**
 * What the page of the matter asks for, and then the page of its mediation, one answer after the other, with 83 parties, 40
 * sessions and 500 documents beside a million other matters (`BENCH_LARGE` names another number).
 */
export async function mediation(): Promise<Figure[]> {
  const bed = await makeBed()
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  try {
    const one = await makeLarge(agent, bed)
    await fill(bed.url, bed.district, size)
    const at = `matters/${one.id}`
    const pages = {
      matter: [at, `${at}/parties?limit=40`, `${at}/links`, `${at}/mediations`],
      mediation: [`${at}/mediations/${one.mediationId}`, `${at}/mediations/${one.mediationId}/papers`],
    }
    const all = [...pages.matter, ...pages.mediation]
    const each: Record<string, number[]> = Object.fromEntries(all.map((path) => [path, []]))
    const whole: number[] = []
    const look = async () => {
      const from = performance.now()
      for (const path of all) {
        const begun = performance.now()
        await get(agent, `${bed.base}/api/${path}`, one.officer)
        each[path]?.push(performance.now() - begun)
      }
      whole.push(performance.now() - from)
    }
    await drive(lanes, 60, look)
    for (const times of [whole, ...Object.values(each)]) times.length = 0
    await drive(1, opens, look)
    const names = ['matter', 'parties', 'links', 'mediations', 'mediation', 'papers']
    return [
      {
        figure: 'mediation',
        value: round(percentile(whole, 0.95)),
        unit: 'ms p95',
        p50_ms: round(percentile(whole, 0.5)),
        // what it takes where nothing else wants the machine
        least_ms: round(percentile(whole, 0)),
        each_p95_ms: Object.fromEntries(
          all.map((path, i) => [names[i], round(percentile(each[path] ?? [], 0.95))]),
        ),
        ...{ parties, sessions, documents, matters: size },
      },
    ]
  } finally {
    agent.destroy()
    await bed.stop()
  }
}

/** A dispute of one against eighty-two, told, agreed and met about as people do it: every step over HTTP. */
async function makeLarge(agent: Agent, bed: Bed): Promise<Large> {
  const [centre, officer] = [await signIn(bed), await signIn(bed, officerLogin(0))]
  const id = await report(agent, bed, 0, sentence(0))
  const dispute = { ...triaged, kind: 'dispute', categoryCode: '0201' }
  await move(agent, bed, id, 'accept', {}, centre)
  await move(agent, bed, id, 'triage', dispute, centre)
  await move(agent, bed, id, 'dispatch', { unitId: bed.handlers[0] }, centre)
  await move(agent, bed, id, 'sign', {}, officer)
  let version = 5
  const take = (verb: string, input: object) =>
    post(
      agent,
      `${bed.base}/api/matters/${id}/moves`,
      { commandId: newId(Date.now()), version: version++, verb, input },
      officer,
    )
  for (let i = 0; i < parties; i++)
    await take('addParty', {
      ...{ side: i === 0 ? 'a' : 'b', kind: 'person', role: i === 0 ? 'applicant' : 'respondent' },
      ...{ name: `量测人${i}`, phone: '19900001234', address: `量测新村 ${i} 号` },
    })
  const ids: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page = (await read(agent, `${bed.base}/api/matters/${id}/parties?limit=40${query}`, officer)) as {
      rows: { id: string }[]
      next: string | null
    }
    ids.push(...page.rows.map((row) => row.id))
    cursor = page.next
  }
  const open = (await read(agent, `${bed.base}/api/matters/${id}/mediations`, officer)) as {
    mediators: { accountId: string }[]
  }
  const mediationId = newId(Date.now())
  const step = (name: string, input: object) => take('mediate', { mediationId, step: name, input })
  await step('open', {
    ...{
      type: 'administrative',
      source: 'applied',
      partyIds: ids,
      story: sentence(1),
      requests: [sentence(2)],
    },
    mediators: [{ accountId: open.mediators[0]?.accountId, part: 'lead' }],
  })
  for (const partyId of ids) {
    const how = { partyId, byId: partyId, way: 'oral', witness: '量测员' }
    await step('tell', how)
    await step('consent', { ...how, topic: 'mediate', answer: true })
  }
  await step('begin', {})
  const begin = Date.now()
  for (let i = 0; i < sessions; i++) {
    const plan = { id: newId(begin + i), kind: 'joint', way: 'onSite', minutes: 30, place: '量测楼下' }
    const startsAt = new Date(begin + i * 3_600_000).toISOString()
    await step('schedule', { ...plan, startsAt, partyIds: ids })
    await step('hold', {
      ...{ sessionId: plan.id, heldAt: new Date(begin).toISOString(), present: ids, methods: ['cooling'] },
      ...{ subject: sentence(i), record: sentence(i + 100).repeat(20), readBack: true },
    })
  }
  await addDocuments(bed, id)
  return { id, mediationId, officer }
}

/** Hangs documents on the steps of the matter, as if they had been handed in with them. */
async function addDocuments(bed: Bed, matterId: string): Promise<void> {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  try {
    await client.query(
      `insert into attachment (district_id, id, matter_id, seq, name, mime, bytes, sha256, width, height, owner, created_at)
        select $1, (lpad(to_hex(1700000000000 + i), 12, '0') || '7' || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid,
          $2, 5 + i % 80, '量测证据' || i || '.png', 'image/png', 200000, decode(md5(i::text), 'hex'), 800, 600, 'staff', now()
        from generate_series(1, $3::int) i`,
      [bed.district, matterId, documents],
    )
  } finally {
    await client.end()
  }
}
