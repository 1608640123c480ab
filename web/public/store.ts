import { useLayoutEffect, useState } from 'preact/hooks'

/** One value that several parts of the page watch. */
export type Store<T> = {
  get: () => T
  set: (next: T | ((before: T) => T)) => void
  watch: (listener: () => void) => () => void
}

/** Makes a store. In: its first value. Out: read, write (tells the watchers when the value differs), watch. */
export function createStore<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      const after = typeof next === 'function' ? (next as (before: T) => T)(value) : next
      if (after === value) return
      value = after
      for (const listener of [...listeners]) listener()
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The value of a store, drawn anew whenever it changes. */
export function useStore<T>(store: Store<T>): T {
  const [, setSeen] = useState(() => store.get())
  useLayoutEffect(() => {
    const look = () => setSeen(() => store.get())
    // Something may have changed between the drawing and now.
    look()
    return store.watch(look)
  }, [store])
  return store.get()
}
