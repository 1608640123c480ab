import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type Supervised = {
  name: string
  /** settles with the first message {ready: true}; rejects when the first process ends before */
  ready: Promise<{ port?: number }>
  stop: (limitMs: number) => Promise<void>
}

const preload = new URL('./with-parent.ts', import.meta.url).href
const firstDelayMs = 200
const longestDelayMs = 30_000
const steadyAfterMs = 60_000

/** Runs a TypeScript file as a process of its own and starts it again when it ends, slower each time. */
export function supervise(
  name: string,
  file: string,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
  flags: readonly string[] = [],
): Supervised {
  let child: ChildProcess | undefined
  let stopping = false
  let delay = firstDelayMs
  let timer: NodeJS.Timeout | undefined
  const { promise: ready, resolve, reject } = Promise.withResolvers<{ port?: number }>()
  let wasReady = false

  const run = () => {
    const began = Date.now()
    // a process group of its own: Ctrl-C reaches the supervisor only, which then stops everything in order
    child = spawn(process.execPath, [...flags, '--import', preload, fileURLToPath(file)], {
      env,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child.on('message', (message: { ready?: boolean; port?: number }) => {
      if (!message?.ready) return
      wasReady = true
      resolve(message)
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      if (stopping) return
      if (!wasReady) reject(new Error(`${name} ended before it was ready (${signal ?? code})`))
      if (Date.now() - began > steadyAfterMs) delay = firstDelayMs
      say(`${name} 已退出（${signal ?? code}），${delay / 1000} 秒后重启 … ended, starting again`)
      timer = setTimeout(run, delay)
      delay = Math.min(delay * 2, longestDelayMs)
    })
  }
  run()

  return {
    name,
    ready,
    stop: async (limitMs) => {
      stopping = true
      clearTimeout(timer)
      const ending = child
      if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
      const gone = once(ending, 'exit')
      ending.kill('SIGTERM')
      const kill = setTimeout(() => {
        say(`${name} 在 ${limitMs / 1000} 秒内没有结束，强制结束。did not end in time and is killed.`)
        ending.kill('SIGKILL')
      }, limitMs)
      await gone
      clearTimeout(kill)
    },
  }
}
