import { resolve } from 'node:path'
import { findUrlOf, takeLock } from './embedded/instance-lock.ts'
import { startEmbedded } from './embedded/postgres.ts'
import { keyEnvironment, readSecrets } from './embedded/secrets.ts'
import { choosePort, readAddresses } from './launch/addresses.ts'
import { type Supervised, supervise } from './launch/child.ts'
import { printNotice } from './launch/notice.ts'
import { say, secondsSinceCommand, step } from './launch/progress.ts'

const home = resolve(process.env['MAPLE_HOME'] ?? '.maple')
const host = process.env['HOST'] ?? '127.0.0.1'
const drainMs = 10_000
/** An import makes much that lives for a moment only: a small nursery keeps the worker under 400 MB. */
const workerFlags = ['--max-semi-space-size=8']
const isProduction = process.env['MAPLE_MODE'] === 'production'

const taken = await step('等待上一次停止 Waiting for the last one to stop', () => takeLock(home))
if ('holder' in taken) {
  const url = await step('另一个启动正在进行 Another start is under way', () =>
    findUrlOf(home, taken.holder, 120_000),
  )
  say(
    url
      ? `枫桥已经在运行：${url}/console/ 。Maple Bridge is already running there.`
      : '枫桥已经在启动。Maple Bridge is already being started.',
  )
  process.exit(0)
}
const { lock } = taken

const undo: (() => Promise<void> | void)[] = [() => lock.release()]
let ending: Promise<void> | undefined

/** Takes everything down in the reverse order of its coming up; asked twice, it does it once. */
function shutDown(code: number): Promise<void> {
  ending ??= (async () => {
    lock.announce({ stopping: true })
    for (const take of undo.toReversed()) {
      try {
        await take()
      } catch (error) {
        console.error(error)
      }
    }
    process.exit(code)
  })()
  return ending
}

const stopOnRequest = () => {
  if (!ending) say('\n正在停止 … Stopping …')
  void shutDown(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopOnRequest)
process.once('disconnect', stopOnRequest)

async function openDatabase(): Promise<string> {
  const given = process.env['DATABASE_URL']
  if (given) return given
  const starting = startEmbedded(home)
  // known before it is up, so that Ctrl-C in between leaves nothing behind
  undo.push(async () => (await starting).stop())
  const server = await step('正在启动数据库 Starting the database', () => starting)
  if (server.adopted) say('接管了上次未正常结束的数据库。Took over the database of a start that was killed.')
  return server.url
}

function startChildren(databaseUrl: string, port: number, env: NodeJS.ProcessEnv): Supervised {
  const shared = { ...env, DATABASE_URL: databaseUrl, MAPLE_HOME: home, PORT: String(port), HOST: host }
  const web = supervise('web', new URL('./main.ts', import.meta.url).href, shared, say)
  const worker = supervise('worker', new URL('./worker.ts', import.meta.url).href, shared, say, workerFlags)
  worker.ready.catch((error: unknown) => console.error(String(error)))
  undo.push(async () => {
    await Promise.all([web.stop(drainMs), worker.stop(drainMs)])
  })
  return web
}

try {
  const env = { ...keyEnvironment(readSecrets(home)), ...process.env }
  const databaseUrl = await openDatabase()

  const { migrate } = await import('#server/db/migrate.ts')
  await step('正在更新数据库结构 Updating the database', () => migrate(databaseUrl))

  const { useKeys } = await import('#server/secrets.ts')
  const { readKeyOptions } = await import('#server/keys/env.ts')
  // the processes say what is wrong with the settings
  useKeys(env.MAPLE_FIELD_KEY, env.MAPLE_INDEX_KEY, readKeyOptions(env, []))
  const { loadDemoIfEmpty, describeDemo } = await import('#server/demo/load.ts')
  if (!isProduction)
    await step('正在载入演示区 Loading the demo district', () => loadDemoIfEmpty(databaseUrl))

  const port = await choosePort(host, lock.recovered ? drainMs : 0)
  const { outside } = readAddresses(host, port)
  if (ending) await ending
  const web = startChildren(databaseUrl, port, outside ? { MAPLE_PUBLIC_URL: outside, ...env } : env)
  const { port: listening = port } = await step('正在启动 Starting', () => web.ready)
  const { here } = readAddresses(host, listening)
  // the time that counts is that of the first answer, not of the first open port
  await (await fetch(`${here}/console/`)).arrayBuffer()
  lock.announce({ url: here })
  const demo = isProduction ? undefined : await describeDemo(databaseUrl)
  say(printNotice(here, outside, demo, secondsSinceCommand()))
} catch (error) {
  if (!ending) console.error(error instanceof Error ? error.message : error)
  await shutDown(1)
}
