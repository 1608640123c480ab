import { Button } from 'antd'
import { useDeferredValue, useId, useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import { unitKindLabels } from '#contract/words/labels.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { HintText } from '#web/duty/HintText.tsx'
import { dutyWords } from '#web/duty/words.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
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
  onList,
}: {
  label: string
  error: string | undefined
  matter: Pick<MatterPage, 'id'>
  verb: Verb
  /** Several may be chosen. */
  isMany?: boolean
  value: readonly string[]
  onPick: (ids: string[]) => void
  /** Told with a choice: whether it leaves the responsibility list, and whom the list asks to assist where it does not. */
  onList?: (isOff: boolean, assistIds: string[]) => void
}) {
  const { language, say } = useWords()
  const name = useId()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const targets = useTargets(matter.id, verb as TargetVerb, q)
  const rows = targets.data?.rows ?? []
  const hint = targets.data?.duty
  const mains = rows.filter((row) => row.why === 'duty').map((row) => row.id)
  const named = hint?.assists.map((unit) => unit.id) ?? []
  const pick = (id: string) => {
    onPick(isMany ? toggled(value, id) : [id])
    const isOn = mains.includes(id) || id === hint?.main?.id
    onList?.(hint?.canFollow === true && !isOn, isOn ? named : [])
  }
  const most = Math.max(...rows.map((row) => row.open), 10)
  return (
    <FieldGroup label={label} error={error}>
      {hint && (
        <div className="duty-hint-box">
          <HintText hint={hint} />
          {hint.main && hint.canFollow && (
            <Button size="small" onClick={() => pick(hint.main?.id ?? '')}>
              {say(dutyWords.chooseIt, { main: hint.main.name })}
            </Button>
          )}
        </div>
      )}
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
          <label key={row.id} className="choice target" data-refused={row.refused ? 'yes' : 'no'}>
            <input
              type={isMany ? 'checkbox' : 'radio'}
              name={name}
              checked={value.includes(row.id)}
              disabled={row.refused !== null}
              onChange={() => pick(row.id)}
            />
            <span className="target-name">
              {row.name}
              <small>
                {say(targetReasons[row.why])} · {say(unitKindLabels[row.kind])}
                {row.phone && ` · ${row.phone}`}
              </small>
              {row.refused && (
                <small className="target-refused">
                  {failureWords(new RefusalError(row.refused, 422), language)}
                </small>
              )}
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
