import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Letter = { to: string[]; raw: string; id: string; subject: string; text: string }
export type MailGateway = {
  port: number
  letters: Letter[]
  /** While set, every letter is refused for the time being. */
  isDown: boolean
  close(): Promise<void>
}

const headerOf = (raw: string, name: string) => {
  const [head = ''] = raw.split('\r\n\r\n', 1)
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ')
  return new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? ''
}

/** `=?UTF-8?B?…?=` and `?Q?` words to text. */
const decoded = (text: string) =>
  text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, body: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(body, 'base64').toString()
        : fromQuoted(body.replaceAll('_', ' ')),
    )
const fromQuoted = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number(`0x${hex}`))),
    'latin1',
  ).toString()

function textOf(raw: string): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4)
  const encoding = headerOf(raw, 'Content-Transfer-Encoding').toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  return encoding === 'quoted-printable' ? fromQuoted(body) : body
}

/** A real gateway for e-mail in this process, in the clear and without names and passwords. */
export async function startMailGateway(): Promise<MailGateway> {
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (gateway.isDown) {
          done(Object.assign(new Error('try later'), { responseCode: 451 }))
          return
        }
        const raw = Buffer.concat(chunks).toString()
        gateway.letters.push({
          ...{ raw, to: session.envelope.rcptTo.map(({ address }) => address), text: textOf(raw) },
          ...{ id: headerOf(raw, 'Message-ID'), subject: decoded(headerOf(raw, 'Subject')) },
        })
        done()
      })
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const gateway: MailGateway = {
    ...{ port: (server.server.address() as AddressInfo).port, letters: [], isDown: false },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return gateway
}

export type Received = { headers: IncomingHttpHeaders; body: string }
export type HookReceiver = {
  url: string
  received: Received[]
  status: number
  location: string | undefined
  close(): Promise<void>
}

/** Another system that is told of moves, in this process. */
export async function startHookReceiver(): Promise<HookReceiver> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      receiver.received.push({ headers: request.headers, body })
      const headers = receiver.location === undefined ? {} : { location: receiver.location }
      response.writeHead(receiver.status, headers).end('ok')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const receiver: HookReceiver = {
    ...{ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received: [] },
    ...{ status: 200, location: undefined },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return receiver
}
