import type { Page } from 'playwright-core'
import { afterEach } from 'vitest'

/** Every window that a story has open. */
export const openPages: Page[] = []

/** What stood in the windows when something failed: on a machine that nobody sees, the words are all that is left. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const [i, page] of openPages.entries()) {
    if (page.isClosed()) continue
    const main = await page.locator('#main').first().innerText({ timeout: 2_000 }).catch(String)
    console.error(`window ${i + 1} at ${page.url()}:\n${main.slice(0, 1_200)}`)
  }
})
