import { sql } from 'kysely'
import type { mediationRoutes } from '#contract/mediation.ts'
import { formLabels } from '#contract/words/mediation-labels.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { Document } from '#domain/document/document.ts'
import type { Matter } from '#domain/matter/matter.ts'
import {
  drawDossier,
  drawPaper,
  type Form,
  missingPapers,
  papersOf,
} from '#domain/mediation/forms/dossier.ts'
import type { FileFacts, FileParty, FileTerms, SessionRecord } from '#domain/mediation/forms/facts.ts'
import { headOf } from '#domain/mediation/forms/titles.ts'
import { fileNumber } from '#domain/mediation/number.ts'
import { refuse } from '#domain/refusal.ts'
import { namesOf } from '../colleague/queries.ts'
import type { Tx } from '../db/scope.ts'
import type { AttachmentRow, MatterRow, MediationTextRow } from '../db/tables.gen.ts'
import { answersPaper } from '../document/paper-answer.ts'
import type { FileStore } from '../files/file-store.ts'
import { keyOf } from '../files/routes.ts'
import type { Call } from '../http/bind.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { insertReading } from '../matter/store.ts'
import { getRules } from '../org/rules.ts'
import { listByIds, listPresent, type PartyLine } from '../party/queries.ts'
import { knownOf } from '../party/sealed.ts'
import { keepProof, newProof, withProof } from './proofs.ts'
import { findMediation, listTexts, type MediationLine, roomNames } from './queries.ts'
import { mayKnow, readingOf, type Story, type Terms, textsOf } from './read.ts'
import { openText } from './sealed.ts'

type Asked = { tx: Tx; actor: StaffActor; params: { id: string; mediationId: string }; now: number }

/** The mediation whose papers the reader may see. Refusals: `notFound`, `notYours`, `secretFromYou`. */
async function enter({ tx, actor, params }: Asked) {
  const row = await findMatter(tx, actor.districtId, params.id)
  const line = row && (await findMediation(tx, actor.districtId, params.mediationId))
  if (!row || !line || line.matter_id !== row.id || row.destroyed_at !== null) return refuse('notFound')
  const matter = matterOf(row)
  if (!readingOf(actor, matter, line.facts).words) return refuse('notYours')
  const ids = line.facts.participants.map(({ partyId }) => partyId)
  const present = await listPresent(tx, actor.districtId, row.id)
  const gone = await listByIds(
    tx,
    actor.districtId,
    ids.filter((id) => !present.some((one) => one.id === id)),
  )
  const parties = [...present, ...gone]
  const isSecret = parties.some((one) => ids.includes(one.id) && !mayKnow(actor, matter, line.facts, one))
  return isSecret ? refuse('secretFromYou') : { row, line, parties, matter }
}

/** The papers there are, and what the file still lacks. Refusals: those of entering. */
export async function listMediationPapers(call: Call<typeof mediationRoutes.listMediationPapers>) {
  const entered = await enter(call)
  if ('refused' in entered) return entered
  const { facts: m, committee_name } = entered.line
  const file = fileNumber(m, committee_name)
  return {
    papers: papersOf(m).map((paper) => ({ ...paper, ...headOf(m, file, paper) })),
    missing: missingPapers(m),
  }
}

/** A paper stays on the screen as long as a revealed name (milliseconds). */
const againMs = 60_000

/** One paper, or the whole file, as PDF or Word. Refusals: those of entering, `notNow`, `commandReused`. */
export async function drawMediationPaper(
  call: Call<typeof mediationRoutes.drawMediationPaper>,
): Promise<unknown> {
  const { tx, actor, body, now, platform, reply } = call
  const entered = await enter(call)
  if ('refused' in entered) return entered
  const pictures = await picturesOf(tx, platform.files, actor.districtId, entered.line)
  const facts = await factsOf(call, entered, pictures)
  const documents = await documentsOf(call, facts, entered.row, body)
  if (documents.length === 0) return refuse('notNow', { state: entered.line.state })
  const isOnRecord = await insertReading(tx, {
    ...{ district: actor.districtId, id: body.commandId, at: now, accountId: actor.accountId, what: 'print' },
    ...{
      subject: `mediation:${entered.line.id}`,
      purpose: `${formLabels[body.form].zh}：${body.purpose}`,
      againMs,
    },
  })
  if (!isOnRecord) return refuse('commandReused')
  const district = actor.districtId
  const code = newProof()
  const drawn = withProof(documents, { code, form: body.form, district, publicUrl: platform.publicUrl })
  const number = documents[0]?.number ?? facts.number
  // the name of the file says what it is and of which file, and nobody's name
  const name = `${formLabels[body.form].zh}${facts.number}`
  const bytes = await answersPaper(reply, drawn, { as: body.as, name, at: now })
  await keepProof(tx, {
    ...{
      district,
      code,
      m: entered.line.facts,
      form: body.form,
      of: body.of,
      fileKind: body.as,
      bytes,
      at: now,
    },
    ...{ number, accountId: actor.accountId },
  })
  return bytes
}

async function documentsOf(
  { tx, actor }: Pick<Asked, 'tx' | 'actor'>,
  facts: FileFacts,
  row: MatterRow,
  { form, of }: { form: Form; of: string | null },
): Promise<Document[]> {
  if (form !== 'dossier') {
    const isThere = papersOf(facts.m).some((one) => one.form === form && one.of === of)
    return isThere ? drawPaper(facts, { form, of }) : []
  }
  const { profile } = await getRules(tx, actor.districtId)
  const kept = profile.retention.find(({ code }) => code === row.retention)
  const years = kept === undefined ? '' : kept.years === null ? '永久' : `${kept.years}年`
  return drawDossier(
    facts,
    years,
    missingPapers(facts.m).map((one) => formLabels[one].zh),
  )
}

type Entered = { row: MatterRow; line: MediationLine; parties: readonly PartyLine[]; matter: Matter }

/** Everything the papers are filled from. */
async function factsOf(
  { tx, actor, now }: Pick<Asked, 'tx' | 'actor' | 'now'>,
  { row, line, parties }: Entered,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<FileFacts> {
  const district = actor.districtId
  const m = line.facts
  const rows = await listTexts(tx, district, line.id)
  const texts = textsOf(rows)
  const [story] = texts.all<Story>('story')
  const accounts = await namesOf(tx, district, [
    ...new Set([...m.mediators, ...m.revisits].map(({ accountId }) => accountId)),
  ])
  const places = new Map(
    texts.all<{ sessionId: string; place: string }>('place').map((one) => [one.sessionId, one.place]),
  )
  const rooms = await roomNames(tx, district, m)
  for (const { id, roomId } of m.sessions) if (roomId !== null) places.set(id, rooms.get(roomId) ?? '')
  return {
    ...{ m, number: fileNumber(m, line.committee_name), committee: line.committee_name },
    ...{
      matterNumber: line.matter_number,
      matterTitle: line.matter_title,
      category: await categoryOf(tx, district, row),
    },
    parties: parties.map((one) => partyOn(one, line)),
    mediators: m.mediators.map(({ accountId }) => ({ id: accountId, name: accounts.get(accountId) ?? '' })),
    ...{ people: accounts, story: story?.story ?? '', requests: story?.requests ?? [] },
    records: new Map(
      m.sessions.flatMap((one) =>
        withId(one.id, one.kind === 'caucus' ? null : texts.open<SessionRecord>(one.recordId)),
      ),
    ),
    places,
    terms: new Map(
      m.agreements.flatMap((one) => withId(one.id, texts.open<Terms>(one.termsId))),
    ) satisfies Map<string, FileTerms>,
    ...{ reasons: wordsOf(rows, 'reason'), witnesses: wordsOf(rows, 'witness'), pictures, today: dayOf(now) },
  }
}

const withId = <T>(id: string, value: T | null): [string, T][] => (value === null ? [] : [[id, value]])

const wordsOf = (rows: readonly MediationTextRow[], kind: string): Map<string, string> =>
  new Map(rows.filter((row) => row.kind === kind).map((row) => [row.id, String(openText(row))]))

function partyOn(row: PartyLine, { facts }: MediationLine): FileParty {
  const { name, phone, address, contactName } = knownOf(row)
  return {
    ...{
      id: row.id,
      side: row.side as FileParty['side'],
      role: row.role as FileParty['role'],
      kind: row.kind as FileParty['kind'],
    },
    ...{ name, phone, address, contactName, actsFor: row.acts_for },
    standing: facts.participants.find(({ partyId }) => partyId === row.id)?.standing ?? null,
  }
}

async function categoryOf(tx: Tx, district: number, { category_code }: MatterRow): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`select name_zh as name from category
    where district_id = ${district} and code = ${category_code}`.execute(tx)
  return rows[0]?.name ?? null
}

/** The pictures of names and fingerprints that stand on the papers, by their ids. */
async function picturesOf(tx: Tx, files: FileStore, district: number, { facts }: MediationLine) {
  const acts = [
    ...facts.participants.flatMap(({ told, consents }) => [told, ...consents]),
    ...facts.sessions.flatMap(({ signed }) => signed),
    ...facts.agreements.flatMap(({ signatures }) => signatures),
  ]
  const ids = [...new Set(acts.flatMap((act) => act?.fileId ?? []))]
  const { rows } = await sql<AttachmentRow>`select * from attachment
    where district_id = ${district} and id = any (${ids}::uuid[]) and matter_id = ${facts.matterId}`.execute(
    tx,
  )
  const pictures = new Map<string, Uint8Array>()
  for (const row of rows) {
    const bytes = row.mime.startsWith('image/')
      ? ((await files.get(keyOf(row, 'small'))) ?? (await files.get(keyOf(row, 'full'))))
      : undefined
    if (bytes) pictures.set(row.id, bytes)
  }
  return pictures
}
