import { readdir, readFile } from 'node:fs/promises'
import { brotliCompressSync, constants } from 'node:zlib'
import { launchChromium } from '#test/browser.ts'
import { makeBed } from './bed.ts'
import type { Figure } from './figure.ts'
import { median, round } from './measure.ts'

const dist = new URL('../dist/', import.meta.url)

/** A slow phone: 400 kbit/s, 400 ms away, a quarter of this machine's speed. */
const slowPhone = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 25_000 }
const slowdown = 4
const sentence = '三号楼二单元楼道灯不亮，老人晚上下楼看不见。'

/** Compressed bytes of the residents' page, and the seconds from scanning to "sent" on a slow phone. */
export async function publicPage(): Promise<Figure[]> {
  const { js, css } = await weigh()
  const seconds = await timeToSend()
  return [
    { figure: 'public-page', value: js, unit: 'bytes of JavaScript (brotli)', css_bytes: css },
    {
      figure: 'public-page-send',
      value: round(median(seconds), 2),
      unit: 's',
      runs: seconds.map((s) => round(s, 2)),
      typing_signs: sentence.length,
    },
  ]
}

/** Everything the page loads, found from its own HTML and the modules those import. */
async function weigh(): Promise<{ js: number; css: number }> {
  const html = await readFile(new URL('public/index.html', dist), 'utf8')
  const names = new Set(
    [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((m) => m[1] ?? ''),
  )
  for (const name of names) {
    if (!name.endsWith('.js')) continue
    const text = await readFile(new URL(name, dist), 'utf8')
    for (const other of await readdir(new URL('assets/', dist)))
      if (other.endsWith('.js') && text.includes(other)) names.add(`assets/${other}`)
  }
  const size = async (end: string) => {
    let sum = 0
    for (const name of names)
      if (name.endsWith(end))
        sum += brotliCompressSync(await readFile(new URL(name, dist)), {
          params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
        }).length
    return sum
  }
  return { js: await size('.js'), css: await size('.css') }
}

async function timeToSend(): Promise<number[]> {
  const bed = await makeBed()
  const browser = await launchChromium()
  try {
    const seconds: number[] = []
    for (let i = 0; i < 3; i++) {
      const context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        locale: 'zh-CN',
        hasTouch: true,
        isMobile: true,
      })
      const page = await context.newPage()
      const cdp = await context.newCDPSession(page)
      await cdp.send('Network.enable')
      await cdp.send('Network.emulateNetworkConditions', slowPhone)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      const began = performance.now()
      await page.goto(`${bed.base}/s/${bed.district}/${bed.places[i] ?? ''}`, { waitUntil: 'commit' })
      await page.getByRole('textbox').first().fill(sentence)
      await page.getByRole('button', { name: /提交|发送/ }).click()
      await page
        .getByText(/\d{4} \d{4} \d{4}/)
        .first()
        .waitFor()
      seconds.push((performance.now() - began) / 1000)
      await context.close()
    }
    return seconds
  } finally {
    await browser.close()
    await bed.stop()
  }
}
