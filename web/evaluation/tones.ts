import type { ExclusionState } from '#domain/evaluation/exclusion.ts'
import { type Class, parts } from '#domain/evaluation/measures.ts'
import type { Tone } from '#web/ui/FlagTag.tsx'

/** Only what is still to be done is for somebody to act on. */
export function toneOf(name: Class): Tone {
  if (name === 'overdue') return 'act'
  const part = parts[name]
  return part === 'good' ? 'good' : part === 'half' ? 'info' : part === 'bad' ? 'near' : 'still'
}

export const stateTones: Record<ExclusionState, Tone> = {
  voting: 'info',
  excluded: 'good',
  refused: 'near',
  appealed: 'info',
  granted: 'good',
  upheld: 'still',
  withdrawn: 'still',
}
