/** The longer side of a photo as it is sent, in pixels; enough to read a meter or a notice on the wall. */
const longest = 1600
const quality = 0.8

/** The size a picture is drawn at: within the limit, same shape, never enlarged. */
export function fit(width: number, height: number, limit = longest): { width: number; height: number } {
  const share = Math.min(1, limit / Math.max(width, height, 1))
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) }
}

async function decode(file: Blob): Promise<ImageBitmap | HTMLImageElement> {
  if ('createImageBitmap' in window) {
    try {
      return await createImageBitmap(file, { imageOrientation: 'from-image' })
    } catch {
      // Some browsers open through <img> what they refuse here.
    }
  }
  const image = new Image()
  const url = URL.createObjectURL(file)
  try {
    image.src = url
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(url)
  }
}

/**
 * A photo made small: JPEG, at most 1600 pixels long. Drawing it anew leaves behind where and with what it was taken.
 * Undefined when the browser cannot open the picture.
 */
export async function shrink(file: Blob): Promise<Blob | undefined> {
  try {
    const picture = await decode(file)
    const { width, height } = fit(picture.width, picture.height)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const pen = canvas.getContext('2d')
    if (!pen) return undefined
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, width, height)
    pen.drawImage(picture, 0, 0, width, height)
    if ('close' in picture) picture.close()
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    canvas.width = 0
    return blob ?? undefined
  } catch {
    return undefined
  }
}
