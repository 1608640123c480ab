import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { newId } from '#server/ids.ts'
import type { Bed } from './bed.ts'
import { ask } from './console-api.ts'
import { disputeWith, move } from './mediation.ts'

/** Waits until a picture of somebody else really moves. */
export async function seesOther(page: Page): Promise<void> {
  const video = page.locator('.call-tile[data-mine=no] video')
  await video.waitFor()
  const at = () =>
    video.evaluate((one) => {
      const { videoWidth, currentTime, paused } = one as HTMLVideoElement
      return { videoWidth, currentTime, paused }
    })
  await expect.poll(async () => (await at()).videoWidth, { timeout: 15_000 }).toBeGreaterThan(0)
  const first = (await at()).currentTime
  await expect.poll(async () => (await at()).currentTime, { timeout: 10_000 }).toBeGreaterThan(first)
  expect((await at()).paused).toBe(false)
}

/**
 * A mediation of two parties with a session by video. Out: the page of the mediation, the room of the mediator, and the link of the
 * second party with its check code.
 */
export async function meetByVideo(
  bed: Bed,
  clerk: Page,
  mediator: Page,
): Promise<{ page: string; room: string; link: string; code: string }> {
  const { id } = await disputeWith(bed, clerk, '两地合伙账算不清', ['林小满'], ['周大友'])
  const offered = (await ask(clerk, 'GET', `/api/matters/${id}/mediations`)) as {
    mediators: { accountId: string; name: string }[]
  }
  const accountId = offered.mediators.find(({ name }) => name === '秦玉兰')?.accountId
  const parties = (await ask(clerk, 'GET', `/api/matters/${id}/parties?limit=10`)) as {
    rows: { id: string }[]
  }
  const partyIds = parties.rows.map((row) => row.id)
  const mediationId = newId(Date.now())
  const step = (who: Page, name: string, input: object) =>
    move(who, id, 'mediate', { mediationId, step: name, input })
  await step(clerk, 'open', {
    ...{ type: 'people', source: 'applied', mediators: [{ accountId, part: 'lead' }] },
    ...{ partyIds, story: '合伙账算不清', requests: [] },
  })
  for (const partyId of partyIds) {
    const how = { partyId, byId: partyId, way: 'oral', witness: '网格员' }
    await step(mediator, 'tell', how)
    await step(mediator, 'consent', { ...how, topic: 'mediate', answer: true })
    await step(mediator, 'consent', { ...how, topic: 'mediator', answer: true })
  }
  await step(mediator, 'begin', {})
  const sessionId = newId(Date.now())
  await step(mediator, 'schedule', {
    ...{ id: sessionId, kind: 'joint', way: 'video', minutes: 60, partyIds, place: '会议号 000 000' },
    startsAt: new Date(Date.now() + 3_600_000).toISOString(),
  })
  const made = (await ask(mediator, 'POST', `/api/matters/${id}/mediations/${mediationId}/links`, {
    ...{ commandId: newId(Date.now()), partyId: partyIds[1] },
  })) as { url: string; code: string }
  const page = `/console/matters/${id}/mediations/${mediationId}`
  const { url, code } = made
  return { page, room: `${page}/calls/${sessionId}`, link: new URL(url).pathname, code }
}
