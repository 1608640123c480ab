import type { Locator, Page } from 'playwright-core'

/** The matter on the screen says whose turn it is. */
export const inState = (page: Page, state: string) =>
  page.locator('.turn-state', { hasText: state }).waitFor()

/** The row of a matter in a list of the console. */
export const rowIn = (page: Page, title: RegExp) => page.getByRole('link', { name: title }).first()

/** Presses the verb, fills what its form asks, confirms; without `fill` the press is all. */
export async function act(page: Page, verb: string, fill?: (form: Locator) => Promise<void>): Promise<void> {
  await page
    .getByRole('region', { name: '现在可以做' })
    .getByRole('button', { name: verb, exact: true })
    .click()
  if (!fill) return
  const form = page.getByRole('form', { name: verb, exact: true })
  await fill(form)
  await form.getByRole('button', { name: `确认${verb}` }).click()
  await form.waitFor({ state: 'detached' })
}

export const nothing = async () => {}
