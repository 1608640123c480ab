import sharp from 'sharp'
import type { Picture } from '#domain/document/document.ts'

export type Drawn = { bytes: Buffer; type: 'png' | 'jpg'; width: number; height: number }

/** A picture as it can be set in a document: turned upright, small enough to print. Undefined when it is none. */
export async function drawn(picture: Picture, isPhoto: boolean): Promise<Drawn | undefined> {
  const side = isPhoto ? 1800 : 900
  try {
    const image = sharp(picture, { limitInputPixels: 60_000_000, failOn: 'error' })
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    const { data, info } = await (isPhoto
      ? image.flatten({ background: '#fff' }).jpeg({ quality: 82 })
      : image.png()
    ).toBuffer({ resolveWithObject: true })
    return { bytes: data, type: isPhoto ? 'jpg' : 'png', width: info.width, height: info.height }
  } catch {
    return undefined
  }
}

export const notDrawn = '（图像无法显示）'

/** Its sides in millimetres: as wide as wished, no higher than there is room. */
export function sidesOf(picture: Drawn, widthMm: number, heightMm: number): [number, number] {
  const ratio = picture.height / picture.width
  const width = Math.min(widthMm, heightMm / ratio)
  return [width, width * ratio]
}
