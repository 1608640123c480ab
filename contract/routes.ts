import { absenceRoutes } from './absence.ts'
import { aidRoutes } from './aid.ts'
import { aidKindRoutes } from './aid-kind.ts'
import { auditRoutes } from './audit.ts'
import { bulkRoutes } from './bulk.ts'
import { calendarRoutes } from './calendar.ts'
import { categoryRoutes } from './category.ts'
import { closureSampleRoutes } from './closure-sample.ts'
import { colleagueRoutes } from './colleague.ts'
import { deskRoutes } from './desk.ts'
import { doorRoutes } from './door.ts'
import { dutyRoutes } from './duty.ts'
import { evaluationRoutes } from './evaluation.ts'
import { exclusionRoutes } from './exclusion.ts'
import { exportRoutes } from './export.ts'
import { factorRoutes } from './factor.ts'
import { followRoutes } from './follow.ts'
import { hallRoutes } from './hall.ts'
import { identityRoutes } from './identity.ts'
import { insightRoutes } from './insight.ts'
import { intakeRoutes } from './intake.ts'
import { matterRoutes } from './matter.ts'
import { mediationRoutes } from './mediation.ts'
import { mediationFigureRoutes } from './mediation-figures.ts'
import { mediatorRoutes } from './mediator.ts'
import { meetingRoutes } from './meeting.ts'
import { nearbyRoutes } from './nearby.ts'
import { noticeRoutes } from './notice.ts'
import { noticeChoiceRoutes } from './notice-choice.ts'
import { orgRoutes } from './org.ts'
import { outletRoutes } from './outlet.ts'
import { paperRoutes } from './paper.ts'
import { partnerRoutes } from './partner.ts'
import { partyRoutes } from './party.ts'
import { petitionRoutes } from './petition.ts'
import { placeRoutes } from './place.ts'
import { precedentRoutes } from './precedent.ts'
import { profileRoutes } from './profile.ts'
import { proofRoutes } from './proof.ts'
import { publicRoutes } from './public.ts'
import { recordRoutes } from './record.ts'
import { callerRoutes } from './resident.ts'
import { roomRoutes } from './room.ts'
import { rosterRoutes } from './roster.ts'
import { searchRoutes } from './search.ts'
import { sessionRoutes } from './session.ts'
import { subjectRoutes } from './subject.ts'
import { subsidyRoutes } from './subsidy.ts'
import { supervisionRoutes } from './supervision.ts'
import { teamRoutes } from './team.ts'
import { templateRoutes } from './template.ts'
import { unitRoutes } from './unit.ts'
import { viewRoutes } from './view.ts'
import { whistleRoutes } from './whistle.ts'

/** Every route of the product, for clients and for the tests that try each of them. */
export const routes = {
  ...sessionRoutes,
  ...factorRoutes,
  ...identityRoutes,
  ...auditRoutes,
  ...matterRoutes,
  ...mediationRoutes,
  ...mediatorRoutes,
  ...precedentRoutes,
  ...mediationFigureRoutes,
  ...subsidyRoutes,
  ...meetingRoutes,
  ...roomRoutes,
  ...publicRoutes,
  ...proofRoutes,
  ...callerRoutes,
  ...intakeRoutes,
  ...calendarRoutes,
  ...categoryRoutes,
  ...dutyRoutes,
  ...templateRoutes,
  ...profileRoutes,
  ...noticeRoutes,
  ...noticeChoiceRoutes,
  ...outletRoutes,
  ...orgRoutes,
  ...unitRoutes,
  ...rosterRoutes,
  ...absenceRoutes,
  ...petitionRoutes,
  ...placeRoutes,
  ...insightRoutes,
  ...viewRoutes,
  ...bulkRoutes,
  ...exportRoutes,
  ...searchRoutes,
  ...followRoutes,
  ...partnerRoutes,
  ...doorRoutes,
  ...hallRoutes,
  ...deskRoutes,
  ...colleagueRoutes,
  ...paperRoutes,
  ...partyRoutes,
  ...nearbyRoutes,
  ...recordRoutes,
  ...subjectRoutes,
  ...supervisionRoutes,
  ...closureSampleRoutes,
  ...evaluationRoutes,
  ...exclusionRoutes,
  ...whistleRoutes,
  ...aidRoutes,
  ...aidKindRoutes,
  ...teamRoutes,
} as const

export type RouteName = keyof typeof routes
