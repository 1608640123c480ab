import qrcode from 'qrcode-generator'

/** A QR code as one path in squares of one, with the quiet margin of four. In: what it says. Out: the path, and the side of the whole. */
export function qrPath(text: string): { path: string; size: number } {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  let path = ''
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      if (code.isDark(row, column)) path += `M${column + 4} ${row + 4}h1v1h-1z`
  return { path, size: count + 8 }
}
