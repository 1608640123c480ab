/** The first bytes of an OLE compound file: old .xls, and every Office file locked with a password. */
export const compoundMagic = Buffer.from('d0cf11e0a1b11ae1', 'hex')

const notASector = 0xffff_fff0
const entrySize = 128
/** Enough for any directory of a workbook; a chain that runs in a ring ends here. */
const mostDirectorySectors = 4096

/**
 * Names of the streams and folders in a compound file ([MS-CFB] 2.2, 2.3, 2.6). In: a function that reads so many bytes
 * at a position (fewer at the end of the file). Out: the names; [] where the directory cannot be followed.
 */
export async function listCompoundNames(
  read: (at: number, length: number) => Promise<Buffer>,
): Promise<string[]> {
  const header = await read(0, 512)
  const shift = header.length < 512 ? 0 : header.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) return []
  const size = 1 << shift
  const sectorAt = (number: number) => read((number + 1) * size, size)
  const names: string[] = []
  let sector = header.readUInt32LE(48)
  for (let step = 0; sector < notASector && step < mostDirectorySectors; step++) {
    const bytes = await sectorAt(sector)
    for (let at = 0; at + entrySize <= bytes.length; at += entrySize) {
      const length = bytes.readUInt16LE(at + 64)
      if (length >= 2 && length <= 64 && bytes[at + 66] !== 0)
        names.push(bytes.toString('utf16le', at, at + length - 2))
    }
    const perSector = size / 4
    const index = Math.floor(sector / perSector)
    // the first 109 sectors of the allocation table stand in the header; a directory beyond them is not followed
    if (index >= 109) break
    const table = await sectorAt(header.readUInt32LE(76 + index * 4))
    const at = (sector % perSector) * 4
    sector = at + 4 <= table.length ? table.readUInt32LE(at) : notASector
  }
  return names
}
