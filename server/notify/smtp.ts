import { createTransport } from 'nodemailer'
import type { Smtp } from '../config.ts'
import { type Adapter, NotSent } from './adapter.ts'

/** No part of a sending takes longer than this (milliseconds). */
const patienceMs = 15_000

/** E-mail by a gateway. In: how it is reached, and the host that the ids of the messages name. */
export function smtpAdapter(smtp: Smtp, idHost: string): Adapter & { close(): void } {
  const { host, port, tls, user, password, from } = smtp
  const transport = createTransport({
    ...{ host, port, secure: tls === 'tls', requireTLS: tls === 'starttls', ignoreTLS: tls === 'none' },
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    ...{ connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs },
    // Nothing of a message is read from elsewhere.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  return {
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({
          ...{ from, to, subject, text, messageId: `<${id}@${idHost}>` },
          headers: { 'X-Maple-Id': id, 'Auto-Submitted': 'auto-generated' },
        })
      } catch (fault) {
        const { code, responseCode } = fault as { code?: string; responseCode?: number }
        throw new NotSent(responseCode === undefined ? (code ?? 'SMTP') : `SMTP ${responseCode}`)
      }
    },
    close: () => transport.close(),
  }
}
