import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Picker } from '#web/ui/Picker.tsx'
import { formWords as words } from './form-words.ts'

type Matter = { id: string; number: string; title: string }

/** An open matter of the area, found by its number or its words. */
export function FindMatter({
  chosen,
  onChoose,
}: {
  chosen: readonly string[]
  onChoose: (matter: Matter) => void
}) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = useQuery({
    queryKey: ['matters', 'pick', 'area', q],
    queryFn: ({ signal }) =>
      call('listMatters', { query: { box: 'area', sort: 'new', limit: 20, ...(q ? { q } : {}) } }, signal),
  })
  const rows = (data?.rows ?? []).filter(({ id }) => !chosen.includes(id))
  return (
    <Field label={say(words.addMatter)} isOptional>
      {(wiring) => (
        <Picker
          wiring={wiring}
          options={rows.map((row) => ({ value: row.id, label: row.title, note: row.number }))}
          value=""
          shown=""
          onSearch={setTyped}
          onPick={({ value }) => {
            const row = rows.find(({ id }) => id === value)
            if (row) onChoose({ id: row.id, number: row.number, title: row.title })
          }}
          isSearching={isFetching}
          placeholder={say(words.findMatter)}
        />
      )}
    </Field>
  )
}
