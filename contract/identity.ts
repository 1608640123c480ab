import { z } from 'zod'
import { accountRow } from './factor.ts'
import { id, instant, text } from './fields.ts'
import type { Route } from './route.ts'
import { signedIn } from './session.ts'

/** A page of our own and nothing else: neither another host nor what a browser would take for one. */
const localPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\\s]*$/, { error: 'path' })

/** What the identity platform sent back with the browser. The word before the dot says what the way was begun for. */
const providerAnswer = z
  .object({
    state: z.string().regex(/^(in|link)\.[A-Za-z0-9_-]{43}$/, { error: 'state' }),
    code: z.string().min(1).max(4096).optional(),
    error: z.string().min(1).max(200).optional(),
    iss: z.string().min(1).max(500).optional(),
  })
  .strict()
export type ProviderAnswer = z.output<typeof providerAnswer>

/** Where the browser goes next: a page of the identity platform. */
const leadAway = z.object({ url: z.url() })

const identityView = z.object({
  /** How the platform is called; null: this installation has none. */
  provider: z.string().nullable(),
  link: z
    .object({
      /** The last signs of what the platform calls me; empty where it is too short to show a part of it. */
      shown: z.string(),
      linkedAt: instant,
      usedAt: instant.nullable(),
      /** False: it was made with another platform than the present one and opens nothing. */
      isCurrent: z.boolean(),
    })
    .nullable(),
})
export type IdentityView = z.output<typeof identityView>

export const identityRoutes = {
  /** Begins the way to the platform, to sign in. */
  askProvider: {
    method: 'POST',
    path: '/api/session/provider',
    session: 'none',
    body: z.object({ from: localPath.optional() }).strict(),
    answer: leadAway,
  },
  /** Signs in with what the platform says, or opens the second step. `from`: the page that was asked for. */
  signInByProvider: {
    method: 'POST',
    path: '/api/session/provider/answer',
    session: 'none',
    body: providerAnswer,
    answer: signedIn.extend({ from: z.string().nullable() }),
  },
  getIdentity: { method: 'GET', path: '/api/identity', session: 'staff', answer: identityView },
  /** Begins the way to the platform, to link who I am there with this account. */
  askIdentity: { method: 'POST', path: '/api/identity/ask', session: 'staff', fresh: true, answer: leadAway },
  linkIdentity: {
    method: 'POST',
    path: '/api/identity',
    session: 'staff',
    fresh: true,
    body: providerAnswer,
    answer: identityView,
  },
  unlinkIdentity: {
    method: 'DELETE',
    path: '/api/identity',
    session: 'staff',
    fresh: true,
    answer: identityView,
  },
  /** Takes the link of another account away and signs it out everywhere. */
  removeIdentity: {
    method: 'POST',
    path: '/api/security/accounts/:id/identity',
    session: 'staff',
    needs: 'security.edit',
    fresh: true,
    params: z.object({ id }),
    body: z.object({ commandId: id, reason: text(200) }),
    answer: accountRow,
  },
} as const satisfies Record<string, Route>
