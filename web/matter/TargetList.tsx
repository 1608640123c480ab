import { useDeferredValue, useId, useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import { unitKindLabels } from '#contract/words/labels.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { useWords } from '#web/lib/words.ts'
import { FieldGroup } from '#web/ui/Field.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { targetReasons } from './choice-words.ts'
import { formWords as words } from './form-words.ts'
import { type TargetVerb, useTargets } from './queries.ts'

const toggled = (ids: readonly string[], id: string) =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]

/** The units it may go to, each with why it is named and how much it already has. */
export function TargetList({
  label,
  error,
  matter,
  verb,
  isMany = false,
  value,
  onPick,
}: {
  label: string
  error: string | undefined
  matter: Pick<MatterPage, 'id'>
  verb: Verb
  /** Several may be chosen. */
  isMany?: boolean
  value: readonly string[]
  onPick: (ids: string[]) => void
}) {
  const { say } = useWords()
  const name = useId()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const targets = useTargets(matter.id, verb as TargetVerb, q)
  const rows = targets.data?.rows ?? []
  const most = Math.max(...rows.map((row) => row.open), 10)
  return (
    <FieldGroup label={label} error={error}>
      <input
        type="search"
        className="input"
        aria-label={say(words.unitFind)}
        placeholder={say(words.unitFind)}
        maxLength={40}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {targets.isPending && <Skeleton rows={3} />}
      {targets.error && <ErrorState error={targets.error} onRetry={() => void targets.refetch()} />}
      {targets.data && rows.length === 0 && <p className="quiet">{say(words.unitNone)}</p>}
      {isMany && value.length > 0 && (
        <p className="quiet" aria-live="polite">
          {say(words.chosen, { count: value.length })}
        </p>
      )}
      <div className="targets">
        {rows.map((row) => (
          <label key={row.id} className="choice target">
            <input
              type={isMany ? 'checkbox' : 'radio'}
              name={name}
              checked={value.includes(row.id)}
              onChange={() => onPick(isMany ? toggled(value, row.id) : [row.id])}
            />
            <span className="target-name">
              {row.name}
              <small>
                {say(targetReasons[row.why])} · {say(unitKindLabels[row.kind])}
                {row.phone && ` · ${row.phone}`}
              </small>
            </span>
            <span className="target-open number">
              {say(words.unitOpen, { count: row.open })}
              <i style={{ width: `${(row.open / most) * 100}%` }} />
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
