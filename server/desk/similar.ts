import { sql } from 'kysely'
import type { deskRoutes, MatterLink, SimilarMatter } from '#contract/desk.ts'
import { uuidv7 } from '#domain/id.ts'
import { readExternalNo } from '#domain/intake/hand-over.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import { likest, type Said } from '#domain/triage/similar.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { iso } from '../matter/views.ts'
import { findUnit, pathsAbove } from '../org/queries.ts'
import { wordsOf } from '../search/words.ts'
import { findPaper } from './paper.ts'

/** Open matters older than this are not compared; how many candidates each way of looking brings; how many are shown. */
const dayMs = 86_400_000
const comparedMs = 180 * dayMs
const most = { near: 150, worded: 80, shown: 5 } as const

type Candidate = Pick<
  MatterRow,
  | 'id'
  | 'number'
  | 'title'
  | 'state'
  | 'story'
  | 'place_text'
  | 'place_path'
  | 'category_code'
  | 'received_at'
  | 'appeals'
>
const columns = sql.raw(
  'm.id, m.number, m.title, m.state, m.story, m.place_text, m.place_path, m.category_code, m.received_at, m.appeals',
)

/** A matter as it is named beside a form or a page. */
export function linkOf(row: Omit<Candidate, 'story' | 'place_path' | 'category_code'>): MatterLink {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    state: row.state as Matter['state'],
    placeText: row.place_text,
    receivedAt: iso(row.received_at),
    appeals: row.appeals,
  }
}

/** The open matters of the community (or what else is the third step down) that a path lies in, the newest first. */
async function listNear(tx: Tx, district: number, path: string, since: number): Promise<Candidate[]> {
  const area = pathsAbove(path).slice(0, 3).at(-1) ?? path
  // as a range of the index: prefix functions are not trusted before the policy has been asked
  const { rows } = await sql<Candidate>`select ${columns} from matter m
    where m.district_id = ${district} and m.state <> 'closed' and m.place_path ~>=~ ${area}
      and m.place_path ~<~ ${`${area.slice(0, -1)}0`} and m.received_at > ${new Date(since)}
    order by m.received_at desc limit ${most.near}`.execute(tx)
  return rows
}

/** The open matters anywhere in which one of the long words stands: a company, a road, a thing with a name. */
async function listWorded(tx: Tx, district: number, words: string, since: number): Promise<Candidate[]> {
  const long = wordsOf(words)
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length)
    .slice(0, 6)
  if (long.length === 0) return []
  const query = long.map((word) => `'${word}'`).join(' | ')
  // Ids rise with time, so the newest come first without asking the matters. Not `= district`: see the search of the lists.
  const { rows } = await sql<Candidate>`select ${columns} from matter m
    where m.district_id = ${district} and m.state <> 'closed' and m.id = any (array(select t.matter_id from matter_text t
      where t.district_id = any (${[district]}) and t.words @@ ${query}::tsquery
        and t.matter_id > ${uuidv7(since, new Uint8Array(10))}::uuid
      order by t.matter_id desc limit ${most.worded}))`.execute(tx)
  return rows
}

async function findLikest(
  tx: Tx,
  district: number,
  said: Said,
  own: string | undefined,
): Promise<SimilarMatter[]> {
  const since = said.at - comparedMs
  const found = [
    ...(said.placePath === null ? [] : await listNear(tx, district, said.placePath, since)),
    ...(await listWorded(tx, district, said.words, since)),
  ]
  const others = [...new Map(found.map((row) => [row.id, row])).values()].filter((row) => row.id !== own)
  const candidates = others.map((row) => ({
    row,
    said: {
      words: `${row.title} ${row.story}`,
      placePath: row.place_path,
      categoryCode: row.category_code,
      at: row.received_at,
    },
  }))
  return likest(said, candidates, most.shown).map(({ row, score, reasons }) => ({
    ...linkOf(row),
    score,
    reasons,
  }))
}

/** What may be the same thing as what is being typed; the second lock decides what of it is shown. */
export async function findSimilar({ tx, actor, body, now }: Call<typeof deskRoutes.findSimilar>) {
  const district = actor.districtId
  const place =
    body.placeUnitId === undefined ? undefined : await findUnit(tx, district, body.placeUnitId, now)
  const { words, categoryCode = null } = body
  const rows =
    words.trim().length < 4
      ? []
      : await findLikest(
          tx,
          district,
          { words, categoryCode, placePath: place?.path ?? null, at: now },
          undefined,
        )
  const paper =
    body.paper && (await findPaper(tx, district, body.paper.channel, readExternalNo(body.paper.externalNo)))
  return { rows, paper: paper?.matter ? linkOf(paper.matter) : null, isPaperKnown: paper !== undefined }
}

/** The open matters that may be the same thing as one that is here, for who sorts it. */
export async function listSimilar({ tx, actor, params }: Call<typeof deskRoutes.listSimilar>) {
  const row = await findMatter(tx, actor.districtId, params.id)
  if (!row) return refuse('notFound')
  if (!reachingSeat(actor, 'matter.triage', matterOf(row))) return refuse('notYours')
  const said: Said = {
    words: `${row.title} ${row.story}`,
    placePath: row.place_path,
    categoryCode: row.category_code,
    at: row.received_at,
  }
  return { rows: await findLikest(tx, actor.districtId, said, row.id) }
}
