import { z } from 'zod'
import { clockKinds } from '#domain/matter/clocks.ts'
import { channels, kinds, urgencies } from '#domain/matter/matter.ts'
import { levels } from '#domain/org/roles.ts'
import type { Profile } from '#domain/profile/profile.ts'
import { type Setting, settingNames, settingOf } from '#domain/profile/settings.ts'
import { limitedSteps, whistleKinds } from '#domain/whistle/limits.ts'
import { day, id, instant, optionalText, text } from './fields.ts'
import type { Route } from './route.ts'

const limit = z.strictObject({
  amount: z.number(),
  unit: z.enum(['minutes', 'workMinutes', 'days', 'workDays']),
})
const ofKinds = <T extends z.ZodType>(shape: T) =>
  Object.fromEntries(whistleKinds.map((kind) => [kind, shape]))

const limitRule = z.strictObject({
  clock: z.enum(clockKinds),
  level: z.enum(levels).optional(),
  kind: z.enum(kinds).optional(),
  urgency: z.enum(urgencies).optional(),
  channel: z.enum(channels).optional(),
  limit,
  source: optionalText(120),
})

const shapes: Record<Setting['kind'], z.ZodType> = {
  whole: z.number(),
  share: z.number(),
  classes: z.array(z.strictObject({ code: z.string().max(20), years: z.number().nullable() })).max(20),
  rates: z
    .array(
      z.strictObject({
        level: z.enum(levels),
        ...{ ordinary: z.number(), difficult: z.number(), major: z.number() },
      }),
    )
    .max(levels.length),
  steps: z.strictObject(
    Object.fromEntries(
      limitedSteps.map((step) => [step, z.strictObject({ ...ofKinds(limit), source: optionalText(120) })]),
    ),
  ),
  planDays: z.strictObject(ofKinds(z.number())),
  hours: z.array(z.tuple([z.number(), z.number()])).max(10),
}

/** The shape of a profile, out of its table; whether its figures make sense is asked when it is published. */
export const profileShape = z.strictObject({
  limits: z.array(limitRule).max(300),
  ...Object.fromEntries(settingNames.map((name) => [name, shapes[settingOf(name).kind]])),
}) as unknown as z.ZodType<Profile, Profile>

const by = z.string().nullable()

const version = z.object({
  version: z.number().int(),
  data: profileShape,
  fromAt: instant,
  reason: z.string(),
  /** Null: the product came with it. */
  by,
})

const profilePage = version.extend({
  draft: z
    .object({
      version: z.number().int(),
      data: profileShape,
      changedAt: instant,
      by,
    })
    .nullable(),
})
export type ProfilePage = z.output<typeof profilePage>

const kept = { session: 'staff', needs: 'rules.edit' } as const
/** `version`: of the draft as it was seen; 0 where there was none. */
const seen = { commandId: id, version: z.number().int().min(0) }

const example = z.object({
  number: z.string(),
  clock: z.enum(clockKinds),
  unitName: z.string(),
  was: instant,
  would: instant,
})

export const profileRoutes = {
  getProfilePage: { method: 'GET', path: '/api/profile', ...kept, answer: profilePage },
  saveDraft: {
    method: 'PUT',
    path: '/api/profile/draft',
    ...kept,
    body: z.object({ ...seen, data: profileShape }),
    answer: profilePage,
  },
  dropDraft: {
    method: 'POST',
    path: '/api/profile/draft/drop',
    ...kept,
    body: z.object(seen),
    answer: profilePage,
  },
  /** What the running clocks of the matters of some days would be due at, had they begun under the draft. */
  tryDraft: {
    method: 'GET',
    path: '/api/profile/draft/try',
    ...kept,
    query: z.object({ days: z.coerce.number().int().min(1).max(90).default(30) }),
    answer: z.object({
      since: day,
      clocks: z.number().int(),
      earlier: z.number().int(),
      later: z.number().int(),
      /** Not all could be looked at: there are more running clocks than that. */
      isCapped: z.boolean(),
      examples: z.array(example),
    }),
  },
  publishProfile: {
    method: 'POST',
    path: '/api/profile',
    ...kept,
    body: z.object({ ...seen, reason: text(300) }),
    answer: profilePage,
  },
  listProfileVersions: {
    method: 'GET',
    path: '/api/profile/versions',
    ...kept,
    query: z.object({
      /** The last version of the page before. */
      before: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
      limit: z.coerce.number().int().min(1).max(30).default(10),
    }),
    answer: z.object({ rows: z.array(version), next: z.number().int().nullable() }),
  },
} as const satisfies Record<string, Route>
