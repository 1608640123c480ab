import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { type Refusal, refuse } from '#domain/refusal.ts'

export type Cleaned = {
  mime: string
  bytes: Buffer
  small: Buffer | null
  width: number | null
  height: number | null
}

/** Longest side in pixels of what is kept, and of the small picture shown in lists. */
const sides = { full: 2400, small: 480 }
const images = new Set(['image/jpeg', 'image/png', 'image/webp'])

/**
 * Looks at what a file is (never at what it says it is) and makes it safe: photographs are drawn anew, so that place,
 * camera and anything hidden in them are gone. Refusal: `badFile` (facts: the name).
 */
export async function cleaned(bytes: Buffer, name: string, mayBePdf: boolean): Promise<Cleaned | Refusal> {
  const type = await fileTypeFromBuffer(bytes)
  if (mayBePdf && type?.mime === 'application/pdf')
    return { mime: type.mime, bytes, small: null, width: null, height: null }
  if (!type || !images.has(type.mime)) return refuse('badFile', { name: name.slice(0, 60) }, 'file')
  try {
    const image = sharp(bytes, { limitInputPixels: 60_000_000, failOn: 'error' }).rotate()
    const fit = (side: number) =>
      ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const
    const full = await image
      .clone()
      .resize(fit(sides.full))
      .jpeg({ quality: 84 })
      .toBuffer({ resolveWithObject: true })
    const small = await sharp(full.data).resize(fit(sides.small)).jpeg({ quality: 76 }).toBuffer()
    return { mime: 'image/jpeg', bytes: full.data, small, width: full.info.width, height: full.info.height }
  } catch {
    return refuse('badFile', { name: name.slice(0, 60) }, 'file')
  }
}
