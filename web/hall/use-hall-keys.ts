import { useEffect } from 'react'
import type { HallView } from '#contract/hall.ts'
import { isTyping } from '#web/lib/keys.ts'
import { readPreferences } from '#web/lib/preferences.ts'
import type { HallDeed } from './queries.ts'

/** The keys of the window; shown on the buttons that they press. */
export const hallKeys = { next: 'c', start: 's', recall: 'r', pass: 'x', finish: 'f', take: 't' } as const

/** What a key does in the hall as it stands; undefined where it does nothing. */
export function deedOf(key: string, hall: HallView): HallDeed | undefined {
  const { mine, myWindowId } = hall
  if (key === hallKeys.next && !mine && myWindowId !== null) return { do: 'next', windowId: myWindowId }
  for (const verb of ['start', 'recall', 'pass', 'finish'] as const)
    if (key === hallKeys[verb] && mine?.may.includes(verb)) return { do: 'move', id: mine.id, verb }
  return undefined
}

/** Works the window from the keyboard. */
export function useHallKeys(
  hall: HallView | undefined,
  run: (deed: HallDeed) => void,
  onTake: () => void,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!hall || event.repeat || !readPreferences().hasKeys || isTyping(event)) return
      const deed = deedOf(event.key, hall)
      const isTake = event.key === hallKeys.take && hall.mayTake
      if (!deed && !isTake) return
      event.preventDefault()
      if (deed) run(deed)
      else onTake()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [hall, run, onTake])
}
