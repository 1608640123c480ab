import { useWords } from '#web/lib/words.ts'
import { UnitCondition } from '#web/matter/UnitCondition.tsx'
import { supervisionWords as words } from './words.ts'

/** A unit, with everything below it, as a condition. */
export function UnitPick(unit: {
  value: string | undefined
  shown: string | null
  onPick: (id: string | undefined) => void
}) {
  const { say } = useWords()
  const said = { label: say(words.unit), any: say(words.anyUnit), find: say(words.unitFind) }
  return <UnitCondition {...said} {...unit} />
}
