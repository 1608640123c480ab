import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The fields of /proc/PID/stat after the name, which is in brackets and may hold spaces: 0 is the state, 19 the start. */
function readStat(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** Whether a process with this id runs (also when it belongs to somebody else); a zombie does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // an orphan stays a zombie where process 1 of a container reaps nobody
    return process.platform !== 'linux' || readStat(pid)[0] !== 'Z'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The command line of a process, empty when it is gone or a zombie; undefined where the system cannot tell. */
export function findCommandLine(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** When a process began, in the system's own words: tells a process from a later one with the same id. */
export function findBirth(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
      return `${boot}/${readStat(pid)[19]}`
    }
    if (process.platform === 'win32') return ''
    return execFileSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

/** Waits until the process is gone; false when it is still there after the limit. */
export async function hasEnded(pid: number, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs
  while (isAlive(pid)) {
    if (performance.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return true
}
