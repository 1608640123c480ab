import type { Locator, Page } from 'playwright-core'
import { dayOf } from '#domain/calendar/days.ts'
import { newId } from '#server/ids.ts'
import type { Bed } from './bed.ts'
import { ask, bringIn, unitAt } from './console-api.ts'

/** A move that other stories play by hand. */
export async function move(page: Page, id: string, verb: string, input: object): Promise<void> {
  const { version } = (await ask(page, 'GET', `/api/matters/${id}`)) as { version: number }
  await ask(page, 'POST', `/api/matters/${id}/moves`, { commandId: newId(Date.now()), version, verb, input })
}

/** A dispute in the hands of the community, with its parties. In: the names of either side. */
export async function disputeWith(bed: Bed, clerk: Page, title: string, a: string[], b: string[]) {
  const house = await unitAt(bed, '001/001/01/001/')
  const brought = await bringIn(clerk, house, { channel: 'phone', words: `${title}，协商几次谈不拢。` })
  const { id } = brought
  await move(clerk, id, 'accept', {})
  await move(clerk, id, 'triage', { title, kind: 'dispute', categoryCode: '0203', urgency: 'normal' })
  await move(clerk, id, 'dispatch', { unitId: await unitAt(bed, '001/001/') })
  await move(clerk, id, 'sign', {})
  for (const [side, role, names] of [
    ['a', 'applicant', a],
    ['b', 'respondent', b],
  ] as const)
    for (const name of names)
      await move(clerk, id, 'addParty', { side, kind: 'person', role, name, phone: '19900007788' })
  return { ...brought, title }
}

/** Writes a name on a pad, as a finger or a mouse does. */
export async function draw(pad: Locator): Promise<void> {
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('there is no pad to write on')
  const page = pad.page()
  const strokes: [x: number, y: number][][] = [
    [
      [0.15, 0.3],
      [0.3, 0.7],
      [0.45, 0.25],
    ],
    [
      [0.55, 0.5],
      [0.7, 0.2],
      [0.85, 0.75],
    ],
  ]
  for (const stroke of strokes) {
    for (const [i, [x, y]] of stroke.entries()) {
      await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 4 })
      if (i === 0) await page.mouse.down()
    }
    await page.mouse.up()
  }
}

/** The row of a party in the table of the mediation. */
export const rowOf = (page: Page, name: string) => page.locator('.mediation-party', { hasText: name })

/** A form of the page by its title. */
export const form = (page: Page, name: string | RegExp) => page.getByRole('form', { name })

/** Tells a party its rights on the screen and enters that it agrees; both are signed on the pad. */
export async function tellAndAgree(page: Page, name: string): Promise<void> {
  await rowOf(page, name).getByRole('button', { name: /^告知/ }).click()
  const told = form(page, /^告知权利义务/)
  await draw(told.locator('.pad-paper'))
  await told.getByRole('button', { name: '已告知' }).click()
  const asked = form(page, /^登记意见/)
  await asked.getByRole('radio', { name: '同意', exact: true }).check()
  await draw(asked.locator('.pad-paper'))
  await asked.getByRole('button', { name: '登记', exact: true }).click()
  await asked.waitFor({ state: 'detached' })
  await rowOf(page, name).getByText('同意调解').waitFor()
}

/** Makes a link on the mediator's page and opens it on a phone with the code that was told. */
export async function enterByLink(bed: Bed, page: Page, name: string, phone: Page): Promise<void> {
  await rowOf(page, name)
    .getByRole('button', { name: /^给链接/ })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '生成链接' }).click()
  const code = (await dialog.locator('.link-code').textContent()) ?? ''
  const url = new URL((await dialog.locator('.link-url').textContent()) ?? '')
  await bed.picture('02-link')
  await dialog.getByRole('button', { name: '记下了' }).click()
  await dialog.waitFor({ state: 'detached' })
  await phone.goto(`${bed.base}${url.pathname}`)
  await phone.getByLabel('核对码').fill('12')
  await phone.getByRole('button', { name: '打开' }).click()
  await phone.getByText('核对码是 6 位数字，请再看一下。').waitFor()
  await phone.getByLabel('核对码').fill(code)
  await phone.getByRole('button', { name: '打开' }).click()
  await phone.getByRole('heading', { name: '先看看您的权利和义务' }).waitFor()
}

/** A mediation of a dispute that came to an agreement by word on the spot; other stories play it by hand. Out: its id. */
export async function agreedByWord(clerk: Page, mediator: Page, matterId: string): Promise<string> {
  const mediationId = newId(Date.now())
  const take = (page: Page, name: string, input: object) =>
    move(page, matterId, 'mediate', { mediationId, step: name, input })
  const step = (name: string, input: object) => take(mediator, name, input)
  const { accountId } = (await ask(mediator, 'GET', '/api/session')) as { accountId: string }
  const parties = (await ask(clerk, 'GET', `/api/matters/${matterId}/parties?limit=40`)) as {
    rows: { id: string }[]
  }
  const partyIds = parties.rows.map(({ id }) => id)
  await take(clerk, 'open', {
    ...{ type: 'people', source: 'applied', mediators: [{ accountId, part: 'lead' }], partyIds },
    ...{ story: '空调外机挡了光。', requests: ['移开外机'] },
  })
  for (const partyId of partyIds) {
    const how = { partyId, byId: partyId, way: 'oral', witness: '社区工作人员' }
    await step('tell', how)
    await step('consent', { ...how, topic: 'mediate', answer: true })
  }
  await step('begin', {})
  const draft = {
    ...{ id: newId(Date.now()), kind: 'oral', partyIds, reachedOn: dayOf(Date.now()), whyOral: '当场清结' },
    ...{ facts: '外机影响采光。', issues: '移开外机。', manner: '当场移开', clauses: ['外机已当场移开。'] },
    obligations: [],
  }
  await step('draft', draft)
  await step('signAsMediator', { agreementId: draft.id, version: 1 })
  await step('settle', {})
  return mediationId
}
