import qrcode from 'qrcode-generator'

/** A QR code as rows of dark and light. Long texts are coded with less redundancy; over 2,900 bytes there is no code. */
export function qrRows(text: string): boolean[][] {
  const code = qrcode(0, Buffer.byteLength(text) > 300 ? 'L' : 'M')
  code.addData(text)
  code.make()
  const numbers = Array.from({ length: code.getModuleCount() }, (_, at) => at)
  return numbers.map((row) => numbers.map((column) => code.isDark(row, column)))
}

/** The code as a drawing with its quiet margin of four. */
export function qrSvg(text: string): string {
  const rows = qrRows(text)
  const side = rows.length + 8
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + 4} ${y + 4}h1v1h-1z` : '')))
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 8}" height="${side * 8}" shape-rendering="crispEdges"><path fill="#000" d="${path}"/></svg>`
}
