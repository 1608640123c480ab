import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useRef, useState } from 'react'
import { type BulkPreview, bulkInputs } from '#contract/bulk.ts'
import { verbLabels } from '#contract/words/labels.ts'
import type { BulkVerb } from '#domain/matter/bulk.ts'
import { moveOf } from '#domain/matter/moves.ts'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { refusalsOf } from '#web/matter/check.ts'
import type { FormValue } from '#web/matter/field-spec.ts'
import { verbHints } from '#web/matter/form-words.ts'
import { MoveField } from '#web/matter/MoveField.tsx'
import { inputOfFields } from '#web/matter/verb-fields.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { bulkFields } from './fields.ts'
import { MaySummary } from './MaySummary.tsx'
import { type Form, useBulkCommands, usePreview } from './queries.ts'
import type { Chosen } from './use-selection.ts'
import { bulkWords as words } from './words.ts'

type Rows = BulkPreview['rows']
type Props = {
  verb: BulkVerb
  chosen: readonly Chosen[]
  onStarted: (runId: string) => void
  onCancel: () => void
}

const may = (rows: Rows) => rows.filter((row) => row.refusal === null)
const isSameSet = (a: Rows, b: Rows) =>
  may(a)
    .map(({ id }) => id)
    .join() ===
  may(b)
    .map(({ id }) => id)
    .join()

/** One form for all that may, with those that may not before it; asked again with what was written before anything begins. */
export function BulkForm({ verb, chosen, onStarted, onCancel }: Props) {
  const { language, say } = useWords()
  const ids = chosen.map((one) => one.id)
  const first = usePreview(verb, ids)
  const [value, setValue] = useState<FormValue>(() => (verb === 'progress' ? { toPerson: true } : {}))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [checked, setChecked] = useState<Rows>()
  const { start } = useBulkCommands()
  // the same press again is the same run, whatever became of the answer
  const commands = useRef({ runId: newId(), of: new Map<string, string>() })
  const fields = bulkFields(verb)
  const check = useMutation({
    mutationFn: (input: Form) => call('previewBulk', { body: { verb, ids, input } }),
  })
  const shown = checked ?? first.data?.rows
  const label = say(verbLabels[verb])
  const allowed = shown ? may(shown) : []

  const begin = (rows: Rows, input: Form) => {
    const { runId, of } = commands.current
    const items = may(rows).map(({ id, version }) => {
      const commandId = of.get(id) ?? newId()
      of.set(id, commandId)
      return { matterId: id, commandId, version }
    })
    start.mutate({ id: runId, verb, input, items }, { onSuccess: () => onStarted(runId) })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const input = inputOfFields(fields, value)
    const refusals = refusalsOf(bulkInputs[verb], input)
    setErrors(
      Object.fromEntries(
        Object.entries(refusals).map(([field, refusal]) => [
          field,
          failureWords(new RefusalError(refusal, 422), language),
        ]),
      ),
    )
    if (Object.keys(refusals).length > 0 || !shown) return
    const { rows } = await check.mutateAsync(input).catch(() => ({ rows: undefined }))
    if (!rows) return
    setChecked(rows)
    if (may(rows).length > 0 && isSameSet(rows, shown)) begin(rows, input)
  }
  if (first.isPending) return <Skeleton rows={4} />
  if (first.error) return <ErrorState error={first.error} onRetry={() => void first.refetch()} />
  const target = allowed[0] ?? shown?.[0]
  const error = check.error ?? start.error
  const hint = verb === 'triage' ? words.triageHint : verbHints[verb]
  return (
    <form className="form" aria-label={label} noValidate onSubmit={(event) => void submit(event)}>
      {shown && <MaySummary rows={shown} verb={verb} />}
      {checked && first.data && !isSameSet(checked, first.data.rows) && !start.isPending && (
        <Notice tone="near" live>
          {say(words.changed)}
        </Notice>
      )}
      {allowed.length > 0 && (
        <>
          {hint && <p className="move-hint">{say(hint)}</p>}
          {fields.map((spec) => (
            <MoveField
              key={spec.name}
              verb={verb}
              spec={spec}
              matter={{ id: target?.id ?? '' }}
              value={value[spec.name]}
              error={errors[spec.name]}
              onChange={(given) => setValue((before) => ({ ...before, [spec.name]: given }))}
            />
          ))}
          {verb === 'dispatch' && <p className="quiet">{say(words.targetHint)}</p>}
          {verb === 'handOver' && <p className="quiet">{say(words.colleagueHint)}</p>}
        </>
      )}
      {error && (
        <Notice tone="act" live>
          {failureWords(error, language)}
        </Notice>
      )}
      <div className="form-actions">
        <Button
          type="primary"
          htmlType="submit"
          danger={moveOf(verb).grave === true}
          disabled={allowed.length === 0}
          loading={check.isPending || start.isPending}
        >
          {say(words.go, { count: allowed.length, verb: label })}
        </Button>
        <Button onClick={onCancel}>{say(words.cancel)}</Button>
      </div>
    </form>
  )
}
