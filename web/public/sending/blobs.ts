/**
 * The bytes of photos that wait to be sent, in IndexedDB, so that a closed page loses nothing. Where the browser offers
 * none they stay in memory, and only until the page is closed.
 */
const inMemory = new Map<string, Blob>()

let opening: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('maple', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('photo')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opening
}

async function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await open()
  return await new Promise<T>((resolve, reject) => {
    const transaction = db.transaction('photo', mode)
    const request = act(transaction.objectStore('photo'))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error)
    transaction.onerror = () => reject(transaction.error)
  })
}

/** Keeps the bytes of a photo. Out: whether they will outlive the page. */
export async function keepBlob(id: string, blob: Blob): Promise<boolean> {
  inMemory.set(id, blob)
  try {
    await inStore('readwrite', (store) => store.put(blob, id))
    return true
  } catch {
    return false
  }
}

/** The bytes of a photo, or undefined when they are gone. */
export async function findBlob(id: string): Promise<Blob | undefined> {
  const held = inMemory.get(id)
  if (held) return held
  try {
    return await inStore<Blob | undefined>('readonly', (store) => store.get(id))
  } catch {
    return undefined
  }
}

/** Lets the bytes of a photo go. */
export async function dropBlob(id: string): Promise<void> {
  inMemory.delete(id)
  try {
    await inStore('readwrite', (store) => store.delete(id))
  } catch {
    // Nothing was kept.
  }
}
