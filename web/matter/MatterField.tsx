import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import { stateLabels } from '#contract/words/labels.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { FieldGroup } from '#web/ui/Field.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { formWords as words } from './form-words.ts'
import { matterWords } from './words.ts'

/** Another open matter, found by its number or its words; the newest of the area stand there at first. */
export function MatterField({
  matter,
  value,
  onPick,
  box = 'area',
  ...common
}: {
  label: string
  hint?: string | undefined
  error: string | undefined
  matter: MatterPage
  value: string
  onPick: (id: string) => void
  /** Open ones of the area, or all there are. */
  box?: 'area' | 'all'
}) {
  const { say } = useWords()
  const name = useId()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['matters', 'pick', box, q],
    queryFn: ({ signal }) =>
      call('listMatters', { query: { box, sort: 'new', limit: 20, ...(q ? { q } : {}) } }, signal),
    placeholderData: keepPreviousData,
  })
  const rows = (found.data?.rows ?? []).filter((row) => row.id !== matter.id)
  return (
    <FieldGroup {...common}>
      <input
        type="search"
        className="input"
        aria-label={say(words.mergeFind)}
        placeholder={say(words.mergeFind)}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {found.isPending && <Skeleton rows={3} />}
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && rows.length === 0 && (
        <p className="quiet">{say(box === 'all' ? words.relateNone : words.mergeNone)}</p>
      )}
      <div className="targets">
        {rows.map((row) => (
          <label key={row.id} className="choice target">
            <input type="radio" name={name} checked={row.id === value} onChange={() => onPick(row.id)} />
            <span className="target-name">
              {row.title}
              <small>
                {row.number} · {say(stateLabels[row.state])} · {row.placeText}
                {row.appeals > 1 && ` · ${say(matterWords.appeals, { count: row.appeals })}`}
              </small>
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
