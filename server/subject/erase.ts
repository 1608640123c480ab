import { sql } from 'kysely'
import { erasedTitle } from '#domain/subject/subject.ts'
import type { Tx } from '../db/scope.ts'
import type { AppealRow, MatterRow, PartyRow, SubjectRequestRow } from '../db/tables.gen.ts'
import { textRow } from '../matter/birth.ts'
import { findMatter, listAppeals } from '../matter/queries.ts'
import { writeText } from '../matter/store.ts'
import { openSealed } from '../matter/views.ts'
import { knownOf } from '../party/sealed.ts'
import { eraseSubject, insertHold } from './store.ts'

type Erasing = { request: SubjectRequestRow; voice: AppealRow; now: number }

/** Puts under lock what is about to be taken out of a voice, where the law has it kept and not used. */
export async function holdSubject(tx: Tx, { request, voice, now }: Erasing): Promise<void> {
  const district = voice.district_id
  const { rows } = await sql<PartyRow>`select * from party where district_id = ${district}
    and matter_id = ${voice.matter_id} and appeal_id = ${voice.id}`.execute(tx)
  const kept = {
    ...{ name: openSealed(voice, 'name'), phone: openSealed(voice, 'phone') },
    ...{ senderName: voice.sender_name, onBehalf: voice.on_behalf },
    parties: rows.map(knownOf),
  }
  await insertHold(tx, { district, appealId: voice.id, requestId: request.id, now }, kept)
}

/**
 * Takes the person out of a voice, and with its words also out of what is searched. Out: the title its matter has afterwards,
 * where the first words of it went.
 */
export async function carryOut(
  tx: Tx,
  { request, voice, now }: Erasing,
  takesWords: boolean,
): Promise<{ title: string } | undefined> {
  const district = voice.district_id
  const isDone = await eraseSubject(tx, district, request.id, erasedTitle, now)
  if (!isDone) throw new Error(`request ${request.id} was granted and not carried out`)
  if (!takesWords) return undefined
  const ids = new Set([voice.matter_id, voice.born_matter_id ?? voice.matter_id])
  let own: MatterRow | undefined
  for (const id of ids) {
    const matter = await findMatter(tx, district, id)
    if (!matter) continue
    if (id === voice.matter_id) own = matter
    const said = (await listAppeals(tx, district, id)).map(({ words }) => words)
    await writeText(tx, textRow(district, id, [matter.title, matter.story, ...said, matter.place_text]))
  }
  return own?.story === erasedTitle ? { title: own.title } : undefined
}
