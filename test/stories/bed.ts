import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { inject } from 'vitest'
import { describeDemo } from '#server/demo/load.ts'
import { useKeys } from '#server/secrets.ts'
import { launchChromium } from '#test/browser.ts'
import { makeDatabase } from '#test/database.ts'
import { openPages } from './open-pages.ts'

/** The language and the light in which a window is opened. */
export type Look = { language?: 'zh' | 'en'; dark?: boolean }

/** Where a product stands: its database, its folder, its keys. */
export type Ground = { url: string; home: string; fieldKey: string; indexKey: string; close(): Promise<void> }

/** The product as a person meets it: demo district, web process, worker, and a browser with as many people as needed. */
export type Bed = {
  base: string
  url: string
  home: string
  /** Opens a window of its own: a person with a device. */
  window(device: 'desk' | 'phone', options?: Look): Promise<Page>
  /** Opens a window and signs in by the sign-in page. */
  signedIn(login: string, device?: 'desk' | 'phone', options?: Look): Promise<Page>
  publicPath: string
  /** What every account of the demo signs in with. */
  password: string
  /** What went wrong inside the pages, unseen or seen. */
  faults: unknown[]
  /** Photographs every open window into the folder that STORY_PICTURES names, if it names one. */
  picture(name: string): Promise<void>
  /** The processes of the product are gone at once, whatever they were doing. The browser stays. */
  kill(): Promise<void>
  /** Starts them again at the same address. */
  rise(): Promise<void>
  close(): Promise<void>
}

const signInWords = {
  zh: { login: '用户名', password: '密码', go: '登录' },
  en: { login: 'User name', password: 'Password', go: 'Sign in' },
} as const

const sizes = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const

/** The demo district, loaded once for all stories: a copy of it that is one's own. */
async function demoGround(): Promise<Ground> {
  const { template, home: laid, fieldKey, indexKey } = inject('demo')
  const database = await makeDatabase(template)
  const home = await mkdtemp(join(tmpdir(), 'maple-story-'))
  await cp(laid, home, { recursive: true })
  return {
    ...{ url: database.url, home, fieldKey, indexKey },
    async close() {
      await database.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** In: what the environment of the processes says beside the usual; where the product stands. */
export async function makeBed(extra: NodeJS.ProcessEnv = {}, lay = demoGround): Promise<Bed> {
  const ground = await lay()
  const { url, home, fieldKey, indexKey } = ground
  useKeys(fieldKey, indexKey)
  const demo = await describeDemo(url, home)
  if (!demo) throw new Error('the demo district did not load')
  const start = async (file: string, port = 0) => {
    const env = {
      ...{ ...process.env, DATABASE_URL: url, MAPLE_HOME: home },
      ...{ MAPLE_FIELD_KEY: fieldKey, MAPLE_INDEX_KEY: indexKey, HOST: '127.0.0.1', PORT: String(port) },
      ...extra,
    }
    const child = fork(new URL(`../../server/${file}`, import.meta.url), {
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const [message] = (await once(child, 'message')) as [{ port?: number }]
    return { child, port: message.port ?? 0 }
  }
  const startBoth = (port = 0) => Promise.all([start('main.ts', port), start('worker.ts')])
  let [web, worker] = await startBoth()
  const { port } = web
  const base = `http://127.0.0.1:${port}`
  const browser = await launchChromium()
  const faults: unknown[] = []

  const window: Bed['window'] = async (device, look = {}) => {
    const context = await openContext(browser, device, look)
    // What has to appear appears soon, or the story has failed; soon is longer where two stories share two cores.
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    openPages.push(page)
    page.on('pageerror', (fault) => faults.push(fault))
    page.on('console', (line) => {
      // A refusal is answered with a 4xx, which the browser notes; anything else that it complains of is ours.
      if (line.type() === 'error' && !line.text().startsWith('Failed to load resource'))
        faults.push(line.text())
    })
    return page
  }
  return {
    async picture(name) {
      const folder = process.env['STORY_PICTURES']
      if (folder)
        for (const [i, page] of openPages.entries())
          if (!page.isClosed()) await page.screenshot({ path: join(folder, `${name}-${i + 1}.png`) })
    },
    ...{ base, url, home },
    publicPath: demo.publicPath,
    password: demo.password,
    faults,
    window,
    async signedIn(login, device = 'desk', look = {}) {
      const page = await window(device, look)
      await page.goto(`${base}/console/`)
      const words = look.language === 'en' ? signInWords.en : signInWords.zh
      await page.getByLabel(words.login).fill(login)
      await page.getByLabel(words.password, { exact: true }).fill(demo.password)
      await page.getByRole('button', { name: words.go }).click()
      await page.waitForURL(/\/console\/(start|matters|security|audit|calendar|account)/)
      return page
    },
    async kill() {
      await Promise.all([end(web.child, 'SIGKILL'), end(worker.child, 'SIGKILL')])
    },
    async rise() {
      ;[web, worker] = await startBoth(port)
    },
    async close() {
      await browser.close()
      await Promise.all([end(web.child), end(worker.child)])
      await ground.close()
    },
  }
}

async function openContext(
  browser: Browser,
  device: 'desk' | 'phone',
  { language = 'zh', dark = false }: Look,
): Promise<BrowserContext> {
  const isPhone = device === 'phone'
  return browser.newContext({
    viewport: sizes[device],
    isMobile: isPhone,
    hasTouch: isPhone,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    colorScheme: dark ? 'dark' : 'light',
  })
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
