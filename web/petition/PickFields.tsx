import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { unitKindLabels } from '#contract/words/labels.ts'
import { useMe } from '#web/console/queries.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Picker } from '#web/ui/Picker.tsx'
import { formWords as words } from './words.ts'

type Props = {
  label: string
  hint?: string | undefined
  error?: string | undefined
  isOptional?: boolean
  value: string
  onPick: (id: string) => void
}

const noBodies: readonly string[] = ['building', 'grid', 'room']

/** A unit that may handle a petition, by typing a part of its name. */
export function UnitField({ value, onPick, ...field }: Props) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = useQuery({
    queryKey: ['units', 'bodies', q],
    queryFn: ({ signal }) => call('listPlaceUnits', { query: { q } }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const options = (data?.rows ?? [])
    .filter(({ kind }) => !noBodies.includes(kind))
    .map((row) => ({
      ...{ value: row.id, label: row.name },
      note: [...row.names.filter((above) => above !== row.name), say(unitKindLabels[row.kind])].join(' › '),
    }))
  return (
    <Field {...field}>
      {(wiring) => (
        <Picker
          wiring={wiring}
          options={options}
          value={value}
          shown={value === '' ? '' : shown}
          onSearch={setTyped}
          onPick={(option) => {
            setShown(option.label)
            onPick(option.value)
          }}
          isSearching={isFetching}
          placeholder={say(words.unitFind)}
        />
      )}
    </Field>
  )
}

/** Somebody of the staff who sees the matter. */
export function ColleagueField({ matterId, value, onPick, ...field }: Props & { matterId: string }) {
  const { say } = useWords()
  const me = useMe()
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = useQuery({
    queryKey: ['colleagues', matterId, q],
    queryFn: ({ signal }) => call('listColleagues', { params: { id: matterId }, query: { q } }, signal),
    placeholderData: keepPreviousData,
  })
  const rows = (data?.rows ?? []).map((row) => ({
    value: row.accountId,
    label: row.name,
    note: row.unitName,
  }))
  // a community worker may be the agent whose mandate is entered
  const isMe = me !== undefined && (q === '' || me.name.includes(q))
  const options = isMe
    ? [{ value: me.accountId, label: me.name, note: me.seats[0]?.unitName ?? '' }, ...rows]
    : rows
  return (
    <Field {...field}>
      {(wiring) => (
        <Picker
          wiring={wiring}
          options={options}
          value={value}
          shown={value === '' ? '' : shown}
          onSearch={setTyped}
          onPick={(option) => {
            setShown(option.label)
            onPick(option.value)
          }}
          isSearching={isFetching}
          placeholder={say(words.colleagueFind)}
        />
      )}
    </Field>
  )
}
