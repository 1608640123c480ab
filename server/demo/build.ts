import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type pg from 'pg'
import { dayOf, type Instant } from '#domain/calendar/days.ts'
import { publishedYears } from '#domain/calendar/holidays.ts'
import { calendarOf } from '#domain/calendar/working-days.ts'
import { matterNumber } from '#domain/matter/number.ts'
import { defaultProfile } from '#domain/profile/profile.ts'
import { insertRows } from '../db/insert-rows.ts'
import { openDatabase, openPool } from '../db/pool.ts'
import { inScope, scopeOf } from '../db/scope.ts'
import { diskStore } from '../files/file-store.ts'
import { newDistrict } from '../org/new-district.ts'
import { administrationRows } from './administration.ts'
import { playAids } from './aids.ts'
import { drawAll } from './drawings.ts'
import { writeDuties } from './duties.ts'
import { evaluateInDemo } from './evaluation.ts'
import { furnishHall, hallRows } from './hall.ts'
import { lanesOf } from './mediations.ts'
import { mediatorRows } from './mediators.ts'
import { meetInDemo } from './meetings.ts'
import { geoJsonOf, lngLatOf } from './mesh.ts'
import { relateSome } from './parties.ts'
import { getDemoPassword } from './password.ts'
import { petitionSome } from './petitions.ts'
import { planAll } from './plans.ts'
import { play } from './play.ts'
import { randomFrom } from './random.ts'
import { secondProfile } from './second-profile.ts'
import { hire, hireDeputy, hireSecurity, staffRows } from './staff.ts'
import { superviseSome } from './supervision.ts'
import { templateRows } from './templates.ts'
import { demoDistrict, growTree, placeRows, unitRows } from './units.ts'
import { playWhistles } from './whistles.ts'

export type DemoOptions = {
  /** Folder of the installation, for files and the password; MAPLE_HOME when absent. */
  home?: string
  password?: string
  now?: Instant
  onProgress?: (text: string) => void
}
export type DemoReport = { units: number; staff: number; matters: number; cutShort: string[] }

export const demoSeed = 339_901
const dayMs = 86_400_000
/** Half as many connections as would be quickest: the machine is a small one. */
const lanes = 4

/** Makes the invented district and lets its last fourteen months happen. In: a client of the owner, and the same URL. */
export async function loadDemo(client: pg.Client, url: string, options: DemoOptions): Promise<DemoReport> {
  const { onProgress = () => {}, now = Date.now() } = options
  const home = resolve(options.home ?? process.env['MAPLE_HOME'] ?? '.maple')
  const random = randomFrom(demoSeed)
  const since = now - 500 * dayMs
  onProgress('枫溪区的街道、社区、网格和人员 · the district and its people')
  const world = await makeDistrict(client, random, since, now, options.password ?? getDemoPassword(home))

  const calendar = calendarOf({
    days: Object.values(publishedYears).flatMap((year) => year.days),
    years: Object.keys(publishedYears).map((year) => [Number(year), 'official'] as const),
    hours: defaultProfile.officeHours,
    version: 1,
  })
  const plans = planAll(random, world.tree, world.members, world.root.path, calendar, now)
  const numbers = await numberPlans(
    client,
    plans.map((plan) => plan.voice.at),
  )
  const folder = join(home, 'files')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stage = { files: diskStore(folder), drawings: await drawAll() }
  const laneOf = lanesOf(plans, lanes, now)
  const pool = openPool(url, lanes)
  const db = openDatabase(pool)
  const scope = scopeOf({ kind: 'system', districtId: demoDistrict })
  let done = 0
  const cutShort: string[] = []
  try {
    await Promise.all(
      Array.from({ length: lanes }, (_, lane) =>
        inScope(db, scope, async (tx) => {
          for (const [i, plan] of plans.entries()) {
            const number = numbers[i]
            if (laneOf[i] !== lane || !number) continue
            const { isWhole, refused } = await play(tx, plan, number, stage, now)
            if (!isWhole) cutShort.push(`${number} ${refused}`)
            if (++done % 60 === 0) onProgress(`${done} / ${plans.length} 件事项 · matters`)
          }
        }),
      ),
    )
    await inScope(db, scope, (tx) => relateSome(tx, plans, now))
    await superviseSome(db, world.members, now)
    await petitionSome(db, world.members, now)
    await inScope(db, scope, (tx) => playWhistles(tx, world.members, world.root.path, now))
    await inScope(db, scope, (tx) => playAids(tx, world.members, world.root.path, now))
    await inScope(db, scope, (tx) => meetInDemo(tx, world.members, world.root.path, now))
    await inScope(db, scope, (tx) => writeDuties(tx, world.members, world.root.path, now))
    await evaluateInDemo(db, world.members, world.root.path, now)
  } finally {
    await pool.end()
  }
  // What was told in these months has been looked at, but for the last day.
  const seen = JSON.stringify({ noticesSeenAt: new Date(now - dayMs).toISOString() })
  await client.query('update account set settings = settings || $1::jsonb where district_id = $2', [
    seen,
    demoDistrict,
  ])
  await insertRows(client, 'profile', [secondProfile(world.members, now)])
  await insertRows(client, 'mediator_profile', mediatorRows(randomFrom(demoSeed + 1), world.members, now))
  const set = administrationRows(randomFrom(demoSeed), world.members, now)
  for (const [table, rows] of Object.entries(set)) await insertRows(client, table, rows)
  return { units: world.units, staff: world.members.length, matters: plans.length, cutShort }
}

/** The district, its tree, places and staff, in one transaction. */
async function makeDistrict(
  client: pg.Client,
  random: ReturnType<typeof randomFrom>,
  since: Instant,
  now: Instant,
  password: string,
) {
  await client.query('begin')
  try {
    const root = await newDistrict(client, {
      id: demoDistrict,
      name: '枫溪区',
      city: '临川江市',
      isDemo: true,
      now: since,
      phone: '19900009000',
    })
    const tree = growTree(random, root, since)
    const hall = furnishHall(tree, root.path, since)
    const middle = lngLatOf([0, 0])
    await client.query(
      'update unit set outline = $1, lng = $2, lat = $3 where district_id = $4 and id = $5',
      [JSON.stringify(geoJsonOf(tree.mesh.district)), middle.lng, middle.lat, demoDistrict, root.unitId],
    )
    await insertRows(client, 'unit', unitRows([...tree.units, ...hall.units], since))
    await insertRows(client, 'place', placeRows(tree, since))
    const alone = [hireSecurity(root, since), hireDeputy(tree, root.path, since)]
    const members = [...hire(random, tree, root, since), ...hall.members, ...alone]
    const rows = await staffRows(members, password, since)
    for (const table of ['person', 'account', 'login_key', 'post'])
      await insertRows(client, table, rows[table] ?? [])
    const callers = ['suxiaowen', 'fangzhiyuan'].map(
      (login) => members.find((m) => m.login === login)?.accountId ?? '',
    )
    const inHall = hallRows(hall, callers, now)
    await insertRows(client, 'hall', inHall.hall)
    await insertRows(client, 'ticket', inHall.tickets)
    await insertRows(client, 'ticket', inHall.booked)
    await insertRows(client, 'template', templateRows(randomFrom(demoSeed), members, since))
    await client.query('commit')
    return { root, tree, members, units: tree.units.length + hall.units.length + 1 }
  } catch (fault) {
    await client.query('rollback')
    throw fault
  }
}

/** Numbers matters day by day, and leaves the counters where the next one goes on. In: instants in order. */
async function numberPlans(client: pg.Client, instants: readonly Instant[]): Promise<string[]> {
  const counts = new Map<string, number>()
  const numbers = instants.map((at) => {
    const day = dayOf(at)
    const count = (counts.get(day) ?? 0) + 1
    counts.set(day, count)
    return matterNumber(day, count)
  })
  const rows = [...counts].map(([day, count]) => ({
    district_id: demoDistrict,
    series: `matter ${demoDistrict}:${day}`,
    next: count + 1,
  }))
  await insertRows(client, 'number_block', rows)
  return numbers
}
