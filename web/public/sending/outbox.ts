import type { Refusal } from '#domain/refusal.ts'
import { type Receipt, sendAppeal } from '../api.ts'
import { forget, listKeys, recall, remember } from '../memory.ts'
import { addMine } from '../mine.ts'
import { newId } from '../new-id.ts'
import { digitsOf } from '../read-typed.ts'
import { createStore, type Store } from '../store.ts'
import { bodyOf, type Draft, newDraft, reopened, waitMs } from './draft.ts'
import { type Shelf, shelfOf } from './shelf.ts'

/** What the page says about a draft that is being sent. */
export type Sending =
  | { phase: 'photos' | 'posting' }
  | { phase: 'waiting'; why: 'network' | 'server' | 'busy' }
  | { phase: 'stuck' }

/** One thing being written, from the first letter until the server has it. */
export type Parcel = {
  draft: Store<Draft>
  sending: Store<Sending | undefined>
  refusal: Store<Refusal | undefined>
  /** False when the browser keeps nothing: then the page must stay open. */
  isKept: Store<boolean>
  shelf: Shelf
  write: (part: Partial<Draft>) => void
  /** The place in words, once it is known. */
  label: (label: string) => void
  send: () => void
  retry: () => void
  /** Back to writing; only while nothing can have arrived. */
  mend: () => void
}

const parcels = new Map<string, Parcel>()
const flushers = new Set<() => void>()

/** The newest receipt of this page, whichever draft it came from. */
export const arrived = createStore<(Receipt & { district: number; placeCode: string }) | undefined>(undefined)

/** The parcel of one stairwell; the same place is the same parcel. */
export function parcelOf(district: number, placeCode: string): Parcel {
  const key = `${district}.${placeCode}`
  const found = parcels.get(key)
  if (found) return found
  const parcel = openParcel(key, district, placeCode)
  parcels.set(key, parcel)
  return parcel
}

function openParcel(key: string, district: number, placeCode: string): Parcel {
  const blank = () => newDraft(district, placeCode, newId)
  const draft = createStore<Draft>({ ...blank(), ...recall<Partial<Draft>>(`draft.${key}`, {}) })
  const sending = createStore<Sending | undefined>(undefined)
  const refusal = createStore<Refusal | undefined>(undefined)
  const isKept = createStore(true)
  const shelf = shelfOf(key, district)
  let failures = 0
  let timer = 0
  let going = false

  const save = (next: Draft) => {
    draft.set(next)
    isKept.set(remember(`draft.${key}`, next))
  }
  const wait = (why: 'network' | 'server' | 'busy', seconds?: number) => {
    failures += 1
    sending.set({ phase: 'waiting', why })
    clearTimeout(timer)
    timer = window.setTimeout(flush, seconds === undefined ? waitMs(failures) : seconds * 1000)
  }

  function done(receipt: Receipt) {
    const { words, label } = draft.get()
    const queryCode = digitsOf(receipt.queryCode)
    addMine({
      ...receipt,
      queryCode,
      district,
      placeCode,
      label,
      words: words.trim().slice(0, 24),
      sentAt: Date.now(),
    })
    forget(`draft.${key}`)
    draft.set(blank())
    shelf.clear()
    failures = 0
    sending.set(undefined)
    arrived.set({ ...receipt, queryCode, district, placeCode })
  }

  function refused(why: Refusal) {
    sending.set(undefined)
    refusal.set(why)
    save(reopened(draft.get(), newId))
  }

  async function attempt(again = true): Promise<void> {
    sending.set({ phase: 'photos' })
    const photos = await shelf.settle()
    // Going back to writing while photos went up.
    if (draft.get().stage === 'writing') return sending.set(undefined)
    if ('waiting' in photos) return wait(navigator.onLine ? 'server' : 'network', photos.seconds)
    if ('stuck' in photos) return sending.set({ phase: 'stuck' })
    save({ ...draft.get(), stage: 'tried' })
    sending.set({ phase: 'posting' })
    const outcome = await sendAppeal(district, bodyOf(draft.get(), photos.ready))
    if ('ok' in outcome) return done(outcome.ok)
    if ('unreached' in outcome) return wait(outcome.unreached, outcome.seconds)
    if (outcome.refused.refused === 'fileMissing' && again) {
      shelf.redo()
      return await attempt(false)
    }
    refused(outcome.refused)
  }

  function flush() {
    if (going || draft.get().stage === 'writing') return
    going = true
    clearTimeout(timer)
    void attempt().finally(() => {
      going = false
    })
  }
  flushers.add(flush)

  return {
    draft,
    sending,
    refusal,
    isKept,
    shelf,
    write(part) {
      if (draft.get().stage !== 'writing') return
      refusal.set(undefined)
      save({ ...draft.get(), ...part })
    },
    label(label) {
      if (draft.get().label !== label) draft.set({ ...draft.get(), label })
    },
    send() {
      if (draft.get().stage === 'writing') save({ ...draft.get(), stage: 'sending' })
      flush()
    },
    retry: flush,
    mend() {
      if (draft.get().stage !== 'sending') return
      clearTimeout(timer)
      sending.set(undefined)
      save({ ...draft.get(), stage: 'writing' })
    },
  }
}

function flushAll(): void {
  for (const flush of flushers) flush()
}

/** Everything that has been sent off and has not arrived. */
export function listWaiting(): Draft[] {
  return [...parcels.values()]
    .map((parcel) => parcel.draft.get())
    .filter((draft) => draft.stage !== 'writing')
}

/** Picks up what an earlier visit could not send, and tries again whenever the network or the person comes back. */
export function keepSending(): void {
  for (const key of listKeys('draft.')) {
    const draft = recall<Draft | undefined>(key, undefined)
    if (draft && draft.stage !== 'writing') parcelOf(draft.district, draft.placeCode)
  }
  addEventListener('online', flushAll)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') flushAll()
  })
  flushAll()
}
