import qrcode from 'qrcode-generator'

/** What stands on the slip, in the order from above. */
export type Slip = {
  brand: string
  title: string
  place: string
  codeLabel: string
  code: string
  lines: readonly string[]
  scan: string
  url: string
}

const width = 720
const height = 1040
const faces = '"PingFang SC","HarmonyOS Sans SC",MiSans,"Microsoft YaHei","Noto Sans CJK SC",sans-serif'

/** Breaks a line where it would leave the paper; by letters, as Chinese allows. */
function broken(pen: CanvasRenderingContext2D, text: string, room: number): string[] {
  const lines = ['']
  for (const letter of text) {
    const last = lines.length - 1
    if (pen.measureText(lines[last] + letter).width > room) lines.push(letter)
    else lines[last] += letter
  }
  return lines
}

function drawQr(pen: CanvasRenderingContext2D, url: string, x: number, y: number, size: number): void {
  const qr = qrcode(0, 'M')
  qr.addData(url)
  qr.make()
  const count = qr.getModuleCount()
  const step = Math.floor(size / count)
  const edge = Math.floor((size - step * count) / 2)
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (qr.isDark(row, column)) pen.fillRect(x + edge + column * step, y + edge + row * step, step, step)
    }
  }
}

/** Draws the slip to keep in the album. Out: a PNG, or undefined when the browser cannot draw. */
export async function drawSlip(slip: Slip): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  const write = (text: string, y: number, font: string, colour: string) => {
    pen.font = `${font} ${faces}`
    pen.fillStyle = colour
    let at = y
    for (const line of broken(pen, text, width - 112)) {
      pen.fillText(line, width / 2, at)
      at += 40
    }
    return at
  }
  pen.fillStyle = '#FAFAF7'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#1F5F5B'
  pen.fillRect(0, 0, width, 16)
  pen.textAlign = 'center'
  write(`${slip.brand} · ${slip.title}`, 88, 'bold 36px', '#1B2A33')
  write(slip.place, 138, '26px', '#51616B')
  write(slip.codeLabel, 220, '28px', '#51616B')
  write(slip.code, 296, 'bold 68px', '#1F5F5B')
  let y = 372
  for (const line of slip.lines) y = write(line, y, '28px', '#1B2A33') + 6
  pen.fillStyle = '#FFF'
  pen.fillRect(190, 560, 340, 340)
  pen.fillStyle = '#1B2A33'
  drawQr(pen, slip.url, 206, 576, 308)
  write(slip.scan, 956, '28px', '#51616B')
  return (await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))) ?? undefined
}
