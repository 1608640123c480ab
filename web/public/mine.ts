import { forget, listKeys, recall, remember } from './memory.ts'
import { createStore } from './store.ts'

/** An appeal that was sent from this device, as far as its receipt and this list need it. */
export type Mine = {
  district: number
  number: string
  queryCode: string
  /** The first words of what was written, to tell two appeals apart. */
  words: string
  label: string
  placeCode: string
  holderName: string
  dueAt: string | null
  sentAt: number
}

const key = 'mine'
const most = 30

export const mine = createStore<readonly Mine[]>(recall<Mine[]>(key, []))

function keep(list: readonly Mine[]): void {
  remember(key, list)
  mine.set(list)
}

/** Puts an appeal first in the list of this device. Sent twice, it stands there once. */
export function addMine(entry: Mine): void {
  keep([entry, ...mine.get().filter((m) => m.queryCode !== entry.queryCode)].slice(0, most))
}

/** Forgotten by the device, yet held until the page is left: whoever asks to be forgotten still has to read the code. */
const forgotten = new Map<string, Mine>()

/** One appeal of this device by its number. */
export function findMine(number: string): Mine | undefined {
  return mine.get().find((m) => m.number === number) ?? forgotten.get(number)
}

/** Takes one appeal off the list of this device; the appeal itself goes on. */
export function removeMine(queryCode: string): void {
  for (const m of mine.get()) if (m.queryCode === queryCode) forgotten.set(m.number, m)
  forgetWriting(queryCode)
  keep(mine.get().filter((m) => m.queryCode !== queryCode))
}

/** Half-written answers and ratings go with the appeal they belong to. In: its query code, or its id. */
export function forgetWriting(queryCode: string): void {
  for (const key of listKeys('')) if (key.endsWith(`.${queryCode}`)) forget(key)
}

/** Empties the list of this device. */
export function clearMine(): void {
  for (const m of mine.get()) forgetWriting(m.queryCode)
  keep([])
}
