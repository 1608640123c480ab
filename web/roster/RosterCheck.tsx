import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { RosterView } from '#contract/roster.ts'
import { type RosterField, rosterBook, rosterFields } from '#domain/roster/fields.ts'
import { rosterLabels } from '#domain/roster/problems.ts'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { RosterRows } from './RosterRows.tsx'
import { rosterWords as words } from './words.ts'

type Mapping = Record<string, number>

/** Which column holds what, what would become of the rows, and the start. */
export function RosterCheck({ roster }: { roster: RosterView }) {
  const { language, say } = useWords()
  const queryClient = useQueryClient()
  const { id, kind } = roster
  const [chosen, setChosen] = useState<Mapping>()
  const preview = useQuery({
    queryKey: ['roster-preview', id, chosen],
    queryFn: ({ signal }) =>
      call('previewRoster', { params: { id }, body: chosen ? { mapping: chosen } : {} }, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  const mapping = chosen ?? preview.data?.mapping ?? {}
  const start = useMutation({
    mutationFn: () => call('startRoster', { params: { id }, body: { mapping } }),
    onSuccess: (view) => {
      queryClient.setQueryData(['roster', id], view)
      void queryClient.invalidateQueries({ queryKey: ['rosters'] })
    },
  })
  if (preview.isPending) return <Skeleton rows={8} />
  if (!preview.data) return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
  const { headers, missing, counts, rows } = preview.data
  const fields: readonly RosterField[] = rosterFields[kind]
  const { required } = rosterBook(kind)
  const labels = rosterLabels[language]
  const choose = (field: string, typed: string) => {
    const column = typed === '' ? undefined : Number(typed)
    const rest = Object.entries(mapping).filter(([name, at]) => name !== field && at !== column)
    setChosen(Object.fromEntries(column === undefined ? rest : [...rest, [field, column]]))
  }
  return (
    <>
      <section className="panel" aria-labelledby="roster-columns">
        <header>
          <h2 id="roster-columns">{say(words.columns)}</h2>
        </header>
        <div className="panel-body form">
          <div className="roster-columns">
            {fields.map((field) => (
              <label key={field}>
                <span>
                  {labels[field]}
                  {required.includes(field) && <em> {say(words.required)}</em>}
                </span>
                <select
                  className="input"
                  value={mapping[field] ?? ''}
                  onChange={(event) => choose(field, event.target.value)}
                >
                  <option value="">{say(words.notUsed)}</option>
                  {headers.map((header, index) => (
                    <option key={index} value={index}>
                      {header || say(words.columnNo, { number: index + 1 })}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </div>
          {missing.length > 0 && (
            <Notice tone="act" live>
              {say(words.missing, {
                fields: missing
                  .map((field) => labels[field as RosterField])
                  .join(language === 'zh' ? '、' : ', '),
              })}
            </Notice>
          )}
        </div>
      </section>
      <section className="panel" aria-labelledby="roster-preview" aria-busy={preview.isFetching}>
        <header>
          <h2 id="roster-preview">{say(words.preview)}</h2>
          <span className="quiet number" aria-live="polite">
            {say(words.summary, counts)}
          </span>
        </header>
        <RosterRows rows={rows} fields={fields.filter((field) => mapping[field] !== undefined)} />
      </section>
      {start.error && (
        <Notice tone="act" live>
          {failureWords(start.error, language)}
        </Notice>
      )}
      <div className="form-actions sticky-actions">
        <Button
          type="primary"
          disabled={missing.length > 0}
          loading={start.isPending}
          onClick={() => start.mutate()}
        >
          {say(words.start)}
        </Button>
        <span className="quiet">{say(words.startNote)}</span>
      </div>
    </>
  )
}
