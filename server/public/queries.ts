import type { FastifyReply } from 'fastify'
import { sql } from 'kysely'
import type { publicRoutes, Tracking } from '#contract/public.ts'
import type { ResidentActor } from '#domain/actor.ts'
import { moveOf, type Verb } from '#domain/matter/moves.ts'
import { whyNot } from '#domain/matter/why-not.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { AttachmentRow } from '../db/tables.gen.ts'
import { sendFile } from '../files/routes.ts'
import type { Call, Platform } from '../http/bind.ts'
import { circumstances, rulesFor } from '../matter/commands.ts'
import {
  type ActionLine,
  findMatter,
  listActions,
  listAppeals,
  listClocks,
  listFiles,
} from '../matter/queries.ts'
import { centreOf, titleFrom } from '../matter/receive.ts'
import { matterOf } from '../matter/rows.ts'
import { fileViewOf, iso, isoOrNull } from '../matter/views.ts'
import { findUnit, listChain } from '../org/queries.ts'
import { trackedPetition } from '../petition/tracked.ts'
import { findPlaceRow, residentOf } from './commands.ts'

export async function findPlace({ tx, params, now }: Call<typeof publicRoutes.findPlace>) {
  const place = await findPlaceRow(tx, params.district, params.code, now)
  if (!place) return refuse('unknownPlace', undefined, 'code')
  const chain = await listChain(tx, params.district, place.path, now)
  const community = centreOf(chain)
  return {
    district: params.district,
    districtName: chain[0]?.name ?? '',
    code: place.code,
    label: place.label,
    communityName: community?.name ?? '',
    communityPhone: community?.phone ?? null,
    lng: place.lng,
    lat: place.lat,
  }
}

/** The payload key that holds what was written for the person to read. */
const wordsFor: Partial<Record<Verb, string>> = {
  refuse: 'reason',
  progress: 'text',
  ask: 'question',
  answer: 'text',
  submit: 'result',
  close: 'summary',
  askReopen: 'reason',
  keepClosed: 'reason',
  withdraw: 'reason',
  rate: 'words',
}

/** Verbs that name where it went, which says more than who did it. */
const namesTarget: ReadonlySet<string> = new Set(['dispatch', 'rule', 'handDown'])

const residentVerbs = ['answer', 'rate', 'askReopen', 'withdraw'] as const

/** What the holder of a query code sees: their own voice, plain steps, and nothing of anybody else's. */
export async function track({
  tx,
  params,
  body,
  now,
}: Call<typeof publicRoutes.track>): Promise<Tracking | ReturnType<typeof refuse>> {
  const actor = await residentOf(tx, params.district, body.queryCode)
  return 'refused' in actor ? actor : trackingOf(tx, actor, now)
}

/** The same, for whoever came to the one voice otherwise. In: an actor in whose scope the transaction is. */
export async function trackingOf(
  tx: Tx,
  actor: ResidentActor,
  now: number,
): Promise<Tracking | ReturnType<typeof refuse>> {
  const { districtId: district } = actor
  const row = await findMatter(tx, district, actor.matterId)
  const voice = (await listAppeals(tx, district, actor.matterId)).find((a) => a.id === actor.appealId)
  if (!row || !voice) return refuse('unknownCode', undefined, 'queryCode')
  const matter = matterOf(row)
  const rules = await rulesFor(tx, row)
  const at = circumstances(matter, rules, now)
  const history = await listActions(tx, district, row.id)
  const lines = await listTold(tx, district, history, actor, voice.born_matter_id)
  // The title may still be the first sentence of whoever spoke first.
  const [first] = history
  const files = await listFiles(tx, district, row.id)
  const holder = await findUnit(tx, district, row.holder_id, now)
  const running = (await listClocks(tx, district, row.id)).filter((c) => c.stopped_at === null)
  const promised = running.find((c) => c.kind === 'handle') ?? running[0]
  const asked = row.question_open ? lines.findLast((line) => line.verb === 'ask') : undefined
  return {
    number: row.number,
    title: voice.id === first?.appeal_id ? row.title : titleFrom(voice.words),
    words: voice.words,
    placeText: row.place_text,
    state: matter.state,
    submittedAt: iso(voice.submitted_at),
    holderName: holder?.name ?? '',
    holderPhone: holder?.phone ?? null,
    dueAt: isoOrNull(promised?.due_at ?? null),
    result: matter.state === 'revisiting' || matter.state === 'closed' ? row.result : null,
    closureKind: matter.closureKind,
    question: asked ? String(asked.payload['question']) : null,
    steps: lines.map((line) => stepOf(line, actor, files)),
    may: residentVerbs.filter(
      (verb) => whyNot(verb, matter, actor, at) === undefined && (verb !== 'rate' || voice.rated_at === null),
    ),
    rating:
      voice.rated_at === null || voice.solved === null
        ? null
        : { solved: voice.solved, satisfied: voice.satisfied as never, words: voice.rating_words },
    version: row.version,
    petition: await trackedPetition(tx, { actor, matter, rules, now }),
    files: files.filter((f) => f.appeal_id === actor.appealId && f.seq === 1).map(fileViewOf),
  }
}

/** A voice, as far as it decides what it is told. */
type Spoke = Pick<ResidentActor, 'appealId'>

/** What a voice is told of the matter it is in, and before that of the one it arrived in. In: the history of the matter. */
export async function listTold(
  tx: Tx,
  district: number,
  history: readonly ActionLine[],
  voice: Spoke,
  bornMatterId: string | null,
): Promise<ActionLine[]> {
  const earlier = bornMatterId === null ? [] : await listActions(tx, district, bornMatterId)
  return [...untilMoved(earlier, voice), ...sinceCome(history, voice)].filter((line) => isTold(line, voice))
}

const movesVoice = ({ payload }: ActionLine, { appealId }: Spoke) =>
  Array.isArray(payload['appealIds']) && payload['appealIds'].includes(appealId)

/** What happened to a voice where it arrived, until it was joined into another matter or split off. */
function untilMoved(lines: readonly ActionLine[], actor: Spoke): ActionLine[] {
  const moved = lines.findIndex((line) => movesVoice(line, actor))
  return moved < 0 ? [] : lines.slice(0, moved)
}

/** What happened since a voice came to the matter; all of it where it began there. */
function sinceCome(lines: readonly ActionLine[], actor: Spoke): ActionLine[] {
  const come = lines.findIndex((line) => line.verb === 'join' && movesVoice(line, actor))
  return lines.slice(Math.max(come, 0))
}

/** Told to this person: what the table says is told, not another voice's words, not what staff kept inside. */
function isTold(line: ActionLine, actor: Spoke): boolean {
  if (!moveOf(line.verb as Verb).told) return false
  if (line.appeal_id !== null && line.appeal_id !== actor.appealId) return false
  return line.verb !== 'progress' || line.payload['toPerson'] === true
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

/** Verbs whose photographs the person may see: their own, and what staff showed them. */
export function stepOf(
  line: ActionLine,
  actor: Spoke,
  files: readonly AttachmentRow[],
): Tracking['steps'][number] {
  const key = wordsFor[line.verb as Verb]
  const words = key === undefined ? undefined : line.payload[key]
  return {
    verb: line.verb as Verb,
    at: iso(line.at),
    unitName: namesTarget.has(line.verb) ? textOf(line.payload['unitName']) : line.unit_name,
    words: textOf(words),
    byMe: line.appeal_id === actor.appealId || (line.verb === 'join' && movesVoice(line, actor)),
    files: files
      .filter((f) => f.seq === line.seq && (f.appeal_id === null || f.appeal_id === actor.appealId))
      .map(fileViewOf),
  }
}

/** A photograph of one's own matter, for whoever holds the code. */
export async function trackFile({ tx, params, body, platform, reply }: Call<typeof publicRoutes.trackFile>) {
  const actor = await residentOf(tx, params.district, body.queryCode)
  return 'refused' in actor ? actor : sendTrackedFile(tx, actor, body, platform, reply)
}

/** The bytes of a photograph that the person behind a voice may see. Refusal: `notFound`. */
export async function sendTrackedFile(
  tx: Tx,
  actor: ResidentActor,
  { fileId, size }: { fileId: string; size: 'full' | 'small' },
  platform: Platform,
  reply: FastifyReply,
) {
  const { districtId: district } = actor
  const told = (await listActions(tx, district, actor.matterId))
    .filter((line) => isTold(line, actor))
    .map((line) => line.seq)
  const { rows } =
    await sql<AttachmentRow>`select * from attachment where district_id = ${district} and id = ${fileId}
    and matter_id = ${actor.matterId} and (appeal_id = ${actor.appealId} or appeal_id is null and seq = any (${told}))`.execute(
      tx,
    )
  return rows[0] ? sendFile(platform.files, reply, rows[0], size) : refuse('notFound')
}
