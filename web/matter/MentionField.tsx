import { CloseOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { roleLabels } from '#contract/words/labels.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Picker } from '#web/ui/Picker.tsx'
import { formWords as words } from './form-words.ts'

export type Mention = { id: string; name: string }

type Props = {
  label: string
  hint: string | undefined
  error: string | undefined
  matterId: string
  value: readonly Mention[]
  onChange: (value: Mention[]) => void
}

/** Names colleagues in a note: found by a part of the name or its pinyin among those who may see the matter. */
export function MentionField({ label, hint, error, matterId, value, onChange }: Props) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const q = typed.replace(/^[@＠]/, '')
  const { data, isFetching } = useQuery({
    queryKey: ['colleagues', matterId, q],
    queryFn: ({ signal }) => call('listColleagues', { params: { id: matterId }, query: { q } }, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  const options = (data?.rows ?? [])
    .filter((row) => !value.some((one) => one.id === row.accountId))
    .map((row) => ({
      value: row.accountId,
      label: row.name,
      note: `${row.unitName} · ${say(roleLabels[row.role])}`,
    }))
  return (
    <Field label={label} hint={hint} error={error} isOptional>
      {(wiring) => (
        <>
          {value.length > 0 && (
            <ul className="mentions">
              {value.map((one) => (
                <li key={one.id}>
                  @{one.name}
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={say(words.unmention, { name: one.name })}
                    onClick={() => onChange(value.filter(({ id }) => id !== one.id))}
                  >
                    <CloseOutlined aria-hidden="true" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <Picker
            wiring={wiring}
            options={options}
            value=""
            shown=""
            onSearch={setTyped}
            onPick={(option) => onChange([...value, { id: option.value, name: option.label }])}
            isSearching={isFetching}
            placeholder={say(words.mentionFind)}
          />
        </>
      )}
    </Field>
  )
}
