import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '#server/ids.ts'
import type { Bed } from './bed.ts'

/** What somebody of the crowd was told when the appeal was acknowledged. */
export type Told = { id: string; matterId: string; number: string; queryCode: string }

export type Crowd = {
  told: Told[]
  /** Answers that were no acknowledgement, by status; 0: none came. */
  setbacks: Map<number, number>
  stop(): Promise<void>
}

/** So many people at stairwells who speak one after another, and send again as it was until they are told a number. */
export function gather(bed: Bed, lanes: number): Crowd {
  const [, , district = '', placeCode = ''] = bed.publicPath.split('/')
  const told: Told[] = []
  const setbacks = new Map<number, number>()
  const ending = new AbortController()

  async function send(body: object): Promise<{ number: string; queryCode: string }> {
    for (;;) {
      let status = 0
      try {
        const answer = await fetch(`${bed.base}/api/public/${district}/appeals`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-maple': '1' },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(15_000),
        })
        status = answer.status
        if (answer.ok) return (await answer.json()) as { number: string; queryCode: string }
      } catch {} // not there
      if (status >= 400 && status < 500) throw new Error(`an appeal of the crowd was refused: ${status}`)
      setbacks.set(status, (setbacks.get(status) ?? 0) + 1)
      await sleep(100)
    }
  }

  async function lane(first: number): Promise<void> {
    for (let i = first; !ending.signal.aborted; i += lanes) {
      const now = Date.now()
      const ids = { id: newId(now), matterId: newId(now), commandId: newId(now) }
      const words = `早上第 ${i} 个人说：楼下的垃圾桶又满了，请来清一清。`
      const answer = await send({ ...ids, placeCode, words, phone: '19900001234', files: [] })
      told.push({ id: ids.id, matterId: ids.matterId, ...answer })
      await sleep(20)
    }
  }

  const running = Promise.all(Array.from({ length: lanes }, (_, i) => lane(i)))
  running.catch(() => undefined) // said by stop
  return {
    told,
    setbacks,
    async stop() {
      ending.abort()
      await running
    },
  }
}
