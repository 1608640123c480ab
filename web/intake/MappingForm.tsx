import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type OrderField, orderFields, requiredFields } from '#domain/intake/order-fields.ts'
import { fieldLabels } from '#domain/intake/problems.ts'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { intakeWords as words } from './words.ts'

type Mapping = Record<string, number>

/** Which column each field comes from, how the first rows would be read, and the start. */
export function MappingForm({ id }: { id: string }) {
  const { language, say } = useWords()
  const queryClient = useQueryClient()
  const [chosen, setChosen] = useState<Mapping>()
  const preview = useQuery({
    queryKey: ['preview', id, chosen],
    queryFn: ({ signal }) =>
      call('previewImport', { params: { id }, body: chosen ? { mapping: chosen } : {} }, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const mapping = chosen ?? preview.data?.mapping ?? {}
  const start = useMutation({
    mutationFn: () => call('startImport', { params: { id }, body: { mapping } }),
    onSuccess: (view) => {
      queryClient.setQueryData(['import', id], view)
      void queryClient.invalidateQueries({ queryKey: ['imports'] })
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: ['import', id] }),
  })
  if (preview.isPending) return <Skeleton rows={8} />
  if (preview.error && !preview.data)
    return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
  const data = preview.data
  const missing = requiredFields.filter((field) => mapping[field] === undefined)
  const bad = data.rows.filter((row) => row.problems.length > 0).length

  const choose = (field: OrderField, column: number | undefined) => {
    const next = Object.fromEntries(
      Object.entries(mapping).filter(([name, at]) => name !== field && at !== column),
    )
    setChosen(column === undefined ? next : { ...next, [field]: column })
  }

  return (
    <>
      <section className="panel" aria-labelledby="mapping-title">
        <header>
          <h2 id="mapping-title">{say(words.check)}</h2>
        </header>
        <div className="panel-body form">
          <p className="quiet">{say(words.checkLead, { sheet: data.sheetName, row: data.headerRow })}</p>
          {data.isRemembered && !chosen && <Notice tone="good">{say(words.remembered)}</Notice>}
          <div className="mapping">
            {orderFields.map((field) => (
              <MappingLine
                key={field}
                field={field}
                headers={data.headers}
                column={mapping[field]}
                onChoose={(column) => choose(field, column)}
              />
            ))}
          </div>
          {missing.length > 0 && (
            <Notice tone="act" live>
              {say(words.missing, {
                fields: missing
                  .map((field) => fieldLabels[language][field])
                  .join(language === 'zh' ? '、' : ', '),
              })}
            </Notice>
          )}
        </div>
      </section>
      <section className="panel" aria-labelledby="preview-title" aria-busy={preview.isFetching}>
        <header>
          <h2 id="preview-title">{say(words.preview, { count: data.rows.length })}</h2>
          <span className="quiet" aria-live="polite">
            {bad > 0
              ? say(words.problemsFound, { count: data.rows.length, bad })
              : say(words.noProblems, { count: data.rows.length })}
          </span>
        </header>
        <PreviewTable rows={data.rows} fields={orderFields.filter((field) => mapping[field] !== undefined)} />
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

type LineProps = {
  field: OrderField
  headers: readonly string[]
  column: number | undefined
  onChoose: (column: number | undefined) => void
}

function MappingLine({ field, headers, column, onChoose }: LineProps) {
  const { language, say } = useWords()
  return (
    <label className="mapping-line">
      <span>
        {fieldLabels[language][field]}
        {requiredFields.includes(field) && <em className="mapping-required"> {say(words.required)}</em>}
      </span>
      <select
        className="input"
        value={column ?? ''}
        onChange={(event) => onChoose(event.target.value === '' ? undefined : Number(event.target.value))}
      >
        <option value="">{say(words.notUsed)}</option>
        {headers.map((header, index) => (
          <option key={index} value={index}>
            {header || say(words.columnNo, { number: index + 1 })}
          </option>
        ))}
      </select>
    </label>
  )
}
