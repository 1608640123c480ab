import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { totpCode } from '#server/org/totp.ts'
import { seal } from '#server/secrets.ts'
import { clientSecret, type IdentityProvider, startProvider } from '#test/identity-provider.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'

let bed: Bed
let platform: IdentityProvider
let [officer, phone, keeper] = [] as unknown as [Page, Page, Page]

/** The platform is another site than the product, as it is in a district. */
const named = () => bed.base.replace('127.0.0.1', 'localhost')

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto(`${named()}/console/sign-in`)
  await page.getByLabel('用户名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(bed.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(/\/console\/(start|security|audit)/)
}

/** What a person does at the platform. */
async function atPlatform(page: Page, login: string, { isConsentAsked = true } = {}): Promise<void> {
  await page.getByLabel('平台账号').fill(login)
  await page.getByRole('button', { name: '登录平台' }).click()
  if (isConsentAsked) await page.getByRole('button', { name: '同意' }).click()
}

const byPlatform = (page: Page) => page.getByRole('button', { name: '用溪政通登录' })

describe('single sign-on', () => {
  beforeAll(async () => {
    platform = await startProvider(named)
    bed = await makeBed({
      MAPLE_OIDC_ISSUER: platform.issuer,
      MAPLE_OIDC_CLIENT_ID: 'maple',
      MAPLE_OIDC_CLIENT_SECRET: clientSecret,
      MAPLE_OIDC_NAME: '溪政通',
    })
    officer = await bed.window('desk')
    phone = await bed.window('phone')
    keeper = await bed.window('desk')
  })
  afterEach(({ task }) => bed.picture(`30c-${task.name.replaceAll(' ', '-')}`))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
    await platform.close()
  })

  it('somebody whom nobody has linked is told what to do', async () => {
    await phone.goto(`${named()}/console/matters/mine`)
    await byPlatform(phone).waitFor()
    await expectAccessible(phone, 'signing in with a platform, on a telephone')
    await byPlatform(phone).click()
    await atPlatform(phone, 'fang-00014821')
    await phone.getByText('还没有关联这里的账号').waitFor()
    await phone.getByText('再到“我的账号”里关联').waitFor()
    expect(new URL(phone.url()).search, 'nothing of it stays in the address').toBe('')
    await bed.picture('30c-unknown')
    await expectAccessible(phone, 'not linked, on a telephone')
    await phone.getByRole('button', { name: 'Switch to English' }).click()
    await phone.getByText('is not linked with an account here yet').waitFor()
    await phone.getByRole('button', { name: '切换到中文' }).click()
  })

  it('the dispatcher links who they are, after showing it once more', async () => {
    await signIn(officer, 'fangzhiyuan')
    await officer.goto(`${named()}/console/account`)
    await officer.getByRole('heading', { name: '溪政通' }).waitFor()
    await officer.getByText('未关联').waitFor()
    await expectAccessible(officer, 'my account with a platform')
    await officer.getByRole('button', { name: '关联我的身份' }).scrollIntoViewIfNeeded()
    await bed.picture('30c-not-linked')
    await makeOld('fangzhiyuan')
    await officer.getByRole('button', { name: '关联我的身份' }).click()
    const dialog = officer.getByRole('dialog', { name: '请再确认一次是你本人' })
    await dialog.getByLabel('现在的密码').fill(bed.password)
    await dialog.getByRole('button', { name: '确认' }).click()
    await atPlatform(officer, 'fang-00014821')
    await officer.waitForURL(/\/console\/account$/)
    await officer.getByText('尾号 4821').waitFor()
    await officer.getByText('已关联', { exact: true }).waitFor()
    await officer.getByRole('button', { name: '解除关联' }).scrollIntoViewIfNeeded()
    await bed.picture('30c-linked')
    await expectAccessible(officer, 'my identity')
  })

  it('signs in by it on a telephone, without a password, on the page that was asked for', async () => {
    await phone.context().clearCookies()
    await phone.goto(`${named()}/console/account`)
    await byPlatform(phone).click()
    await atPlatform(phone, 'fang-00014821')
    await phone.waitForURL(/\/console\/account$/)
    await phone.getByText('尾号 4821').waitFor()
    await expectAccessible(phone, 'my identity on a telephone')
    await phone.getByRole('button', { name: '解除关联' }).scrollIntoViewIfNeeded()
    await bed.picture('30c-linked-phone')
  })

  it('signs out and in again at the desk, where the platform still knows who it is', async () => {
    await officer.getByRole('button', { name: /方知远/ }).click()
    await officer.getByRole('button', { name: '退出登录' }).click()
    await officer.waitForURL(/sign-in/)
    await bed.picture('30c-sign-in')
    await byPlatform(officer).click()
    await officer.waitForURL(/\/console\/start/)
  })

  it('somebody with a second step here is asked for it after the platform, and goes on to the page', async () => {
    const secret = await giveAuthenticator('fangzhiyuan')
    await phone.context().clearCookies()
    await phone.goto(`${named()}/console/account`)
    await byPlatform(phone).click()
    await atPlatform(phone, 'fang-00014821')
    await phone.getByRole('heading', { name: '还差一步' }).waitFor()
    await bed.picture('30c-step')
    await expectAccessible(phone, 'the second step after the platform')
    await phone.getByLabel('验证码').fill(totpCode(secret, Math.floor(Date.now() / 30_000)))
    await phone.getByRole('button', { name: '完成登录' }).click()
    await phone.waitForURL(/\/console\/account$/)
    await phone.getByText('尾号 4821').waitFor()
    await inDatabase('delete from totp')
  })

  it('turning back at the platform leads back to the sign-in page, and so does coming too late', async () => {
    await officer.context().clearCookies()
    await officer.goto(`${named()}/console/sign-in`)
    await byPlatform(officer).click()
    await officer.getByRole('button', { name: '取消' }).click()
    await officer.getByRole('alert').filter({ hasText: '在“溪政通”那边取消了' }).waitFor()
    await expectAccessible(officer, 'turned back')
    await bed.picture('30c-denied')
    await officer.goto(`${named()}/console/sign-in/back?code=old&state=in.${'x'.repeat(43)}`)
    await officer.getByRole('alert').filter({ hasText: '来回已经失效' }).waitFor()
    await officer.goto(`${named()}/console/sign-in/back`)
    await officer.getByRole('heading', { name: '登录工作台' }).waitFor()
  })

  it('a colleague cannot link the same person, and reads why', async () => {
    const other = await bed.window('desk')
    await signIn(other, 'meichunsheng')
    await other.goto(`${named()}/console/account`)
    await other.getByRole('button', { name: '关联我的身份' }).click()
    await atPlatform(other, 'fang-00014821')
    await other.getByRole('alert').filter({ hasText: '已经关联了另一个账号' }).waitFor()
    await bed.picture('30c-taken')
    await expectAccessible(other, 'taken by another account')
    await other.close()
  })

  it('the security administrator removes a link with a reason, and the person is signed out', async () => {
    await signIn(keeper, 'anyixing')
    await keeper.getByLabel('姓名、拼音或用户名').fill('方知远')
    await keeper.getByRole('button', { name: '解除统一身份：方知远' }).click()
    const dialog = keeper.getByRole('dialog', { name: /解除“方知远”/ })
    await dialog.getByLabel('理由').fill('岗位调整')
    await bed.picture('30c-remove')
    await expectAccessible(keeper, 'removing a link')
    await dialog.getByRole('button', { name: '解除统一身份' }).click()
    await keeper.getByText('已解除“方知远”关联的统一身份').waitFor()
    await phone.reload()
    await phone.waitForURL(/sign-in/)
    await byPlatform(phone).click()
    await phone.getByText('还没有关联这里的账号').waitFor()
  })

  it('a platform that is away is told at once, and the password still works', async () => {
    await platform.stop()
    await officer.goto(`${named()}/console/sign-in`)
    // What the platform said of itself a moment ago is believed for fifteen seconds.
    await officer.waitForTimeout(15_500)
    await byPlatform(officer).click()
    await officer.getByRole('alert').filter({ hasText: '“溪政通”现在连不上' }).waitFor()
    await bed.picture('30c-away')
    await signIn(officer, 'fangzhiyuan')
    await platform.start()
  })
})

async function inDatabase<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  const { rows } = await client.query<R>(text, values)
  await client.end()
  return rows
}

/** Eleven minutes pass since somebody showed who they are. */
const makeOld = (login: string) =>
  inDatabase(
    `update session s set proved_at = proved_at - interval '11 minutes' from account a
      where a.district_id = s.district_id and a.id = s.account_id and a.login = $1`,
    [login],
  )

/** An authenticator as its owner would have set it up (story 30b). */
async function giveAuthenticator(login: string): Promise<Buffer> {
  const secret = randomBytes(20)
  const [of] = await inDatabase<{ district_id: number; id: string }>(
    'select district_id, id from account where login = $1',
    [login],
  )
  const sealed = seal(secret.toString('base64'), `${of?.district_id}:${of?.id}:totp`)
  await inDatabase(
    `insert into totp (district_id, account_id, secret_sealed, created_at, confirmed_at) values ($1, $2, $3, now(), now())`,
    [of?.district_id, of?.id, sealed],
  )
  return secret
}
