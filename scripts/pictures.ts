import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '#test/browser.ts'

// Takes the README's pictures of a running demo: node scripts/pictures.ts http://127.0.0.1:8080 PASSWORD /s/339901/CODE
const [base = '', password = '', stairwell = ''] = process.argv.slice(2)
const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
const desk = { width: 1366, height: 768 }
const phone = { width: 390, height: 760 }

async function open(browser: Browser, size: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  return context.newPage()
}

async function signIn(page: Page, login: string, path: string): Promise<void> {
  await page.goto(`${base}/console/`)
  await page.getByLabel('用户名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(/\/console\/(start|matters)/)
  await page.goto(`${base}/console/${path}`)
}

const take = (page: Page, name: string) => page.screenshot({ path: join(folder, `${name}.png`) })

await mkdir(folder, { recursive: true })
const browser = await launchChromium()

const resident = await open(browser, phone)
await resident.goto(`${base}${stairwell}`)
await resident.getByLabel('您想反映什么？').fill('三楼到四楼的楼道灯坏了三天，晚上老人下楼看不清。')
await take(resident, 'public-phone')

const clerk = await open(browser, desk)
await signIn(clerk, 'meichunsheng', 'matters/area?state=handling')
await clerk.getByRole('list', { name: '事项列表' }).getByRole('link').nth(3).click()
await clerk.getByRole('heading', { level: 1 }).waitFor()
await clerk.waitForTimeout(600)
await take(clerk, 'console-desk')

const director = await open(browser, desk)
await signIn(director, 'fangzhiyuan', 'start')
await director.getByRole('heading', { level: 1 }).waitFor()
await director.waitForTimeout(800)
await take(director, 'console-start')

const grid = await open(browser, phone)
await signIn(grid, 'yexiaoman', 'matters/mine')
await grid.getByRole('list', { name: '事项列表' }).getByRole('link').first().click()
await grid.getByRole('heading', { level: 1 }).waitFor()
await grid.waitForTimeout(600)
await take(grid, 'console-phone')

await browser.close()
