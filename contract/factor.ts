import { z } from 'zod'
import { roles } from '#domain/org/roles.ts'
import { id, instant, text } from './fields.ts'
import type { Route } from './route.ts'
import { passkeyAnswer, passkeyOptions } from './session.ts'

/** What an account shows who it is with, beside its password. */
const factors = z.object({
  totpSince: instant.nullable(),
  recoveryLeft: z.number().int(),
  passkeys: z.array(z.object({ id, name: z.string(), createdAt: instant, usedAt: instant.nullable() })),
  /** A post of mine demands a second factor. */
  isNeeded: z.boolean(),
  /** Whether passkeys work at the address of this installation. */
  hasPasskeys: z.boolean(),
})
export type Factors = z.output<typeof factors>

/** Shown once and kept as hashes: null where there were some already. */
const codes = z.array(z.string())

/** Its bounds are checked by the command, which names them. */
const figure = z.number().int().min(-1e6).max(1e6)

export const policyData = z
  .object({
    idleMinutes: figure,
    sessionHours: figure,
    sessionsMost: figure,
    passwordDays: figure,
    factorRoles: z.array(z.enum(roles)).max(roles.length),
  })
  .strict()

const policyPage = z.object({
  /** 0: the defaults of the product. */
  version: z.number().int(),
  data: policyData,
  reason: z.string(),
  publishedAt: instant.nullable(),
  byName: z.string().nullable(),
})
export type PolicyPage = z.output<typeof policyPage>

export const accountRow = z.object({
  id,
  name: z.string(),
  login: z.string(),
  roles: z.array(z.enum(roles)),
  hasTotp: z.boolean(),
  passkeys: z.number().int(),
  /** Somebody at the identity platform is linked with it. */
  hasIdentity: z.boolean(),
  isNeeded: z.boolean(),
  isMe: z.boolean(),
})
export type AccountRow = z.output<typeof accountRow>

export const factorRoutes = {
  getFactors: { method: 'GET', path: '/api/factors', session: 'staff', before: ['setUp'], answer: factors },
  /** A new secret; it counts once a code of it has come back, and until then the old one does. */
  beginTotp: {
    method: 'POST',
    path: '/api/factors/totp',
    session: 'staff',
    before: ['setUp'],
    fresh: true,
    answer: z.object({ secret: z.string(), address: z.string() }),
  },
  confirmTotp: {
    method: 'POST',
    path: '/api/factors/totp/confirm',
    session: 'staff',
    before: ['setUp'],
    fresh: true,
    body: z.object({ code: z.string().trim().min(1).max(40) }),
    answer: factors.extend({ codes: codes.nullable() }),
  },
  removeTotp: { method: 'DELETE', path: '/api/factors/totp', session: 'staff', fresh: true, answer: factors },
  /** Ten new recovery codes; the old ones no longer count. */
  renewCodes: {
    method: 'POST',
    path: '/api/factors/codes',
    session: 'staff',
    fresh: true,
    answer: factors.extend({ codes }),
  },
  askNewPasskey: {
    method: 'POST',
    path: '/api/passkeys/challenge',
    session: 'staff',
    before: ['setUp'],
    fresh: true,
    answer: passkeyOptions,
  },
  addPasskey: {
    method: 'POST',
    path: '/api/passkeys',
    session: 'staff',
    before: ['setUp'],
    fresh: true,
    body: z.object({ id, name: text(40), answer: passkeyAnswer }),
    answer: factors.extend({ codes: codes.nullable() }),
  },
  renamePasskey: {
    method: 'PUT',
    path: '/api/passkeys/:id',
    session: 'staff',
    params: z.object({ id }),
    body: z.object({ name: text(40) }),
    answer: factors,
  },
  removePasskey: {
    method: 'DELETE',
    path: '/api/passkeys/:id',
    session: 'staff',
    fresh: true,
    params: z.object({ id }),
    answer: factors,
  },
  getPolicy: {
    method: 'GET',
    path: '/api/security/policy',
    session: 'staff',
    needs: 'security.edit',
    answer: policyPage,
  },
  publishPolicy: {
    method: 'POST',
    path: '/api/security/policy',
    session: 'staff',
    needs: 'security.edit',
    fresh: true,
    body: z.object({ commandId: id, version: z.number().int().min(0), data: policyData, reason: text(200) }),
    answer: policyPage,
  },
  /** Accounts in use by their pinyin, and which second factors they have. */
  listSecured: {
    method: 'GET',
    path: '/api/security/accounts',
    session: 'staff',
    needs: 'security.edit',
    query: z.object({
      q: z.string().max(40).default(''),
      /** Only those who need a second factor and have none. */
      lacking: z.literal('1').optional(),
      /** The id of the last account of the page before. */
      cursor: id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    answer: z.object({ rows: z.array(accountRow), next: z.string().nullable() }),
  },
  /** Takes every second factor away from an account and signs it out; it is led to set one up where it needs one. */
  resetFactors: {
    method: 'POST',
    path: '/api/security/accounts/:id/reset',
    session: 'staff',
    needs: 'security.edit',
    fresh: true,
    params: z.object({ id }),
    body: z.object({ commandId: id, reason: text(200) }),
    answer: accountRow,
  },
} as const satisfies Record<string, Route>
