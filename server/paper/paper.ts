import { sql } from 'kysely'
import type { PaperView, paperRoutes } from '#contract/paper.ts'
import { paperLabels } from '#contract/words/labels.ts'
import type { StaffActor } from '#domain/actor.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { mayReveal } from '#domain/matter/reveal.ts'
import { mayNamePerson, type Paper, papersFor } from '#domain/paper/paper.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { AppealRow } from '../db/tables.gen.ts'
import type { Call, Platform } from '../http/bind.ts'
import { findMatter, listActions, listAppeals, listClocks } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { insertReading } from '../matter/store.ts'
import { iso, openSealed, voiceView } from '../matter/views.ts'
import { findUnit, listChain } from '../org/queries.ts'
import { deedsOf } from './deeds.ts'

type Wanted = {
  tx: Tx
  actor: StaffActor
  platform: Platform
  now: number
  id: string
  paper: Paper
  appealId: string | undefined
  isOpen: boolean
}

/** A printed name stays on the screen as long as a revealed one (milliseconds). */
const againMs = 60_000

/** A paper as it would look. Refusals: `notFound`, `notNow`. */
export async function getPaper(call: Call<typeof paperRoutes.getPaper>): Promise<PaperView | Refusal> {
  const { params, query } = call
  return paperOf({ ...call, ...params, appealId: query.appealId, isOpen: false })
}

/** The paper to print, on record with its purpose. Refusals: `notFound`, `notNow`, `secretFromYou`, `commandReused`. */
export async function printPaper(call: Call<typeof paperRoutes.printPaper>): Promise<PaperView | Refusal> {
  const { tx, actor, params, body, now } = call
  const view = await paperOf({ ...call, ...params, appealId: body.appealId, isOpen: body.withContact })
  if ('refused' in view) return view
  const isOnRecord = await insertReading(tx, {
    district: actor.districtId,
    id: body.commandId,
    at: now,
    accountId: actor.accountId,
    what: 'print',
    // with a name on it a print is also a reading of that voice
    subject: view.person.shown === 'open' ? `appeal:${view.person.appealId}` : `matter:${params.id}`,
    purpose: `${paperLabels[params.paper].zh}：${body.purpose}`,
    againMs,
  })
  return isOnRecord ? view : refuse('commandReused')
}

async function paperOf(wanted: Wanted): Promise<PaperView | Refusal> {
  const { tx, actor, platform, now, id, paper, appealId } = wanted
  const district = actor.districtId
  const row = await findMatter(tx, district, id)
  if (!row) return refuse('notFound')
  const matter = matterOf(row)
  const actions = await listActions(tx, district, id)
  const done = actions.map((action) => action.verb as Verb)
  if (!papersFor({ ...matter, done }).includes(paper)) return refuse('notNow', { state: matter.state })
  const appeals = await listAppeals(tx, district, id)
  const voice = appealId === undefined ? appeals[0] : appeals.find((one) => one.id === appealId)
  if (!voice) return refuse('notFound', undefined, 'appealId')
  const person = personOn(wanted, matter, voice)
  if ('refused' in person) return person
  const [chain, centre, handling, clocks, names] = [
    await listChain(tx, district, row.place_path, now),
    await findUnit(tx, district, row.centre_id, now),
    row.handling_id === null ? undefined : await findUnit(tx, district, row.handling_id, now),
    await listClocks(tx, district, id),
    await namesOf(tx, district, row.category_code),
  ]
  return {
    id,
    paper,
    number: row.number,
    state: matter.state,
    districtName: names.district,
    centreName: centre?.name ?? '',
    printedBy: actor.name,
    printedAt: iso(now),
    trackUrl: `${platform.publicUrl}/t/${district}`,
    title: row.title,
    words: voice.words,
    place: placeWords(chain, row.place_text),
    channel: matter.channel,
    kind: matter.kind,
    category: names.category,
    urgency: matter.urgency,
    level: matter.level,
    receivedAt: iso(row.received_at),
    person,
    people: appeals.map((one) => ({
      appealId: one.id,
      label: voiceView(actor, matter, one, [], []).name,
      at: iso(one.submitted_at),
    })),
    closureKind: matter.closureKind,
    ...deedsOf(actions, clocks, { result: row.result, unitName: handling?.name ?? centre?.name ?? '' }),
  }
}

/** Where it is, from the street down; what the spot itself already says is not said twice. */
function placeWords(chain: Awaited<ReturnType<typeof listChain>>, spot: string): string {
  const names = chain.filter((unit) => unit.kind !== 'district' && !spot.includes(unit.name))
  return [...names.map((unit) => unit.name), spot].join(' ').trim()
}

function personOn(
  { actor, paper, isOpen }: Wanted,
  matter: ReturnType<typeof matterOf>,
  voice: AppealRow,
): PaperView['person'] | Refusal {
  const isNamed = mayNamePerson(paper, matter, { isConfidential: voice.is_confidential })
  const hasContact = voice.name_sealed !== null || voice.phone_sealed !== null
  const mayOpen = isNamed && hasContact && mayReveal(actor, matter, { isConfidential: voice.is_confidential })
  const appealId = voice.id
  if (isOpen && !mayOpen) return refuse('secretFromYou', undefined, 'withContact')
  if (isOpen)
    return {
      ...{ appealId, mayOpen, shown: 'open' },
      ...{ name: openSealed(voice, 'name'), phone: openSealed(voice, 'phone') },
    }
  const { name, phone } = voiceView(actor, matter, voice, [], [])
  if (!hasContact) return { appealId, mayOpen, shown: 'none', name: null, phone: null }
  if (!isNamed || (name === null && phone === null))
    return { appealId, mayOpen, shown: 'secret', name: null, phone: null }
  return { appealId, mayOpen, shown: 'masked', name: name ?? null, phone }
}

async function namesOf(tx: Tx, district: number, code: string | null) {
  const { rows } = await sql<{ district: string; category: string | null }>`select d.name district,
    (select name_zh from category where district_id = ${district} and code = ${code}) category
    from district d where d.id = ${district}`.execute(tx)
  return rows[0] ?? { district: '', category: null }
}
