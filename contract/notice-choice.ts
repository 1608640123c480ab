import { z } from 'zod'
import { topics } from '#domain/notify/occasions.ts'
import { paces } from '#domain/notify/timing.ts'
import { id } from './fields.ts'
import type { Route } from './route.ts'
import { languages } from './words/language.ts'

const minute = z.number().int().min(0).max(1439)

const choice = z.object({
  /** Topics that are not shown in the product; what is critical is shown all the same. */
  muted: z.array(z.enum(topics)).max(topics.length),
  /** Topics that are not sent by e-mail. */
  unmailed: z.array(z.enum(topics)).max(topics.length),
  pace: z.enum(paces),
  /** Minutes of the day in China; equal ends mean none. */
  quiet: z.object({ from: minute, to: minute, restDays: z.boolean() }),
  /** The language of the e-mails. */
  language: z.enum(languages),
})

export const choiceView = choice.extend({
  /** The confirmed address and the one whose code is awaited, both masked. */
  mail: z.string().nullable(),
  asked: z.string().nullable(),
  isMailOn: z.boolean(),
  version: z.number().int(),
})

const path = '/api/notices/choice'

export const noticeChoiceRoutes = {
  getNoticeChoice: { method: 'GET', path, session: 'staff', answer: choiceView },
  saveNoticeChoice: {
    method: 'PUT',
    path,
    session: 'staff',
    body: choice.extend({ version: z.number().int().min(0) }),
    answer: choiceView,
  },
  /** Sends a code to an address; it counts once the code comes back. */
  askMail: {
    method: 'POST',
    path: '/api/notices/mail',
    session: 'staff',
    body: z.object({ commandId: id, mail: z.email({ error: 'mail' }).max(200) }),
    answer: choiceView,
  },
  confirmMail: {
    method: 'POST',
    path: '/api/notices/mail/confirm',
    session: 'staff',
    body: z.object({ code: z.string().trim().min(1).max(12) }),
    answer: choiceView,
  },
  removeMail: { method: 'DELETE', path: '/api/notices/mail', session: 'staff', answer: choiceView },
} as const satisfies Record<string, Route>
