import { useState } from 'react'
import type { ConditionNames } from '#contract/list.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Picker } from '#web/ui/Picker.tsx'
import { formWords } from './form-words.ts'
import { filterLabels, listWords as words } from './list-words.ts'
import { useCategories } from './queries.ts'

type Props = {
  value: string | undefined
  shown: ConditionNames['category']
  onPick: (code: string | undefined) => void
}

/** A category or a whole group of them as a condition. */
export function BranchPicker({ value, shown, onPick }: Props) {
  const { language, say } = useWords()
  const { rows, nameOf } = useCategories()
  const [typed, setTyped] = useState('')
  const needle = typed.trim().toLowerCase()
  const options = rows
    .map((row) => ({
      value: row.code,
      label: nameOf(row.code) ?? row.code,
      note: nameOf(row.parentCode) ?? '',
      text: `${row.nameZh} ${row.nameEn}`.toLowerCase(),
    }))
    .filter((option) => option.text.includes(needle))
  const name = nameOf(value) ?? shown?.[language === 'zh' ? 'nameZh' : 'nameEn']
  return (
    <Field
      label={say(filterLabels.category)}
      hint={
        value === undefined ? (
          say(words.branch)
        ) : (
          <button type="button" className="link" onClick={() => onPick(undefined)}>
            {say(words.anyCategory)}
          </button>
        )
      }
    >
      {(wiring) => (
        <Picker
          wiring={{ ...wiring, 'aria-required': undefined }}
          options={options}
          value={value ?? ''}
          shown={value === undefined ? '' : (name ?? '')}
          onSearch={setTyped}
          onPick={(option) => onPick(option.value)}
          placeholder={say(formWords.categoryFind)}
        />
      )}
    </Field>
  )
}
