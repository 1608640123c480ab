import { useCallback, useEffect, useRef, useState } from 'react'

const prefix = 'maple.draft.'
const keptMs = 14 * 86_400_000

type Kept<T> = { at: number; value: T }

function readDraft<T>(key: string): T | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as Kept<T> | null
    return kept && Date.now() - kept.at < keptMs ? kept.value : undefined
  } catch {
    return undefined
  }
}

function writeDraft<T>(key: string, value: T | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + key)
    else localStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), value } satisfies Kept<T>))
  } catch {
    // a full store: the text still stands in the form
  }
}

/** Throws away drafts older than a fortnight; called once at start. */
export function clearOldDrafts(): void {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(prefix) && readDraft(name.slice(prefix.length)) === undefined)
      localStorage.removeItem(name)
  }
}

export type Draft<T> = {
  value: T
  set: (change: Partial<T>) => void
  clear: () => void
  /** Whether the form opened with text typed earlier. */
  wasKept: boolean
}

/** A form's text that outlives the form, the page and the session. In: its key (whose, which record, which verb) and the blank form. */
export function useDraft<T extends object>(key: string, blank: T): Draft<T> {
  const [start] = useState(() => readDraft<Partial<T>>(key))
  const [value, setValue] = useState<T>(() => ({ ...blank, ...start }))
  const touched = useRef(false)
  useEffect(() => {
    if (touched.current) writeDraft(key, value)
  }, [key, value])
  const set = useCallback((change: Partial<T>) => {
    touched.current = true
    setValue((before) => ({ ...before, ...change }))
  }, [])
  const clear = useCallback(() => {
    touched.current = false
    writeDraft(key, undefined)
    setValue(blank)
  }, [key, blank])
  return { value, set, clear, wasKept: start !== undefined }
}
