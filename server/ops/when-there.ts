import { setTimeout as sleep } from 'node:timers/promises'
import { KeysDoNotFit } from '../keys/marks.ts'

/**
 * Waits for a database that is away instead of ending: whoever starts processes again does it slower each time. Keys that do
 * not fit are no matter of waiting, and end the process with what to do.
 */
export async function whenThere<T>(
  name: string,
  start: () => Promise<T>,
  isEnding: () => boolean = () => false,
): Promise<T> {
  for (;;) {
    try {
      return await start()
    } catch (fault) {
      if (fault instanceof KeysDoNotFit) throw fault
      console.error(name, fault instanceof Error ? fault.message : fault)
      // whoever stops us ends the process; nothing is begun any more
      if (isEnding()) await new Promise(() => {})
      await sleep(1_000)
    }
  }
}
