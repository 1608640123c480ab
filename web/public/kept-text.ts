import { useState } from 'preact/hooks'
import { forget, recall, remember } from './memory.ts'

/** A text that is kept on the device while it is written. Out: the text, its setter, and what to call when it was sent. */
export function useKeptText(key: string): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(() => recall(key, ''))
  const write = (next: string) => {
    setText(next)
    if (next === '') forget(key)
    else remember(key, next)
  }
  return [text, write, () => write('')]
}
