import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync } from 'node:fs'
import { dirname } from 'node:path'

/** How a program of PostgreSQL is started, given that it refuses to run as root. */
export type RunAs = {
  command: (program: string, args: string[]) => [string, string[]]
  ids: { uid?: number; gid?: number }
}

const plain: RunAs = { command: (program, args) => [program, args], ids: {} }
const namespace = ['-U', '--map-user=65534', '--map-group=65534', '--']

/** Picks the way for this machine: as we are; root inside a user namespace; else the uid of postgres or nobody. */
export function chooseRunAs(): RunAs {
  if (process.getuid?.() !== 0) return plain
  if (spawnSync('unshare', [...namespace, 'true'], { stdio: 'ignore' }).status === 0) {
    return { command: (program, args) => ['unshare', [...namespace, program, ...args]], ids: {} }
  }
  for (const user of ['postgres', 'nobody']) {
    try {
      const number = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))
      return { command: plain.command, ids: { uid: number('-u'), gid: number('-g') } }
    } catch {
      // that user is not here; try the next
    }
  }
  throw new Error(
    '以 root 运行时 PostgreSQL 无法启动：请换普通用户运行，或用 DATABASE_URL。\n' +
      'PostgreSQL refuses to run as root here: use an ordinary user, or DATABASE_URL.',
  )
}

/** Gives a path in the home folder to the chosen user and says plainly when that user cannot reach it. */
export function handOver(runAs: RunAs, home: string, folder: string, alsoNeeded: string[]): void {
  const { uid, gid } = runAs.ids
  if (uid === undefined || gid === undefined) return
  chownSync(folder, uid, gid)
  // it may pass through the home folder, not look into it
  chmodSync(home, 0o711)
  for (const path of [folder, ...alsoNeeded]) {
    for (let at = dirname(path); at !== dirname(at); at = dirname(at)) {
      const reachable = spawnSync('test', ['-x', at], { uid, gid, stdio: 'ignore' }).status === 0
      if (!reachable) {
        throw new Error(
          `PostgreSQL 不能以 root 运行，而用户 ${uid} 进不了 ${at}：请把项目和 MAPLE_HOME 放到别处，或用 DATABASE_URL。\n` +
            `PostgreSQL cannot run as root and user ${uid} cannot enter ${at}: move the project and MAPLE_HOME, or use DATABASE_URL.`,
        )
      }
    }
  }
}
