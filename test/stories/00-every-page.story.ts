import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, type Look, makeBed } from './bed.ts'
import { hallPaths } from './hall.ts'

let bed: Bed
beforeAll(async () => {
  bed = await makeBed()
}, 240_000)
afterEach(() => expect(bed.faults).toEqual([]))
afterAll(() => bed?.close())

const looks: [name: string, device: 'desk' | 'phone', look: Look][] = [
  ['at the desk in Chinese', 'desk', {}],
  ['at the desk in English and the dark', 'desk', { language: 'en', dark: true }],
  ['on a phone in Chinese and the dark', 'phone', { dark: true }],
  ['on a phone in English', 'phone', { language: 'en' }],
]

/** The pages of the console that a centre's officer and an administrator have. */
const staffPages = [
  'start',
  'start?period=lastMonth',
  'matters/all?fact=received&from=2026-11-01',
  'matters/area?category=S02&kind=complaint&flag=returned&handler=me',
  'matters/area?category=ZZ',
  'matters/mine',
  'matters/pool',
  'matters/area',
  'matters/closed',
  'work',
  'mediations',
  'mediations?box=open',
  'mediations/figures',
  'mediations/subsidy',
  'petitions',
  'petitions?of=going',
  'petitions?of=over',
  'petitions/figures',
  'supervision',
  'supervision?column=returned&level=street',
  'supervision/instruments?box=open',
  'supervision/findings?failing=notHandled',
  'supervision/samples',
  'duties',
  'duties?view=gaps',
  'duties?view=proposals',
  'duties?view=community',
  'duties?add=true',
  'duties?when=all&level=district',
  'evaluation',
  'evaluation?as=present',
  'evaluation/lines?measure=onTime',
  'evaluation/months',
  'evaluation/exclusions?box=all',
  'evaluation/exclusions/new',
  'evaluation/panel',
  'whistles',
  'whistles?of=area',
  'whistles?of=done',
  'whistles/new',
  'whistles/figures',
  'aids',
  'aids?of=posted',
  'aids?of=area',
  'aids?of=done',
  'aids/new',
  'aids/figures',
  'teams',
  'teams?of=mine',
  'teams?of=ended',
  'teams/new',
  'meetings',
  'meetings?box=minutes',
  'meetings?box=done',
  'meetings?box=called',
  'meetings/new',
  'matters/followed',
  'matters/recent',
  'queue',
  'register',
  'imports',
  'places',
  'calendar/2026',
  'calendar/2027',
  'categories?code=S0101',
  'templates',
  'subjects',
  'subjects?of=answered',
  'account',
  'account/notices',
  'notices',
  'notices?topic=clock&unseen=true',
]

async function shown(page: Page): Promise<void> {
  await page.locator('h1:visible, h2:visible').first().waitFor()
  await page.locator('.skeleton:visible').first().waitFor({ state: 'detached' })
}

let pictures = 0
async function held(page: Page, where: string): Promise<void> {
  await shown(page)
  const folder = process.env['STORY_PICTURES']
  if (folder)
    await page.screenshot({
      path: `${folder}/00-${String(++pictures).padStart(2, '0')}-${where.replace(/\W+/g, '-')}.png`,
    })
  await expectAccessible(page, where)
}

describe.each(looks)('every page %s', (name, device, look) => {
  it('of the residents can be read and used by everybody', async () => {
    const page = await bed.window(device, look)
    const { kiosk, display } = await hallPaths(bed)
    for (const address of [
      kiosk,
      display,
      '/hall/339901/00000000',
      '/',
      bed.publicPath,
      '/s/339901/000000',
      '/t/339901',
      '/my/339901',
      '/p/339901',
      '/mediators/339901',
      '/v/339901',
      '/v/339901#000000000000',
      '/p/339901#000000000000',
      '/m/339901/AAAAAAAAAAAAAAAAAAAAAAAA',
      '/nowhere',
    ]) {
      await page.goto(`${bed.base}${address}`)
      await held(page, `${address} ${name}`)
    }
    await page.context().close()
  })

  it('of the staff can be read and used by everybody', async () => {
    const page = await bed.window(device, look)
    await page.goto(`${bed.base}/console/`)
    await held(page, `sign-in ${name}`)
    await page.context().close()
    const officer = await bed.signedIn('fangzhiyuan', device, look)
    for (const address of staffPages) {
      await officer.goto(`${bed.base}/console/${address}`)
      await held(officer, `${address} ${name}`)
    }
    await officer.goto(`${bed.base}/console/matters/area?sort=new`)
    const rows = officer.locator('[id^="row-"]')
    await rows.first().waitFor()
    const [id] = (await rows.first().getAttribute('id'))?.match(/[0-9a-f-]{36}$/) ?? []
    await officer.goto(`${bed.base}/console/print/${id}/receipt`)
    await held(officer, `a paper ${name}`)
    await officer.goto(`${bed.base}/console/matters/area?sort=new`)
    await rows.first().waitFor()
    for (const index of [0, 5, 11]) {
      if (index >= (await rows.count())) continue
      await officer.goto(`${bed.base}/console/matters/area?sort=new`)
      await rows.nth(index).waitFor()
      await rows.nth(index).click()
      await officer.locator('.turn-state').waitFor()
      await held(officer, `matter ${index} ${name}`)
    }
    await officer.context().close()
  })

  it.each([
    ['anyixing', ['security', 'security?find=方&lacking=true', 'account']],
    [
      'guminzhi',
      ['audit', 'audit?record=failed&from=2026-11-01', 'audit?record=open', 'registers', 'account'],
    ],
  ] as const)('of those whose duties are kept apart can be read: %s', async (login, pages) => {
    const page = await bed.signedIn(login, device, look)
    for (const address of pages) {
      await page.goto(`${bed.base}/console/${address}`)
      await held(page, `${login} ${address} ${name}`)
    }
    await page.context().close()
  })

  it('of the administrator can be read and used by everybody', async () => {
    const page = await bed.signedIn('songmingzhu', device, look)
    for (const address of [
      'calendar/2027',
      'registers',
      'places',
      'account',
      'matters/mine',
      'people',
      'people?add=true',
      'units',
      'rosters',
      'units?find=网格&closed=true',
      'partners',
      'partners?add=true',
      'outlets',
      'categories',
      'categories?code=S0101',
      'categories?add=true',
      'templates',
      'templates?add=true',
      'aids/kinds',
      'profile',
    ]) {
      await page.goto(`${bed.base}/console/${address}`)
      await held(page, `administrator ${address} ${name}`)
    }
    await page.goto(`${bed.base}/console/people`)
    await page.locator('.person-row').first().click()
    await page.locator('.person-page h1').waitFor()
    await held(page, `administrator person ${name}`)
    await page.goto(`${bed.base}/console/units?find=1 号楼`)
    await page.locator('.person-row').first().click()
    await page.locator('#unit-places').waitFor()
    await held(page, `administrator unit ${name}`)
    await page.context().close()
  })
})
