import { networkInterfaces } from 'node:os'
import { isFree } from '../embedded/ports.ts'

/** The port to listen on: PORT as given, else 8080 or the next free one. In: ms to wait for 8080 to be given back. */
export async function choosePort(host: string, waitMs: number): Promise<number> {
  const given = process.env['PORT']
  const wanted = given ? Number(given) : 8080
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
    throw new Error(`PORT 必须是 1–65535 的数字。PORT must be a number from 1 to 65535, not “${given}”.`)
  }
  const end = Date.now() + waitMs
  while (!(await isFree(wanted, host)) && Date.now() < end) await new Promise((done) => setTimeout(done, 100))
  if (await isFree(wanted, host)) return wanted
  if (given)
    throw new Error(`端口 ${wanted} 已被占用，请换一个 PORT。Port ${wanted} is taken; choose another PORT.`)
  for (let port = wanted + 1; port < wanted + 100; port++) if (await isFree(port, host)) return port
  throw new Error('8080–8179 都被占用，请设置 PORT。All of 8080–8179 are taken; set PORT.')
}

const isWildcard = (host: string) => host === '0.0.0.0' || host === '::'

/** The address a person types, and the one a phone in the same network can reach, if any. */
export function readAddresses(host: string, port: number): { here: string; outside: string | undefined } {
  const bracket = (name: string) => (name.includes(':') ? `[${name}]` : name)
  const here = `http://${isWildcard(host) ? '127.0.0.1' : bracket(host)}:${port}`
  const given = process.env['MAPLE_PUBLIC_URL']?.replace(/\/+$/, '')
  if (given) return { here, outside: given }
  if (!isWildcard(host)) return { here, outside: undefined }
  const cards = Object.values(networkInterfaces()).flatMap((card) => card ?? [])
  const card = cards.find((each) => each.family === 'IPv4' && !each.internal)
  return { here, outside: card ? `http://${card.address}:${port}` : undefined }
}
