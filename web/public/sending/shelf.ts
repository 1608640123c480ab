import type { Refusal } from '#domain/refusal.ts'
import { forget, recall, remember } from '../memory.ts'
import { newId } from '../new-id.ts'
import { createStore, type Store } from '../store.ts'
import { dropBlob, findBlob, keepBlob } from './blobs.ts'
import { shrink } from './shrink.ts'
import { uploadPhoto } from './upload.ts'

export const mostPhotos = 9

/** One photo on its way. `kept`: it rests on this device until the network is back. */
export type Photo = {
  id: string
  phase: 'shrinking' | 'kept' | 'uploading' | 'done' | 'unreadable' | 'refused'
  /** How much of it has gone up, 0 to 1. */
  share: number
  url: string | null
  refusal?: Refusal
}

export type Settled = { ready: string[] } | { waiting: true; seconds?: number } | { stuck: Photo }

/** The photos that belong to one thing being written: they go up at once, beside the writing, and survive a closed page. */
export type Shelf = {
  photos: Store<readonly Photo[]>
  add: (files: readonly File[]) => Promise<void>
  remove: (id: string) => void
  retry: (id: string) => Promise<void>
  /** Tries what has not gone up yet. Out: all ids, or that some wait for the network, or the one that needs a decision. */
  settle: () => Promise<Settled>
  /** Forgets which ones had gone up: the server no longer has them. */
  redo: () => void
  clear: () => void
}

const shelves = new Map<string, Shelf>()

/** The shelf of one draft; the same key is the same shelf. */
export function shelfOf(key: string, district: number): Shelf {
  const found = shelves.get(key)
  if (found) return found
  const shelf = openShelf(`photos.${key}`, district)
  shelves.set(key, shelf)
  return shelf
}

function openShelf(key: string, district: number): Shelf {
  const photos = createStore<readonly Photo[]>([])
  const running = new Map<string, Promise<{ seconds?: number } | undefined>>()
  const find = (id: string) => photos.get().find((photo) => photo.id === id)

  const save = () => {
    const rows = photos.get().filter((p) => p.phase !== 'unreadable' && p.phase !== 'shrinking')
    if (rows.length === 0) forget(key)
    else
      remember(
        key,
        rows.map((p) => ({ id: p.id, done: p.phase === 'done' })),
      )
  }
  const change = (id: string, part: Partial<Photo>) =>
    photos.set((before) => before.map((photo) => (photo.id === id ? { ...photo, ...part } : photo)))

  async function send(id: string): Promise<{ seconds?: number } | undefined> {
    const blob = await findBlob(id)
    if (!blob) {
      change(id, { phase: 'unreadable' })
      return undefined
    }
    change(id, { phase: 'uploading', share: 0 })
    const outcome = await uploadPhoto(district, id, blob, (share) => change(id, { share }))
    if ('ok' in outcome) change(id, { phase: 'done', share: 1 })
    else if ('refused' in outcome) change(id, { phase: 'refused', refusal: outcome.refused })
    else change(id, { phase: 'kept', share: 0 })
    save()
    return 'unreached' in outcome
      ? outcome.seconds === undefined
        ? {}
        : { seconds: outcome.seconds }
      : undefined
  }

  /** One upload of a photo at a time, however often it is asked for. */
  function upload(id: string) {
    const going = running.get(id)
    if (going) return going
    const promise = send(id).finally(() => running.delete(id))
    running.set(id, promise)
    return promise
  }

  const restoring = (async () => {
    for (const { id, done } of recall<{ id: string; done: boolean }[]>(key, [])) {
      const blob = await findBlob(id)
      if (!blob && !done) continue
      const photo: Photo = {
        id,
        phase: done ? 'done' : 'kept',
        share: done ? 1 : 0,
        url: blob ? URL.createObjectURL(blob) : null,
      }
      photos.set((before) => [...before.filter((p) => p.id !== id), photo])
      if (!done) void upload(id)
    }
  })()

  addEventListener('online', () => {
    for (const photo of photos.get()) if (photo.phase === 'kept') void upload(photo.id)
  })

  let last: Promise<unknown> = restoring

  async function take(id: string, file: File): Promise<void> {
    const small = await shrink(file)
    if (!find(id)) return
    if (!small) return change(id, { phase: 'unreadable' })
    await keepBlob(id, small)
    change(id, { phase: 'kept', url: URL.createObjectURL(small) })
    save()
    void upload(id)
  }

  const letGo = (photo: Photo | undefined) => {
    if (!photo) return
    if (photo.url) URL.revokeObjectURL(photo.url)
    void dropBlob(photo.id)
  }

  return {
    photos,
    async add(files) {
      const room = Math.max(0, mostPhotos - photos.get().length)
      const taken = files.slice(0, room).map((file) => ({ id: newId(), file }))
      const fresh: Photo[] = taken.map(({ id }) => ({ id, phase: 'shrinking', share: 0, url: null }))
      photos.set((before) => [...before, ...fresh])
      // One after the other: two large pictures open at once are too much for a small phone.
      for (const { id, file } of taken) last = last.then(() => take(id, file))
      await last
    },
    remove(id) {
      letGo(find(id))
      photos.set((before) => before.filter((photo) => photo.id !== id))
      save()
    },
    async retry(id) {
      await upload(id)
    },
    async settle() {
      await restoring
      await last
      let waiting: { seconds?: number } | undefined
      for (const { id } of photos.get().filter((p) => p.phase === 'kept' || p.phase === 'uploading')) {
        waiting = (await upload(id)) ?? waiting
        if (waiting) break
      }
      if (waiting) return { waiting: true, ...waiting }
      const stuck = photos.get().find((p) => p.phase === 'refused' || p.phase === 'unreadable')
      if (stuck) return { stuck }
      return { ready: photos.get().map((photo) => photo.id) }
    },
    redo() {
      photos.set((before) => before.map((p) => (p.phase === 'done' ? { ...p, phase: 'kept', share: 0 } : p)))
      save()
    },
    clear() {
      for (const photo of photos.get()) letGo(photo)
      photos.set([])
      save()
    },
  }
}
