import { useDeferredValue, useState } from 'react'
import { unitKindLabels } from '#contract/words/labels.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Picker } from '#web/ui/Picker.tsx'
import type { Filters } from './filters.ts'
import { filterLabels, listWords as words } from './list-words.ts'
import { usePlaceUnits } from './queries.ts'

const areas = ['district', 'street', 'community', 'grid', 'building']

type Props = {
  name: 'place' | 'holder'
  value: string | undefined
  shown: string | undefined
  onFilter: (change: Partial<Filters>) => void
}

/** A unit as a condition: where it lies, or whose turn it is. */
export function UnitFilter({ name, value, shown, onFilter }: Props) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = usePlaceUnits(q)
  const options = (data?.rows ?? [])
    .filter((row) => (name === 'place' ? areas.includes(row.kind) : row.kind !== 'building'))
    .map((row) => ({
      value: row.id,
      label: row.name,
      note: [...row.names.filter((above) => above !== row.name), say(unitKindLabels[row.kind])].join(' › '),
    }))
  return (
    <Field
      label={say(filterLabels[name])}
      hint={
        value !== undefined && (
          <button type="button" className="link" onClick={() => onFilter({ [name]: undefined })}>
            {say(name === 'place' ? words.anyPlace : words.anyHolder)}
          </button>
        )
      }
    >
      {(wiring) => (
        <Picker
          wiring={{ ...wiring, 'aria-required': undefined }}
          options={options}
          value={value ?? ''}
          shown={value === undefined ? '' : (shown ?? '')}
          onSearch={setTyped}
          onPick={(option) => onFilter({ [name]: option.value })}
          isSearching={isFetching}
          placeholder={say(name === 'place' ? words.findPlace : words.findHolder)}
        />
      )}
    </Field>
  )
}
