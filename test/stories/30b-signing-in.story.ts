import pg from 'pg'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { totpCode } from '#server/org/totp.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'

let bed: Bed
let [keeper, officer, auditor] = [] as unknown as [Page, Page, Page]
let device: CDPSession
let secret = ''
let codes: string[] = []
/** The step whose code was used last: a code is taken once. */
let usedStep = 0

/** Passkeys are made for names, never for numbers: the console is opened under its own. */
const named = () => bed.base.replace('127.0.0.1', 'localhost')

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto(`${named()}/console/sign-in`)
  await page.getByLabel('用户名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** What an authenticator with the secret shows; waits for the next one where this was used. */
async function freshCode(page: Page): Promise<string> {
  const bits = [...secret].map((sign) => base32.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const now = Math.floor(Date.now() / 30_000)
  // The product takes the code of the half minute to come, for clocks that differ.
  const step = Math.max(now, usedStep + 1)
  if (step > now + 1) await page.waitForTimeout((step - 1) * 30_000 - Date.now() + 500)
  usedStep = step
  return totpCode(bytes, step)
}

const signedOut = (page: Page) => page.waitForURL(/sign-in/)

describe('signing in', () => {
  let password = ''
  beforeAll(async () => {
    bed = await makeBed()
    password = bed.password
    keeper = await bed.window('desk')
    officer = await bed.window('desk')
    auditor = await bed.window('desk')
    device = await officer.context().newCDPSession(officer)
    await device.send('WebAuthn.enable')
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
        ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
      },
    })
  })
  afterEach(({ task }) => bed.picture(`30b-${task.name.replaceAll(' ', '-')}`))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
  })

  it('a demo account comes in with its password alone', async () => {
    await signIn(officer, 'fangzhiyuan', password)
    await officer.waitForURL(/\/console\/start/)
    await officer.goto(`${named()}/console/account`)
    await officer.getByRole('heading', { name: '两步登录' }).waitFor()
    await expectAccessible(officer, 'my account')
  })

  it('the dispatcher sets up an authenticator and keeps ten codes', async () => {
    await officer.getByRole('button', { name: '设置验证器' }).click()
    await officer.getByRole('img', { name: '给验证器扫的二维码' }).waitFor()
    secret = ((await officer.locator('.factor-secret').textContent()) ?? '').replaceAll(' ', '')
    await bed.picture('30b-scan')
    await expectAccessible(officer, 'a code to scan')
    await officer.getByLabel('验证器显示的 6 位数字').fill('000000')
    await officer.getByRole('button', { name: '确认并开启' }).click()
    await officer.locator('.field-error', { hasText: '验证码不对' }).waitFor()
    await officer.getByLabel('验证器显示的 6 位数字').fill(await freshCode(officer))
    await officer.getByRole('button', { name: '确认并开启' }).click()
    await officer.getByText('请现在保存这 10 个恢复码').waitFor()
    codes = await officer.locator('.code-list code').allTextContents()
    expect(codes).toHaveLength(10)
    await bed.picture('30b-codes')
    await expectAccessible(officer, 'the recovery codes')
    await officer.getByRole('button', { name: '已经保存好' }).click()
    await officer.getByText('还有 10 个没有用过').waitFor()
  })

  it('adds a passkey of this device and gives it a name', async () => {
    await officer.getByRole('button', { name: '添加通行密钥' }).click()
    await officer.getByLabel('给它起个名字').fill('办公电脑')
    await officer.getByRole('button', { name: '添加通行密钥' }).click()
    await officer.getByText('办公电脑').waitFor()
    await officer.getByRole('button', { name: '改名：办公电脑' }).click()
    await officer.getByLabel('给它起个名字').fill('三楼窗口电脑')
    await officer.getByRole('button', { name: '保存' }).click()
    await officer.getByText('三楼窗口电脑').waitFor()
    await expectAccessible(officer, 'my passkeys')
  })

  it('a password alone now opens only the second step, and a recovery code finishes it once', async () => {
    const phone = await bed.window('phone')
    await signIn(phone, 'fangzhiyuan', password)
    await phone.getByRole('heading', { name: '还差一步' }).waitFor()
    await bed.picture('30b-step')
    await expectAccessible(phone, 'the second step on a telephone')
    await phone.goto(`${named()}/console/matters/mine`)
    await phone.getByRole('heading', { name: '还差一步' }).waitFor()
    await phone.getByLabel('验证码').fill('123456')
    await phone.getByRole('button', { name: '完成登录' }).click()
    await phone.getByRole('alert').filter({ hasText: '验证码不对' }).waitFor()
    await phone.getByLabel('验证码').fill(codes[0] ?? '')
    await phone.getByRole('button', { name: '完成登录' }).click()
    await phone.waitForURL(/\/console\/start/)
    await phone.goto(`${named()}/console/account`)
    await phone.getByText('还有 9 个没有用过').waitFor()
    await expectAccessible(phone, 'my account on a telephone')
    await bed.picture('30b-account-phone')
    await phone.close()
  })

  it('the passkey signs in without a name and a password', async () => {
    await officer.context().clearCookies()
    await officer.goto(`${named()}/console/sign-in`)
    await officer.getByRole('button', { name: '用通行密钥登录' }).click()
    await officer.waitForURL(/\/console\/start/)
  })

  it('the device is ended from another one, and is told so', async () => {
    const other = await bed.window('desk')
    await signIn(other, 'fangzhiyuan', password)
    await other.getByLabel('验证码').fill(await freshCode(other))
    await other.getByRole('button', { name: '完成登录' }).click()
    await other.waitForURL(/\/console\/start/)
    await other.goto(`${named()}/console/account`)
    await other.getByRole('button', { name: '退出其他所有设备' }).click()
    await officer.reload()
    await signedOut(officer)
    await officer.getByText('这台设备已从另一台设备上退出').waitFor()
    await bed.picture('30b-ended')
    await other.close()
  })

  it('the security administrator asks for a second step by role, after showing once more who it is', async () => {
    await signIn(keeper, 'anyixing', password)
    await keeper.getByRole('heading', { name: '登录与安全' }).waitFor()
    await expectAccessible(keeper, 'sign-in and security')
    await keeper.getByLabel('同一账号最多几台设备同时登录').fill('2')
    await keeper.getByRole('checkbox', { name: '审计员' }).check()
    await keeper.getByLabel('为什么改').fill('等级保护三级测评')
    await makeOld()
    await keeper.getByRole('button', { name: '发布' }).click()
    const dialog = keeper.getByRole('dialog', { name: '请再确认一次是你本人' })
    await dialog.getByLabel('现在的密码').fill(password)
    await bed.picture('30b-prove')
    await dialog.getByRole('button', { name: '确认' }).click()
    await keeper.getByText('第 1 版').waitFor()
    await keeper.getByText('安亦行发布，理由：等级保护三级测评').waitFor()
  })

  it('a third device puts the one out that was used longest ago, and both are told', async () => {
    const devices = [await bed.window('desk'), await bed.window('phone'), await bed.window('desk')] as const
    for (const page of devices) {
      await signIn(page, 'meichunsheng', password)
      await page.waitForURL(/\/console\/(start|matters)/)
    }
    await devices[2].getByText('已经退出。要是不认识它，请马上改密码').waitFor()
    await devices[0].reload()
    await signedOut(devices[0])
    await devices[0].getByText('这个账号在别的设备上登录').waitFor()
    await bed.picture('30b-too-many')
    for (const page of devices) await page.close()
  })

  it('resets the second step of a colleague who lost it, with a reason', async () => {
    await keeper.getByLabel('姓名、拼音或用户名').fill('方知远')
    await keeper.getByRole('button', { name: '重置两步登录：方知远' }).click()
    const dialog = keeper.getByRole('dialog', { name: /重置“方知远”/ })
    await dialog.getByLabel('理由，怎么核实的').fill('手机掉进河里，本人带身份证到场')
    await bed.picture('30b-reset')
    await dialog.getByRole('button', { name: '重置两步登录' }).click()
    await keeper.getByText('已重置“方知远”的两步登录').waitFor()
    await signIn(officer, 'fangzhiyuan', password)
    await officer.waitForURL(/\/console\/start/)
  })

  it('somebody whose post needs a second step is led to set it up before anything else', async () => {
    await signIn(auditor, 'guminzhi', password)
    await auditor.waitForURL(/\/console\/audit/)
    await asRealAccount('guminzhi')
    await auditor.goto(`${named()}/console/audit`)
    await auditor.getByRole('heading', { name: '先开启两步登录' }).waitFor()
    await expectAccessible(auditor, 'the first second step')
    await auditor.getByRole('button', { name: '设置验证器' }).click()
    secret = ((await auditor.locator('.factor-secret').textContent()) ?? '').replaceAll(' ', '')
    usedStep = 0
    await auditor.getByLabel('验证器显示的 6 位数字').fill(await freshCode(auditor))
    await auditor.getByRole('button', { name: '确认并开启' }).click()
    await auditor.getByRole('button', { name: '已经保存好' }).click()
    await auditor.getByRole('button', { name: '开始工作' }).click()
    await auditor.getByRole('heading', { name: '审计记录' }).waitFor()
  })

  it('the auditor reads what was done, by kind and by person, also on a telephone', async () => {
    await auditor.getByRole('row', { name: /安亦行.*重置两步登录.*方知远.*手机掉进河里/ }).waitFor()
    await expectAccessible(auditor, 'the audit record')
    await auditor.getByLabel('看哪一类').selectOption({ label: '没登录成' })
    await auditor.getByRole('row', { name: /方知远.*第二步不对/ }).waitFor()
    await auditor.getByRole('combobox', { name: '谁' }).fill('安亦行')
    await auditor.getByRole('option', { name: /安亦行/ }).click()
    await auditor.getByText('这段时间没有记录').waitFor()
    await auditor.getByLabel('看哪一类').selectOption({ label: '单位、人员和岗位' })
    await auditor.getByRole('row', { name: /发布登录要求/ }).waitFor()
    await auditor.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(auditor, 'the audit record on a telephone')
    await bed.picture('30b-audit-phone')
  })
})

async function inDatabase(text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  await client.query(text, values)
  await client.end()
}

/** Eleven minutes pass since the keeper showed who it is. */
const makeOld = () =>
  inDatabase(
    `update session s set proved_at = proved_at - interval '11 minutes' from account a
      where a.district_id = s.district_id and a.id = s.account_id and a.login = $1`,
    ['anyixing'],
  )

/** The accounts of the demo are never asked; this one stands for one of a real district. */
const asRealAccount = (login: string) =>
  inDatabase('update account set is_demo = false where login = $1', [login])
