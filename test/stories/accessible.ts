import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const axePath = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Violation = { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }

/** Holds the page as it stands against WCAG 2.2 AA, and against scrolling sideways. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const source = await readFile(axePath, 'utf8')
  // Through the inspector, since the page's own policy rightly forbids foreign scripts.
  await page.evaluate(source)
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(wcag)} } }).then((r) => r.violations)`,
  )) as Violation[]
  const told = violations.map(
    (v) =>
      `${v.id}: ${v.help}\n${v.nodes
        .slice(0, 3)
        .map((n) => `    ${n.html.slice(0, 160)}\n    ${n.failureSummary ?? ''}`)
        .join('\n')}`,
  )
  expect(told, `${where} keeps WCAG 2.2 AA`).toEqual([])
  const sideways = (await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )) as number
  expect(sideways, `${where} does not scroll sideways`).toBeLessThanOrEqual(0)
}
