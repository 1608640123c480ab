import { sql } from 'kysely'
import type { petitionRoutes } from '#contract/petition.ts'
import {
  agentPowerLabels,
  doubleLabels,
  petitionChannelLabels,
  petitionKindLabels,
  remainsOpen,
  reviewStanceLabels,
  stanceLabels,
} from '#contract/words/petition.ts'
import type { StaffActor } from '#domain/actor.ts'
import { type Day, dayOf } from '#domain/calendar/days.ts'
import type { Calendar } from '#domain/calendar/working-days.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { clockDue } from '#domain/petition/clocks.ts'
import { drawPetition, type PetitionFacts, petitionTitle } from '#domain/petition/forms.ts'
import { type PaperForm, petitionPapers } from '#domain/petition/papers.ts'
import { type IssuedForm, type Petition, paperOf, petitionNumber } from '#domain/petition/petition.ts'
import { mandatesOf } from '#domain/petition/who.ts'
import { refuse } from '#domain/refusal.ts'
import { namesOf } from '../colleague/queries.ts'
import type { Tx } from '../db/scope.ts'
import type { AttachmentRow } from '../db/tables.gen.ts'
import { answersPaper } from '../document/paper-answer.ts'
import type { FileStore } from '../files/file-store.ts'
import { keyOf } from '../files/routes.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { insertReading } from '../matter/store.ts'
import { keepPetitionProof, newProof, withProof } from '../mediation/proofs.ts'
import { getRules } from '../org/rules.ts'
import { listByIds, type PartyLine } from '../party/queries.ts'
import { knownOf } from '../party/sealed.ts'
import { besideOf, petitionSeats } from './prepare.ts'
import {
  findPetition,
  type PetitionLine,
  factsOf as petitionIn,
  textsOf,
  unitsOfAccounts,
} from './queries.ts'
import { unitNames } from './read.ts'
import type { AskedWords, MandateWords, OpinionWords, PlainWords, RequestWords } from './sealed.ts'
import { mayKnow, unitsNamed } from './views.ts'

/** Asked for twice within a minute it is one printing on record (milliseconds). */
const againMs = 60_000

type Drawing = Call<typeof petitionRoutes.drawPetitionPaper>
type Entered = {
  line: PetitionLine
  p: Petition
  matter: Matter
  matterNumber: string
  parties: readonly PartyLine[]
}

/** The petition whose papers the reader may draw. Refusals: `notFound`, `notYours`, `secretFromYou`. */
async function enter({ tx, actor, params, body, now }: Drawing): Promise<Entered> {
  const row = await findMatter(tx, actor.districtId, params.id)
  const line = row && (await findPetition(tx, actor.districtId, row.id))
  const p = petitionIn(line)
  if (!row || !line || !p || row.destroyed_at !== null) throw new Refused(refuse('notFound'))
  const matter = matterOf(row)
  const isAgent = mandatesOf(p, actor.accountId, dayOf(now)).length > 0
  if (petitionSeats(actor, matter).length === 0 && !isAgent) throw new Refused(refuse('notYours'))
  const parties = await listByIds(tx, actor.districtId, [
    ...p.petitionerIds,
    ...p.mandates.flatMap(({ partyId }) => partyId ?? []),
  ])
  // the letter to a body names nobody who blows a whistle: art. 30
  const names = body.form === 'transfer' && p.kind === 'report' ? [] : parties
  if (names.some((one) => !mayKnow(actor, matter, p, one))) throw new Refused(refuse('secretFromYou'))
  return { line, p, matter, matterNumber: row.number, parties: names }
}

/** One paper, as PDF or Word, with its proof. Refusals: those of entering, `notNow`, `commandReused`. */
export async function drawPetitionPaper(call: Drawing): Promise<unknown> {
  const { tx, actor, body, now, platform, reply } = call
  const district = actor.districtId
  const entered = await enter(call)
  const { line, p } = entered
  const { form, of } = body
  if (!petitionPapers(p).some((one) => one.form === form && one.of === of))
    return refuse('notNow', { state: entered.matter.state })
  const { calendar } = await getRules(tx, district)
  const facts = await factsFor({ tx, actor, form, of, now, calendar, files: platform.files }, entered)
  const title = petitionTitle(form)
  const isOnRecord = await insertReading(tx, {
    ...{ district, id: body.commandId, at: now, accountId: actor.accountId, what: 'print' },
    ...{ subject: `matter:${p.matterId}`, purpose: `${title}：${body.purpose}`, againMs },
  })
  if (!isOnRecord) return refuse('commandReused')
  const code = newProof()
  const drawn = withProof([drawPetition(facts)], { code, district, publicUrl: platform.publicUrl })
  const bytes = await answersPaper(reply, drawn, { as: body.as, name: `${title}${facts.number}`, at: now })
  await keepPetitionProof(tx, {
    ...{
      district,
      code,
      petitionId: line.id,
      form,
      of,
      number: facts.number,
      fileKind: body.as,
      bytes,
      at: now,
    },
    accountId: actor.accountId,
  })
  return bytes
}

type Asked = {
  tx: Tx
  actor: StaffActor
  form: PaperForm
  of: string | null
  now: number
  calendar: Calendar
  files: FileStore
}

/** Everything a paper is filled from. */
async function factsFor(asked: Asked, { line, p, matterNumber, parties }: Entered): Promise<PetitionFacts> {
  const { tx, actor, form, of, now, calendar } = asked
  const district = actor.districtId
  const texts = await textsOf(tx, district, p.id)
  const names = await unitNames(tx, district, unitsNamed(p))
  const nameOf = (id: string | null | undefined) => (id ? (names.get(id) ?? '') : '')
  const paper = paperOf(p, form as IssuedForm)
  const words = texts.open<RequestWords>(p.wordsId)
  const petitioners = parties.filter(({ id }) => p.petitionerIds.includes(id))
  const known = petitioners.map((row) => ({ id: row.id, ...knownOf(row) }))
  const handle = p.clocks.find(({ kind }) => kind === 'handle')
  const due = handle ? clockDue(handle, calendar) : null
  const outside = (at: 'askReview' | 'askRereview') => texts.open<AskedWords>(p.askedIds[at])?.outside ?? ''
  const reviewer = nameOf(p.review?.unitId) || outside('askReview')
  const rereviewer = nameOf(p.rereview?.unitId) || outside('askRereview')
  const issuer: Partial<Record<PaperForm, string>> = {
    ...{ transfer: line.office_name, mandate: line.office_name },
    // of a body above the district the office only entered what it said
    ...{ reviewOpinion: reviewer, rereviewOpinion: rereviewer },
  }
  const isOpinion = form === 'opinion' || form === 'reviewOpinion' || form === 'rereviewOpinion'
  return {
    ...{ form, matterNumber, number: petitionNumber(p), office: line.office_name },
    issuer: issuer[form] ?? nameOf(paper?.unitId),
    issuedOn: dayOf(paper?.at ?? p.sentAt ?? now),
    petitioners: known.map(({ name, address, phone }) => ({ name, address, phone })),
    representatives: known.filter(({ id }) => p.representativeIds.includes(id)).map(({ name }) => name),
    ...{ people: p.people, kindName: petitionKindLabels[p.kind].zh, receivedOn: p.receivedOn },
    channelName: petitionChannelLabels[p.channel].zh,
    ...{ request: words?.request ?? '', facts: words?.facts ?? '', reasons: words?.reasons ?? '' },
    body: nameOf(p.bodyId),
    acceptedOn: p.acceptedAt === null ? null : dayOf(p.acceptedAt),
    text: isOpinion ? '' : (texts.open<PlainWords>(paper?.textId)?.text ?? ''),
    opinion: isOpinion ? texts.open<OpinionWords>(paper?.textId) : null,
    stanceName: stanceOf(p, form),
    route: p.route === null || p.route === 'petition' ? null : p.route,
    double: await doubleOf(asked, p, parties),
    dueOn: form === 'acceptance' && p.kind !== 'claim' ? null : firstDue(form, p, due, calendar),
    extensionDays: p.extension?.days ?? 0,
    below:
      form === 'reviewOpinion'
        ? { office: nameOf(p.bodyId), stanceName: p.stance ? stanceLabels[p.stance].zh : '' }
        : form === 'rereviewOpinion'
          ? { office: reviewer, stanceName: p.reviewStance ? reviewStanceLabels[p.reviewStance].zh : '' }
          : null,
    above:
      form === 'rereviewOpinion'
        ? null
        : await aboveOf(tx, district, form === 'opinion' ? p.bodyPath : (p.review?.path ?? null)),
    mandate:
      of === null
        ? null
        : await mandateOf(asked, p, of, parties, texts.open<MandateWords>(mandateText(p, of))),
  }
}

const mandateText = (p: Petition, id: string) => p.mandates.find((one) => one.id === id)?.textId

/** The day the acceptance notice promises is that of its own day, before anything was extended. */
function firstDue(form: PaperForm, p: Petition, due: number | null, calendar: Calendar): Day | null {
  const handle = p.clocks.find(({ kind }) => kind === 'handle')
  if (form === 'acceptance' && handle) {
    const first = clockDue({ ...handle, extensions: [], stoppedAt: null, dueAt: null }, calendar)
    return first === null ? null : dayOf(first)
  }
  return due === null ? null : dayOf(due)
}

function stanceOf(p: Petition, form: PaperForm): string {
  if (form === 'reviewOpinion') return p.reviewStance ? reviewStanceLabels[p.reviewStance].zh : ''
  if (form === 'rereviewOpinion') return p.rereviewStance ? reviewStanceLabels[p.rereviewStance].zh : ''
  return p.stance ? stanceLabels[p.stance].zh : ''
}

/** Who reviews what a body decided: the area above it, by its name. */
async function aboveOf(tx: Tx, district: number, path: string | null): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from unit where district_id = ${district}
    and kind in ('district','street') and ${path ?? ''} like path || '%' and path <> ${path ?? ''}
    order by length(path) desc limit 1`.execute(tx)
  const [above] = rows
  return above ? `${above.name}（信访复查复核机构）` : '上一级机关、单位'
}

async function doubleOf(
  { tx, actor }: Asked,
  p: Petition,
  parties: readonly PartyLine[],
): Promise<PetitionFacts['double']> {
  if (p.double === null) return null
  const { reason, otherId } = p.double
  const { rows } = await besideOf(tx, actor.districtId, p, parties)
  const other = rows.find(({ id }) => id === otherId)
  return {
    ...{ reasonName: doubleLabels[reason].zh, remains: remainsOpen[reason].zh },
    ...{ number: other ? petitionNumber(other) : '', office: other?.body_name ?? other?.office_name ?? '' },
  }
}

async function mandateOf(
  { tx, actor, files, now }: Asked,
  p: Petition,
  id: string,
  parties: readonly PartyLine[],
  words: MandateWords | null,
): Promise<PetitionFacts['mandate']> {
  const one = p.mandates.find((mandate) => mandate.id === id)
  if (!one) return null
  const district = actor.districtId
  const party = parties.find((row) => row.id === one.partyId)
  const people = await namesOf(tx, district, one.accountId === null ? [] : [one.accountId])
  const units = await unitsOfAccounts(tx, district, one.accountId === null ? [] : [one.accountId], now)
  const unitNamesOf = await unitNames(tx, district, units.get(one.accountId ?? '') ?? [])
  return {
    agent: one.accountId === null ? (party ? knownOf(party).name : '') : (people.get(one.accountId) ?? ''),
    agentUnit: [...unitNamesOf.values()].join('、') || '个人',
    powers: one.powers.map((power) => agentPowerLabels[power].zh),
    ...{ fromOn: one.fromOn, toOn: one.toOn, subject: words?.subject ?? '', duties: words?.duties ?? '' },
    picture: await pictureOf(tx, files, district, p.matterId, one.fileId),
    signedOn: dayOf(one.at),
  }
}

/** The picture of a signature, where it is one. */
async function pictureOf(
  tx: Tx,
  files: FileStore,
  district: number,
  matterId: string,
  id: string,
): Promise<Uint8Array | null> {
  const { rows } = await sql<AttachmentRow>`select * from attachment
    where district_id = ${district} and id = ${id} and matter_id = ${matterId}`.execute(tx)
  const [row] = rows
  if (!row?.mime.startsWith('image/')) return null
  return (await files.get(keyOf(row, 'small'))) ?? (await files.get(keyOf(row, 'full'))) ?? null
}
