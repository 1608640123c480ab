import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { absenceRoutes } from '#contract/absence.ts'
import { aidRoutes } from '#contract/aid.ts'
import { aidKindRoutes } from '#contract/aid-kind.ts'
import { auditRoutes } from '#contract/audit.ts'
import { bulkRoutes } from '#contract/bulk.ts'
import { calendarRoutes } from '#contract/calendar.ts'
import { categoryRoutes } from '#contract/category.ts'
import { closureSampleRoutes } from '#contract/closure-sample.ts'
import { colleagueRoutes } from '#contract/colleague.ts'
import { deskRoutes } from '#contract/desk.ts'
import { doorRoutes } from '#contract/door.ts'
import { dutyRoutes } from '#contract/duty.ts'
import { evaluationRoutes } from '#contract/evaluation.ts'
import { exclusionRoutes } from '#contract/exclusion.ts'
import { exportRoutes } from '#contract/export.ts'
import { factorRoutes } from '#contract/factor.ts'
import { followRoutes } from '#contract/follow.ts'
import { hallRoutes } from '#contract/hall.ts'
import { identityRoutes } from '#contract/identity.ts'
import { insightRoutes } from '#contract/insight.ts'
import { intakeRoutes } from '#contract/intake.ts'
import { matterRoutes } from '#contract/matter.ts'
import { mediationRoutes } from '#contract/mediation.ts'
import { mediationFigureRoutes } from '#contract/mediation-figures.ts'
import { mediatorRoutes } from '#contract/mediator.ts'
import { meetingRoutes } from '#contract/meeting.ts'
import { nearbyRoutes } from '#contract/nearby.ts'
import { noticeRoutes } from '#contract/notice.ts'
import { noticeChoiceRoutes } from '#contract/notice-choice.ts'
import { orgRoutes } from '#contract/org.ts'
import { outletRoutes } from '#contract/outlet.ts'
import { paperRoutes } from '#contract/paper.ts'
import { partnerRoutes } from '#contract/partner.ts'
import { partyRoutes } from '#contract/party.ts'
import { petitionRoutes } from '#contract/petition.ts'
import { placeRoutes } from '#contract/place.ts'
import { precedentRoutes } from '#contract/precedent.ts'
import { profileRoutes } from '#contract/profile.ts'
import { proofRoutes } from '#contract/proof.ts'
import { publicRoutes } from '#contract/public.ts'
import { recordRoutes } from '#contract/record.ts'
import { callerRoutes } from '#contract/resident.ts'
import { roomRoutes } from '#contract/room.ts'
import { rosterRoutes } from '#contract/roster.ts'
import { searchRoutes } from '#contract/search.ts'
import { sessionRoutes } from '#contract/session.ts'
import { subjectRoutes } from '#contract/subject.ts'
import { subsidyRoutes } from '#contract/subsidy.ts'
import { supervisionRoutes } from '#contract/supervision.ts'
import { teamRoutes } from '#contract/team.ts'
import { templateRoutes } from '#contract/template.ts'
import { unitRoutes } from '#contract/unit.ts'
import { viewRoutes } from '#contract/view.ts'
import { whistleRoutes } from '#contract/whistle.ts'
import { aidFunctions, aidKindFunctions } from './aid/routes.ts'
import { bulkFunctions } from './bulk/routes.ts'
import { saveCalendar } from './calendar/commands.ts'
import { getCalendar, listAlarms, listCalendarChanges } from './calendar/queries.ts'
import { categoryFunctions } from './category/routes.ts'
import { signPresence } from './colleague/presence.ts'
import { listColleagues } from './colleague/queries.ts'
import { deskFunctions } from './desk/routes.ts'
import { doorFunctions, partnerFunctions } from './door/routes.ts'
import { countUses } from './door/uses.ts'
import { dutyFunctions } from './duty/routes.ts'
import { evaluationFunctions, exclusionFunctions } from './evaluation/routes.ts'
import { exportFunctions } from './export/routes.ts'
import { followFunctions } from './follow/routes.ts'
import { hallFunctions } from './hall/routes.ts'
import { bind, type Platform } from './http/bind.ts'
import { answerBadAddress, answerFaults } from './http/faults.ts'
import { guardRequests } from './http/guards.ts'
import { Refused } from './http/refused.ts'
import { logRequests } from './http/request-log.ts'
import { identityFunctions } from './identity/routes.ts'
import { getStartNumbers } from './insight/queries.ts'
import { intakeFunctions } from './intake/routes.ts'
import type { Hub } from './live/hub.ts'
import { stream } from './live/stream.ts'
import { matterFunctions } from './matter/routes.ts'
import { listPrecedents } from './mediation/precedents.ts'
import {
  mediationFigureFunctions,
  mediationFunctions,
  mediatorFunctions,
  proofFunctions,
  roomFunctions,
  subsidyFunctions,
} from './mediation/routes.ts'
import { meetingFunctions } from './meeting/routes.ts'
import { nearbyFunctions } from './nearby/routes.ts'
import { noticeFunctions, outletFunctions } from './notify/routes.ts'
import type { Metrics } from './ops/metrics.ts'
import { tellWhom } from './ops/security-txt.ts'
import { absenceFunctions } from './org/absence-routes.ts'
import { orgFunctions } from './org/routes.ts'
import { auditFunctions, factorFunctions, sessionFunctions } from './org/session-routes.ts'
import { unitFunctions } from './org/unit-routes.ts'
import { servePages } from './pages.ts'
import { getPaper, printPaper } from './paper/paper.ts'
import { partyFunctions } from './party/routes.ts'
import { petitionFunctions } from './petition/routes.ts'
import { health, listPlaces } from './place/queries.ts'
import { profileFunctions } from './profile/routes.ts'
import { publicFunctions } from './public/routes.ts'
import { recordFunctions } from './record/routes.ts'
import { callerFunctions } from './resident/routes.ts'
import { rosterFunctions } from './roster/routes.ts'
import { suggest } from './search/suggest.ts'
import { subjectFunctions } from './subject/routes.ts'
import { closureSampleFunctions, supervisionFunctions } from './supervision/routes.ts'
import { teamFunctions } from './team/routes.ts'
import { templateFunctions } from './template/routes.ts'
import { viewFunctions } from './view/routes.ts'
import { whistleFunctions } from './whistle/routes.ts'

export type Options = {
  hub: Hub
  webFolder?: URL
  /** Whether to log, or where to. */
  logs?: boolean | { write(line: string): void }
  rateLimits?: boolean
  trustProxy?: boolean
  metrics?: Metrics | undefined
  /** Where weaknesses are reported: a mail address or a page; without it nothing is said. */
  securityContact?: string | undefined
}

/** Puts every slice together; the only file that knows them all. */
export async function buildApp(platform: Platform, options: Options): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logs
      ? {
          level: platform.isProduction ? 'info' : 'warn',
          redact: ['req.headers.cookie', 'req.headers.authorization'],
          ...(typeof options.logs === 'object' ? { stream: options.logs } : {}),
        }
      : false,
    logController: new LogController({ disableRequestLogging: true }),
    // One proxy of ours: what stands before its own entry was written by whoever asks.
    trustProxy: options.trustProxy === true ? (_address: string, hop: number) => hop < 1 : false,
    bodyLimit: 256 * 1024,
    routerOptions: { maxParamLength: 200 },
    genReqId: () => randomUUID().slice(0, 13),
    forceCloseConnections: true,
    frameworkErrors: answerBadAddress,
  })
  app.decorate('isProduction', platform.isProduction)
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // The pages add the number of each answer, under which the components write their styles into them.
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: platform.isProduction ? [] : null,
      },
    },
    strictTransportSecurity: platform.isProduction,
    crossOriginEmbedderPolicy: false,
  })
  // Before the limiter, which reads the limit of a route when the route is made.
  guardRequests(app, options.rateLimits !== false)
  if (options.rateLimits !== false)
    await app.register(rateLimit, {
      // A whole office stands behind one address: opening a matter asks a dozen questions, every move of a colleague some more on
      // each open screen, and opening the console for the first time asks for a hundred small files each.
      max: (_request, key) => (key.startsWith('file ') ? 12_000 : 6000),
      keyGenerator: (request) => (request.url.startsWith('/api/') ? request.ip : `file ${request.ip}`),
      timeWindow: '1 minute',
      errorResponseBuilder: (_request, context) =>
        new Refused({ refused: 'tooBusy', facts: { seconds: Math.ceil(context.ttl / 1000) } }),
    })
  app.addContentTypeParser(/^(image|application)\/(?!json)/, { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  options.metrics?.watch(app)
  logRequests(app)
  answerFaults(app)
  countUses(app, platform)

  bind(
    app,
    platform,
    sessionRoutes,
    {
      ...sessionFunctions,
      live: async ({ actor, request, reply }) => stream(options.hub, actor, request, reply),
    },
    { outside: ['live'] },
  )
  bind(app, platform, factorRoutes, factorFunctions)
  bind(app, platform, identityRoutes, identityFunctions, {
    outside: ['askProvider', 'signInByProvider', 'askIdentity', 'linkIdentity'],
  })
  bind(app, platform, auditRoutes, auditFunctions)
  bind(app, platform, matterRoutes, matterFunctions)
  bind(app, platform, mediationFigureRoutes, mediationFigureFunctions)
  bind(app, platform, subsidyRoutes, subsidyFunctions)
  bind(app, platform, meetingRoutes, meetingFunctions)
  bind(app, platform, mediationRoutes, mediationFunctions, { outside: ['openPartyLink', 'takePartyStep'] })
  bind(app, platform, proofRoutes, proofFunctions)
  bind(app, platform, mediatorRoutes, mediatorFunctions)
  bind(app, platform, precedentRoutes, { listPrecedents })
  bind(app, platform, roomRoutes, roomFunctions, {
    outside: ['callByLink', 'openPartyRoom', 'sayByLink', 'readPartyFile', 'listPartyDrafts'],
  })
  bind(app, platform, publicRoutes, publicFunctions)
  bind(app, platform, callerRoutes, callerFunctions)
  bind(app, platform, intakeRoutes, intakeFunctions)
  bind(app, platform, calendarRoutes, { getCalendar, saveCalendar, listCalendarChanges, listAlarms })
  bind(app, platform, { ...noticeRoutes, ...noticeChoiceRoutes }, noticeFunctions)
  bind(app, platform, outletRoutes, outletFunctions)
  bind(app, platform, categoryRoutes, categoryFunctions)
  bind(app, platform, dutyRoutes, dutyFunctions)
  bind(app, platform, templateRoutes, templateFunctions)
  bind(app, platform, profileRoutes, profileFunctions)
  bind(app, platform, partyRoutes, partyFunctions)
  bind(app, platform, petitionRoutes, petitionFunctions)
  bind(app, platform, nearbyRoutes, nearbyFunctions)
  bind(app, platform, colleagueRoutes, { listColleagues, signPresence })
  bind(app, platform, paperRoutes, { getPaper, printPaper })
  bind(app, platform, insightRoutes, { getStartNumbers })
  bind(app, platform, deskRoutes, deskFunctions)
  bind(app, platform, orgRoutes, orgFunctions)
  bind(app, platform, unitRoutes, unitFunctions)
  bind(app, platform, recordRoutes, recordFunctions)
  bind(app, platform, subjectRoutes, subjectFunctions)
  bind(app, platform, supervisionRoutes, supervisionFunctions)
  bind(app, platform, evaluationRoutes, evaluationFunctions)
  bind(app, platform, exclusionRoutes, exclusionFunctions)
  bind(app, platform, closureSampleRoutes, closureSampleFunctions)
  bind(app, platform, rosterRoutes, rosterFunctions)
  bind(app, platform, absenceRoutes, absenceFunctions)
  bind(app, platform, viewRoutes, viewFunctions)
  bind(app, platform, bulkRoutes, bulkFunctions)
  bind(app, platform, exportRoutes, exportFunctions)
  bind(app, platform, followRoutes, followFunctions)
  bind(app, platform, searchRoutes, { suggest })
  bind(app, platform, partnerRoutes, partnerFunctions)
  bind(app, platform, doorRoutes, doorFunctions)
  bind(app, platform, hallRoutes, hallFunctions)
  bind(app, platform, whistleRoutes, whistleFunctions)
  bind(app, platform, aidRoutes, aidFunctions)
  bind(app, platform, aidKindRoutes, aidKindFunctions)
  bind(app, platform, teamRoutes, teamFunctions)
  bind(app, platform, placeRoutes, { listPlaces, health }, { outside: ['health'] })
  if (options.securityContact) tellWhom(app, options.securityContact, platform.clock)
  if (options.webFolder) await servePages(app, options.webFolder, platform.db)
  return app
}
