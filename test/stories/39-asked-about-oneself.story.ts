import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'

let bed: Bed
let [aunt, clerk] = [] as unknown as [Page, Page]
const name = '欧阳望舒'
const phone = '19900006139'
const words = '三号楼门口的铜麒麟被撞歪了，我叫欧阳望舒，请修好。'

beforeAll(async () => {
  bed = await makeBed()
  ;[aunt, clerk] = await Promise.all([bed.window('phone'), bed.signedIn('meichunsheng')])
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`39-${task.name.slice(0, 40).replace(/\W+/g, '-')}`)
})
afterAll(() => bed?.close())

const folded = (title: string) => aunt.locator('details').filter({ hasText: title })

/** The request that waits, from the list of the clerk. */
async function openRequest(title: RegExp): Promise<void> {
  await clerk.getByRole('link', { name: '个人信息请求' }).first().click()
  await clerk.getByRole('link', { name: title }).first().click()
  await clerk.getByRole('heading', { name: title }).waitFor()
}

describe('story 39: somebody asks what is kept about her', () => {
  it('sees from the tracking page what is held, masked for whoever holds the slip', async () => {
    await aunt.goto(`${bed.base}${bed.publicPath}`)
    await aunt.getByLabel('您想反映什么？').fill(words)
    await aunt.getByText('留下联系方式').click()
    await aunt.locator('input[name=byName]').last().check()
    await aunt.locator('#name').fill(name)
    await aunt.getByRole('textbox', { name: '电话' }).fill(phone)
    await aunt.getByRole('button', { name: '发送' }).click()
    await aunt.getByText('已收到，谢谢您').waitFor()
    await aunt.getByRole('link', { name: '看办理进度' }).first().click()
    await aunt.getByRole('link', { name: '查看、更正或删除您的个人信息' }).click()
    await aunt.getByRole('heading', { name: '您的个人信息' }).waitFor()
    expect(await aunt.title()).toBe('您的个人信息 · 枫桥')
    await aunt.getByText('199****6139').waitFor()
    await aunt.getByText('欧***', { exact: true }).waitFor()
    expect(await aunt.getByText(phone).count()).toBe(0)
    await aunt.getByText(/办结归档后/).waitFor()
    await expectAccessible(aunt, 'what is held')
    await bed.picture('39-held')
    const [copy] = await Promise.all([
      aunt.waitForEvent('download'),
      aunt.getByRole('button', { name: '下载一份（JSON）' }).click(),
    ])
    expect(copy.suggestedFilename()).toMatch(/\.json$/)
  })

  it('asks for a correction and a question, and is told until when they are answered', async () => {
    const correct = folded('有错，请更正')
    await correct.locator('summary').click()
    await correct.getByRole('button', { name: '提交请求' }).click()
    await correct.getByText('请先选一项。').waitFor()
    await correct.getByLabel('电话').check()
    await correct.getByLabel('正确的是').fill('一二三')
    await correct.getByRole('button', { name: '提交请求' }).click()
    await correct.getByText('这不像电话号码，请核对。').waitFor()
    await expectAccessible(aunt, 'asking for a correction')
    await bed.picture('39-correct')
    await correct.getByLabel('正确的是').fill('199 0000-6140')
    await correct.getByRole('button', { name: '提交请求' }).click()
    await aunt.getByText(/请求已提交，30 天内答复您/).waitFor()
    await aunt.getByText('更正电话').waitFor()
    await aunt.getByText(/最迟 .*答复/).waitFor()
    const explain = folded('有疑问，请说明')
    await explain.locator('summary').click()
    await explain.getByLabel('您想知道什么？').fill('谁看过我的电话？')
    await explain.getByRole('button', { name: '提交请求' }).click()
    await aunt.getByText('说明', { exact: true }).first().waitFor()
    await expectAccessible(aunt, 'two requests')
    await bed.picture('39-two-requests')
  })

  it('the clerk is told, makes sure who asks, and writes the right number in', async () => {
    await clerk.goto(`${bed.base}/console/notices`)
    await clerk.getByText('有群众提出个人信息请求，请在 30 天内答复').first().waitFor()
    await clerk.getByRole('link', { name: '个人信息请求' }).first().click()
    await clerk
      .getByRole('link', { name: /更正电话/ })
      .first()
      .waitFor()
    await expectAccessible(clerk, 'the requests')
    await bed.picture('39-list')
    await openRequest(/更正电话/)
    await clerk.getByText('199****6140').waitFor()
    await clerk.getByText('凭查询码提出，身份还要核实').waitFor()
    await clerk.getByRole('button', { name: '查看姓名、电话核实' }).click()
    await clerk.getByRole('dialog').locator('button[type=submit]').click()
    await clerk.getByText(phone).first().waitFor()
    await clerk.getByText('19900006140').waitFor()
    await bed.picture('39-revealed')
    await clerk.keyboard.press('Escape')
    await clerk.getByRole('dialog').waitFor({ state: 'detached' })
    await clerk.getByLabel('同意，改过来').check()
    await clerk.getByLabel('告诉本人的话').fill('已回拨核实，电话改过来了。')
    await clerk.getByRole('button', { name: '答复本人' }).click()
    await clerk.getByText(/要先核实提出请求的就是本人/).waitFor()
    await expectAccessible(clerk, 'answering')
    await bed.picture('39-check-first')
    await clerk.getByLabel('已回拨登记的电话核实').check()
    await clerk.getByRole('button', { name: '答复本人' }).click()
    await clerk.getByText('已同意').first().waitFor()
    await expectAccessible(clerk, 'answered')
  })

  it('reads the answer, withdraws the appeal, and asks to be forgotten', async () => {
    await aunt.reload()
    await aunt.getByText('已回拨核实，电话改过来了。').waitFor()
    await aunt.getByText('199****6140').waitFor()
    await aunt.getByRole('link', { name: /回到办理进度/ }).click()
    await aunt.locator('summary').filter({ hasText: '撤回诉求' }).click()
    await aunt.getByLabel('为什么撤回？').fill('自己修好了')
    await aunt.getByRole('button', { name: '确认撤回' }).click()
    await aunt.getByText('已提交。').waitFor()
    await aunt.getByRole('link', { name: '查看、更正或删除您的个人信息' }).click()
    const erase = folded('请删除我的个人信息')
    await erase.locator('summary').click()
    await erase.getByLabel('事情办完了，不再需要').check()
    await bed.picture('39-erase')
    await erase.getByRole('button', { name: '提交请求' }).click()
    await aunt.getByText('删除个人信息（事情办完了，不再需要）').waitFor()
  })

  it('the clerk erases it with the words, and the story says so without them', async () => {
    await openRequest(/删除个人信息/)
    await clerk.getByLabel('同意删除').check()
    await clerk.getByLabel('已当面核实证件').check()
    await clerk.getByLabel('反映的内容和照片也一并删除').check()
    await clerk.getByLabel('告诉本人的话').fill('您的姓名、电话和反映的内容已经删除。')
    await expectAccessible(clerk, 'erasing')
    await bed.picture('39-erasing')
    await clerk.getByRole('button', { name: '答复本人' }).click()
    await clerk.getByText('反映的内容和照片已一并删除。').waitFor()
    await clerk.getByRole('link', { name: /内容已应本人请求删除/ }).click()
    await clerk.getByText('个人信息已应本人请求删除').first().waitFor()
    await clerk.getByText(/答复了一个个人信息请求：已删除姓名、电话等个人信息/).waitFor()
    expect(await clerk.getByText('铜麒麟').count()).toBe(0)
    await expectAccessible(clerk, 'the story of an erased voice')
    await bed.picture('39-story')
  })

  it('finds nothing of hers any more, in large type and in English too', async () => {
    await aunt.reload()
    await aunt.getByText(/已从这件诉求里删除或封存/).waitFor()
    expect(await aunt.getByText('铜麒麟').count()).toBe(0)
    expect(await aunt.getByText('199****6140').count()).toBe(0)
    await expectAccessible(aunt, 'erased')
    await bed.picture('39-erased')
    await aunt.getByRole('button', { name: '大字' }).click()
    await aunt.getByRole('button', { name: 'English' }).click()
    await aunt.getByRole('heading', { name: 'Your personal data' }).waitFor()
    await expectAccessible(aunt, 'erased, in large type and English')
    await bed.picture('39-large-english')
    const database = new pg.Client({ connectionString: bed.url })
    await database.connect()
    const { rows: tables } = await database.query<{ name: string }>(
      `select relname name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    )
    for (const table of tables) {
      const { rows } = await database.query(
        `select from ${table.name} t where to_jsonb(t)::text ~ $1 limit 1`,
        [`${name}|${phone}|19900006140|铜麒麟`],
      )
      expect(rows, table.name).toEqual([])
    }
    await database.end()
  })

  it('the list fits a telephone', async () => {
    const small = await bed.signedIn('meichunsheng', 'phone')
    await small.goto(`${bed.base}/console/subjects`)
    await small.getByRole('link', { name: /说明/ }).first().waitFor()
    await expectAccessible(small, 'the requests on a telephone')
    await bed.picture('39-list-on-a-telephone')
    await small.getByRole('link', { name: /说明/ }).first().click()
    await small.getByText('谁看过我的电话？').waitFor()
    await expectAccessible(small, 'a request on a telephone')
  })
})
