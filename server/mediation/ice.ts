import { createHmac } from 'node:crypto'

/** Where browsers learn their address and, where they cannot reach each other, let themselves be relayed. */
export type IceSettings = {
  stun: readonly string[]
  turn: readonly string[]
  /** Shared with the TURN server, which takes names that carry their end and are signed with it (TURN REST API). */
  turnSecret: string | undefined
}

/** How long a name for the TURN server is good (seconds). */
const nameForS = 4 * 3600

/** Reads the settings. In: the environment. `problems` gains what is wrong with them. */
export function readIce(env: NodeJS.ProcessEnv, problems: string[]): IceSettings {
  const listOf = (name: string, kinds: readonly string[]) => {
    const urls = (env[name] ?? '').split(/[\s,]+/).filter(Boolean)
    if (!urls.every((url) => kinds.some((kind) => url.startsWith(`${kind}:`))))
      problems.push(
        `${name} must be addresses that begin with ${kinds.map((kind) => `${kind}:`).join(' or ')}`,
      )
    return urls
  }
  const [stun, turn] = [listOf('MAPLE_STUN', ['stun', 'stuns']), listOf('MAPLE_TURN', ['turn', 'turns'])]
  const turnSecret = env['MAPLE_TURN_SECRET'] || undefined
  if (turn.length > 0 && turnSecret === undefined)
    problems.push('MAPLE_TURN needs MAPLE_TURN_SECRET, the static-auth-secret of the TURN server')
  return { stun, turn, turnSecret }
}

/** What a browser is told. In: for whom, and now. The name for TURN ends by itself; without settings there is nothing. */
export function iceServers({ stun, turn, turnSecret }: IceSettings, peerId: string, now: number) {
  const username = `${Math.floor(now / 1000) + nameForS}:${peerId}`
  return [
    ...(stun.length > 0 ? [{ urls: [...stun] }] : []),
    ...(turn.length > 0 && turnSecret !== undefined
      ? [
          {
            ...{ urls: [...turn], username },
            credential: createHmac('sha1', turnSecret).update(username).digest('base64'),
          },
        ]
      : []),
  ]
}
