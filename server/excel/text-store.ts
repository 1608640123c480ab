import { refuse } from '#domain/refusal.ts'
import { WorkbookRefused } from './refused.ts'

const pageSize = 4 * 1024 * 1024
const mostPages = 64
/** Excel's own limit of a cell. */
const longestCell = 32_767

/**
 * The texts that the cells of a workbook share, by number. They are kept as UTF-8 outside the heap: a million strings on
 * it took three times the room and were marked again by every garbage collection. Throws WorkbookRefused(tooBigExcel)
 * beyond 256 MB.
 */
export class TextStore {
  readonly #pages: Buffer[] = []
  #used = pageSize
  #starts = new Float64Array(1024)
  #lengths = new Uint32Array(1024)
  #count = 0
  /** Whether a text was asked for that had not been added. */
  hasMissed = false

  add(text: string): void {
    const kept = text.length > longestCell ? text.slice(0, longestCell) : text
    const worst = kept.length * 3
    if (this.#used + worst > pageSize) {
      if (this.#pages.length >= mostPages)
        throw new WorkbookRefused(refuse('tooBigExcel', { megabytes: 256, most: 256 }))
      this.#pages.push(Buffer.allocUnsafeSlow(pageSize))
      this.#used = 0
    }
    if (this.#count === this.#starts.length) this.#grow()
    const page = this.#pages.at(-1) as Buffer
    const length = page.write(kept, this.#used, 'utf8')
    this.#starts[this.#count] = (this.#pages.length - 1) * pageSize + this.#used
    this.#lengths[this.#count] = length
    this.#count++
    this.#used += length
  }

  get count(): number {
    return this.#count
  }

  /** The text of a number; '' for a number nobody gave. */
  at(index: number): string {
    if (!(index >= 0 && index < this.#count)) {
      this.hasMissed = true
      return ''
    }
    const start = this.#starts[index] as number
    const page = this.#pages[Math.floor(start / pageSize)] as Buffer
    const from = start % pageSize
    return page.toString('utf8', from, from + (this.#lengths[index] as number))
  }

  #grow(): void {
    const starts = new Float64Array(this.#count * 2)
    const lengths = new Uint32Array(this.#count * 2)
    starts.set(this.#starts)
    lengths.set(this.#lengths)
    this.#starts = starts
    this.#lengths = lengths
  }
}
