import { useState } from 'react'
import { useWords } from '#web/lib/words.ts'
import type { Wiring } from '#web/ui/Field.tsx'
import { Picker } from '#web/ui/Picker.tsx'
import { formWords as words } from './form-words.ts'
import { useCategories } from './queries.ts'

/** A category by a part of its name or its group's name. Only those without any below them can be chosen. */
export function CategoryPicker({
  wiring,
  value,
  onPick,
}: {
  wiring: Wiring
  value: string
  onPick: (code: string) => void
}) {
  const { say } = useWords()
  const { rows, nameOf } = useCategories()
  const [typed, setTyped] = useState('')
  const parents = new Set(rows.map((row) => row.parentCode))
  const needle = typed.trim().toLowerCase()
  const options = rows
    .filter((row) => !parents.has(row.code) && !row.isClosed)
    .map((row) => ({
      value: row.code,
      label: nameOf(row.code) ?? row.code,
      note: nameOf(row.parentCode) ?? '',
      text: `${row.nameZh} ${row.nameEn} ${nameOf(row.parentCode) ?? ''}`.toLowerCase(),
    }))
    .filter((option) => option.text.includes(needle))
  return (
    <Picker
      wiring={wiring}
      options={options}
      value={value}
      shown={nameOf(value) ?? ''}
      onSearch={setTyped}
      onPick={(option) => onPick(option.value)}
      placeholder={say(words.categoryFind)}
    />
  )
}
