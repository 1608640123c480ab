import { useWords } from '#web/lib/words.ts'
import type { Filters } from './filters.ts'
import { filterLabels, listWords as words } from './list-words.ts'
import { UnitCondition } from './UnitCondition.tsx'

const areas = ['district', 'street', 'community', 'grid', 'building']
const isArea = (kind: string) => areas.includes(kind)

type Props = {
  name: 'place' | 'holder'
  value: string | undefined
  shown: string | undefined
  onFilter: (change: Partial<Filters>) => void
}

/** A unit as a condition: where it lies, or whose turn it is. */
export function UnitFilter({ name, value, shown, onFilter }: Props) {
  const { say } = useWords()
  const isPlace = name === 'place'
  return (
    <UnitCondition
      label={say(filterLabels[name])}
      any={say(isPlace ? words.anyPlace : words.anyHolder)}
      find={say(isPlace ? words.findPlace : words.findHolder)}
      value={value}
      shown={shown}
      {...(isPlace ? { fits: isArea } : {})}
      onPick={(id) => onFilter({ [name]: id })}
    />
  )
}
