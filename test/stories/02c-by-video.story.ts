import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { loginAt } from './console-api.ts'
import { meetByVideo, seesOther } from './video.ts'

let bed: Bed
let [clerk, mediator, phone] = [] as unknown as [Page, Page, Page]
let room = ''

describe('a session by video', () => {
  beforeAll(async () => {
    bed = await makeBed()
    clerk = await bed.signedIn(await loginAt(bed, 'communityClerk', '001/001/'))
    mediator = await bed.signedIn(await loginAt(bed, 'mediator', '001/001/TW/'))
    phone = await bed.window('phone')
    const call = await meetByVideo(bed, clerk, mediator)
    room = call.room
    await mediator.goto(`${bed.base}${call.page}`)
    await phone.goto(`${bed.base}${call.link}`)
    await phone.getByLabel('核对码').fill(call.code)
    await phone.getByRole('button', { name: '打开', exact: true }).click()
    await phone.getByRole('button', { name: '进入视频调解室' }).waitFor()
  })
  afterEach(({ task }) => bed.picture(`02c-${task.name.replaceAll(' ', '-').slice(0, 50)}`))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
  })

  it('is entered from the desk and from the link, and each sees the other move', async () => {
    await mediator.getByRole('link', { name: '进入视频调解室' }).click()
    await mediator.waitForURL(/\/calls\//)
    await expectAccessible(mediator, 'before the video room at the desk')
    await mediator.getByRole('button', { name: '打开摄像头，进入' }).click()
    await mediator.getByText('现在只有您一个人').waitFor()
    await phone.getByRole('button', { name: '进入视频调解室' }).click()
    await expectAccessible(phone, 'before the video room on a phone')
    await phone.getByRole('button', { name: '打开摄像头，进入' }).click()
    await seesOther(mediator)
    await seesOther(phone)
    await expectAccessible(mediator, 'the video room at the desk')
    await expectAccessible(phone, 'the video room on a phone')
    await bed.picture('02c-both')
    await phone.getByRole('button', { name: '大字' }).click()
    await expectAccessible(phone, 'the video room in large type')
    await bed.picture('02c-large')
  })

  it('who leaves is gone for the other, and may come again', async () => {
    await phone.getByRole('button', { name: '离开' }).click()
    await phone.getByText('您已离开视频调解室。').waitFor()
    await mediator.getByText('现在只有您一个人').waitFor()
    await phone.getByRole('button', { name: '再进入' }).click()
    await seesOther(mediator)
    await seesOther(phone)
  })

  it('without a network it says so and goes on by itself afterwards', async () => {
    await phone.context().setOffline(true)
    await phone.getByText('网络断了，正在重连').waitFor()
    await bed.picture('02c-lost')
    await phone.context().setOffline(false)
    await phone.getByText('网络断了，正在重连').waitFor({ state: 'detached' })
    await seesOther(phone)
    bed.faults.splice(
      0,
      bed.faults.length,
      ...bed.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(String(fault))),
    )
  })

  it('a camera that is not allowed or not there is told with what to do, and the meeting elsewhere stays', async () => {
    for (const [name, words] of [
      ['NotAllowedError', '摄像头或麦克风没有允许'],
      ['NotFoundError', '没有找到摄像头和麦克风'],
      ['NotReadableError', '正被别的程序占用'],
    ] as const) {
      await mediator.goto(`${bed.base}${room}`)
      await mediator.getByRole('button', { name: '打开摄像头，进入' }).waitFor()
      await mediator.evaluate((kind) => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', kind))
      }, name)
      await mediator.getByRole('button', { name: '打开摄像头，进入' }).click()
      await mediator.getByText(words).waitFor()
      await mediator.getByText('会议号 000 000').waitFor()
    }
    await expectAccessible(mediator, 'a camera that is missing')
    await bed.picture('02c-no-camera')
  })

  it('the camera is for these pages alone', async () => {
    const policyOf = async (path: string) =>
      (await mediator.request.get(`${bed.base}${path}`)).headers()['permissions-policy']
    expect(await policyOf(room)).toBe('camera=(self), microphone=(self)')
    expect(await policyOf(new URL(phone.url()).pathname)).toBe('camera=(self), microphone=(self)')
    for (const path of ['/console/', '/console/mediations', '/', room.replace('/calls/', '/rooms/')])
      expect(await policyOf(path)).toBe('camera=(), microphone=()')
  })
})
