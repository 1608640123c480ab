import type { Facts, Refusal, RefusalCode } from '#domain/refusal.ts'
import { aidRefusals } from './refused/aid.ts'
import { askingRefusals } from './refused/asking.ts'
import { doorsRefusals } from './refused/doors.ts'
import { dutyRefusals } from './refused/duty.ts'
import { evaluationRefusals } from './refused/evaluation.ts'
import { hallRefusals } from './refused/hall.ts'
import { matterRefusals } from './refused/matter.ts'
import { mediationRefusals } from './refused/mediation.ts'
import { meetingRefusals } from './refused/meeting.ts'
import { partyRefusals } from './refused/party.ts'
import { peopleRefusals } from './refused/people.ts'
import { petitionRefusals } from './refused/petition.ts'
import { proofRefusals } from './refused/proof.ts'
import { residentRefusals } from './refused/resident.ts'
import { roomRefusals } from './refused/room.ts'
import type { Row } from './refused/row.ts'
import { rulesRefusals } from './refused/rules.ts'
import { subjectRefusals } from './refused/subject.ts'
import { supervisionRefusals } from './refused/supervision.ts'
import { whistleRefusals } from './refused/whistle.ts'
import { inWords, type Language } from './words/language.ts'

/** Code → HTTP status and the whole sentence in both languages; each says what to do next. */
export const refusals: Record<RefusalCode, Row> = {
  ...askingRefusals,
  ...proofRefusals,
  ...matterRefusals,
  ...partyRefusals,
  ...mediationRefusals,
  ...roomRefusals,
  ...meetingRefusals,
  ...doorsRefusals,
  ...hallRefusals,
  ...rulesRefusals,
  ...dutyRefusals,
  ...peopleRefusals,
  ...residentRefusals,
  ...subjectRefusals,
  ...petitionRefusals,
  ...supervisionRefusals,
  ...evaluationRefusals,
  ...whistleRefusals,
  ...aidRefusals,
}

/** The sentence of a refusal in the reader's language; unknown facts stay readable. */
export function sentenceOf(refusal: Pick<Refusal, 'refused' | 'facts'>, language: Language): string {
  const facts: Facts = refusal.facts ?? {}
  return inWords(refusals[refusal.refused], language, facts)
}
