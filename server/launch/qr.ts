import qrcode from 'qrcode-generator'

/** A QR code as lines of text, two modules a character, dark on light whatever the terminal's colours. */
export function printQr(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const margin = 2
  const isDark = (row: number, column: number) =>
    row >= 0 && column >= 0 && row < size && column < size && code.isDark(row, column)
  const lines: string[] = []
  for (let row = -margin; row < size + margin; row += 2) {
    let line = ''
    for (let column = -margin; column < size + margin; column++) {
      const [upper, lower] = [isDark(row, column), isDark(row + 1, column)]
      line += upper ? (lower ? '█' : '▀') : lower ? '▄' : ' '
    }
    // black on white, since scanners do not read the inverse reliably
    lines.push(`  \u001b[30;107m${line}\u001b[0m`)
  }
  return lines.join('\n')
}
