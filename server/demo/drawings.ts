import sharp from 'sharp'
import { scenes } from './scenes.ts'

/** Pictures ready to be attached; each is given out a few times and then no more. */
export type Drawings = { take: (name: string) => Buffer | undefined }

const copies = 2

export async function drawAll(): Promise<Drawings> {
  const drawn = await Promise.all(
    Object.entries(scenes).map(async ([name, body]) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 720" width="960" height="720">${body}</svg>`
      return [name, await sharp(Buffer.from(svg)).png({ compressionLevel: 3 }).toBuffer()] as const
    }),
  )
  const pictures = new Map(drawn)
  const given = new Map<string, number>()
  return {
    take: (name) => {
      const count = given.get(name) ?? 0
      given.set(name, count + 1)
      return count < copies ? pictures.get(name) : undefined
    },
  }
}
