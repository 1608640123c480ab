type Point = { x: number; y: number }

/** A name drawn by hand: what can be asked of it. */
export type Ink = {
  isEmpty: () => boolean
  clear: () => void
  /** Puts a photograph of a signature in its place, in plain black and white. */
  put: (photo: ImageBitmap) => void
  /** As a picture in a data address: black on white, whatever the light of the page. */
  picture: () => string
  stop: () => void
}

/** The picture that is kept, in its own pixels, whatever the screen. */
const size = { width: 640, height: 256 } as const
const thick = 5

function drawStroke(pen: CanvasRenderingContext2D, stroke: readonly Point[]): void {
  const [first] = stroke
  if (!first) return
  pen.beginPath()
  if (stroke.length === 1) {
    pen.arc(first.x, first.y, thick / 2, 0, 2 * Math.PI)
    pen.fill()
    return
  }
  pen.moveTo(first.x, first.y)
  for (const [i, point] of stroke.entries()) {
    const next = stroke[i + 1] ?? point
    pen.quadraticCurveTo(point.x, point.y, (point.x + next.x) / 2, (point.y + next.y) / 2)
  }
  pen.stroke()
}

/** As large as it fits; grey becomes black or white, so that paper is no shade and the picture stays small. */
function putPhoto(pen: CanvasRenderingContext2D, photo: ImageBitmap): void {
  const scale = Math.min(size.width / photo.width, size.height / photo.height)
  const [width, height] = [photo.width * scale, photo.height * scale]
  pen.drawImage(photo, (size.width - width) / 2, (size.height - height) / 2, width, height)
  const image = pen.getImageData(0, 0, size.width, size.height)
  const { data } = image
  const light = (i: number) => (data[i] ?? 0) * 0.3 + (data[i + 1] ?? 0) * 0.6 + (data[i + 2] ?? 0) * 0.1
  let sum = 0
  for (let i = 0; i < data.length; i += 4) sum += light(i)
  const limit = (sum / (data.length / 4)) * 0.75
  for (let i = 0; i < data.length; i += 4) data.fill(light(i) < limit ? 17 : 255, i, i + 3)
  pen.putImageData(image, 0, 0)
}

/** Lets a finger, a pen or a mouse write on a canvas. In: the canvas, and what to call when something was written or wiped. */
export function inkOn(canvas: HTMLCanvasElement, onChange: () => void): Ink {
  canvas.width = size.width
  canvas.height = size.height
  const pen = canvas.getContext('2d')
  const strokes: Point[][] = []
  let now: Point[] | undefined
  let isPhoto = false

  const paint = () => {
    if (!pen) return
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, size.width, size.height)
    pen.fillStyle = '#111'
    pen.strokeStyle = '#111'
    pen.lineWidth = thick
    pen.lineCap = 'round'
    pen.lineJoin = 'round'
    for (const stroke of strokes) drawStroke(pen, stroke)
  }
  const at = (event: PointerEvent): Point => {
    const box = canvas.getBoundingClientRect()
    return {
      x: ((event.clientX - box.left) / box.width) * size.width,
      y: ((event.clientY - box.top) / box.height) * size.height,
    }
  }
  const down = (event: PointerEvent) => {
    // a second finger or the palm writes nothing
    if (now || event.button > 0) return
    if (isPhoto) isPhoto = false
    event.preventDefault()
    try {
      canvas.setPointerCapture(event.pointerId)
    } catch {
      // a pointer that is gone already still leaves its dot
    }
    now = [at(event)]
    strokes.push(now)
    paint()
  }
  const move = (event: PointerEvent) => {
    if (!now) return
    now.push(at(event))
    paint()
  }
  const up = () => {
    if (!now) return
    now = undefined
    onChange()
  }
  paint()
  canvas.addEventListener('pointerdown', down)
  canvas.addEventListener('pointermove', move)
  canvas.addEventListener('pointerup', up)
  canvas.addEventListener('pointercancel', up)
  return {
    isEmpty: () => strokes.length === 0 && !isPhoto,
    put: (photo) => {
      strokes.length = 0
      paint()
      if (pen) putPhoto(pen, photo)
      isPhoto = true
      onChange()
    },
    clear: () => {
      isPhoto = false
      strokes.length = 0
      now = undefined
      paint()
      onChange()
    },
    picture: () => canvas.toDataURL('image/png'),
    stop: () => {
      canvas.removeEventListener('pointerdown', down)
      canvas.removeEventListener('pointermove', move)
      canvas.removeEventListener('pointerup', up)
      canvas.removeEventListener('pointercancel', up)
    },
  }
}
