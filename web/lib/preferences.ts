import { useSyncExternalStore } from 'react'
import { type Language, languages } from '#contract/words/language.ts'

export type Theme = 'auto' | 'light' | 'dark'
export type Preferences = {
  language: Language
  theme: Theme
  isCare: boolean
  hasSound: boolean
  isOldestFirst: boolean
  hasKeys: boolean
}

const key = 'maple.preferences'
const defaults: Preferences = {
  // Chinese first; a browser that asks for English gets it
  language: navigator.language.startsWith('en') ? 'en' : 'zh',
  theme: 'auto',
  isCare: false,
  hasSound: false,
  isOldestFirst: false,
  hasKeys: true,
}

function read(): Preferences {
  try {
    const stored = { ...defaults, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) }
    return languages.includes(stored.language) ? stored : { ...stored, language: defaults.language }
  } catch {
    return defaults
  }
}

let current = read()
const listeners = new Set<() => void>()

/** Writes the look into the page, where the style sheet reads it. */
export function showPreferences(): void {
  const root = document.documentElement
  root.lang = current.language === 'zh' ? 'zh-CN' : 'en'
  const isDark =
    current.theme === 'dark' ||
    (current.theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset['theme'] = isDark ? 'dark' : 'light'
  root.dataset['care'] = current.isCare ? 'yes' : 'no'
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(key, JSON.stringify(current))
  } catch {
    // a full or forbidden store only means that the choice lasts as long as the page
  }
  showPreferences()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What this browser's user chose for the look, shared by every component. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current)
}

/** The same, outside of components. */
export function readPreferences(): Preferences {
  return current
}
