import { lookup } from 'node:dns/promises'
import { BlockList } from 'node:net'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { NotSent } from './adapter.ts'

/** Where webhooks may go: `hosts`, private ones among them, or every public host where none is named. */
export type HookRules = { isProduction: boolean; hosts: readonly string[] }

/** Addresses that do not belong to one public host (IANA special-purpose registries, RFC 6890). */
const inside = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
  ] as const),
  ...([
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ] as const),
] as const)
  inside.ipv4.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ...([
    ['::', 96],
    ['::ffff:0:0', 96],
    ['64:ff9b::', 96],
    ['100::', 64],
    ['2001::', 23],
    ['2001:db8::', 32],
  ] as const),
  ...([
    ['2002::', 16],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
  ] as const),
] as const)
  inside.ipv6.addSubnet(net, bits, 'ipv6')

/** Whether an address is a public one. */
export function isPublic(address: string): boolean {
  const kind = address.includes(':') ? 'ipv6' : 'ipv4'
  return !inside[kind].check(address, kind)
}

const bare = (hostname: string) => hostname.toLowerCase().replace(/^\[|\]$/g, '')
const isLoopbackName = (host: string) =>
  host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host)

/** Why a webhook may not go to a URL, from what is written in it. Refusal: `badHookAddress`. */
export function whyNotUrl(text: string, { isProduction, hosts }: HookRules): Refusal | undefined {
  const no = refuse('badHookAddress', undefined, 'url')
  if (!URL.canParse(text)) return no
  const url = new URL(text)
  const host = bare(url.hostname)
  if (url.username !== '' || url.password !== '' || host === '') return no
  if (url.protocol !== 'https:' && (isProduction || url.protocol !== 'http:' || !isLoopbackName(host)))
    return no
  if (hosts.length > 0) return hosts.includes(host) ? undefined : no
  const isLiteral = host.includes(':') || /^[\d.]+$/.test(host)
  return isProduction && (isLoopbackName(host) || (isLiteral && !isPublic(host))) ? no : undefined
}

/**
 * The address that a host has now. In production every one it has must be public, unless the host is on the list; the
 * connection is made to this address and no other, so a name that changes in between leads nowhere. Throws `NotSent`.
 */
export async function addressOf(
  hostname: string,
  { isProduction, hosts }: HookRules,
): Promise<{ address: string; family: number }> {
  const host = bare(hostname)
  const found = await lookup(host, { all: true }).catch(() => {
    throw new NotSent('DNS')
  })
  const [first] = found
  if (!first) throw new NotSent('DNS')
  if (isProduction && !hosts.includes(host) && !found.every(({ address }) => isPublic(address)))
    throw new NotSent('private address')
  return first
}
