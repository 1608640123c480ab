import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { newId } from '#server/ids.ts'

export const box = (page: Page) => page.getByRole('combobox', { name: '搜索编号、文字、姓名或电话' })

/** The status of an answer, and what it says. */
export const answered = (page: Page, path: string, body?: object) =>
  page.evaluate(
    async ([where, what]) => {
      const response = await fetch(where, {
        method: what ? 'POST' : 'GET',
        headers: { 'x-maple': '1', ...(what ? { 'content-type': 'application/json' } : {}) },
        ...(what ? { body: what } : {}),
      })
      return { status: response.status, text: await response.text() }
    },
    [path, body ? JSON.stringify(body) : ''] as const,
  )

/** Everything that stands on a page. */
export const seen = async (page: Page) => (await page.locator('body').textContent()) ?? ''

/** Neither searching, nor suggestions, nor a link that somebody sent, nor a count tells that it is there. */
export async function findsNothing(
  page: Page,
  base: string,
  { id, number }: { id: string; number: string },
  words: readonly string[],
): Promise<void> {
  for (const typed of [...words, number]) {
    await box(page).fill(typed)
    await page.getByText('没有找到。可以输入编号').waitFor()
    expect(await page.getByRole('group', { name: '事项', exact: true }).count(), typed).toBe(0)
  }
  await box(page).press('Escape')
  await box(page).fill('')
  await page.goto(`${base}/console/matters/all?q=${encodeURIComponent(words[0] ?? '')}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.locator('[id^="row-"]').count()).toBe(0)
  await page.goto(`${base}/console/matters/all/${id}`)
  await page.getByText('没有找到这条记录，或者它不在你的职责范围内。').first().waitFor()
  for (const told of [...words, number]) expect(await seen(page), told).not.toContain(told)
  const [there, not] = [
    await answered(page, `/api/matters/${id}`),
    await answered(page, `/api/matters/${newId(Date.now())}`),
  ]
  const bare = ({ status, text }: typeof there) => [status, text.replace(/"requestId":"[^"]*"/, '')]
  expect(bare(there)).toEqual(bare(not))
}

/** Takes a list out as Excel. Out: everything that is written in the file, and its name. */
export async function exported(
  page: Page,
  at: string,
  purpose: string,
): Promise<{ text: string; file: string }> {
  await page.goto(at)
  await page.getByRole('button', { name: '导出' }).click()
  const form = page.getByRole('dialog', { name: '导出这个列表' })
  await form.getByLabel('用途').fill(purpose)
  await form.getByRole('button', { name: '开始导出' }).click()
  const link = page.getByRole('link', { name: `下载：${purpose}` })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click({ timeout: 30_000 })])
  const book = new ExcelJS.Workbook()
  const bytes = await readFile(await download.path())
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  const cells: string[] = [JSON.stringify([book.creator, book.title, book.subject, book.description])]
  book.eachSheet((sheet) => sheet.eachRow((row) => cells.push(JSON.stringify(row.values))))
  return { text: cells.join('\n'), file: download.suggestedFilename() }
}
