import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { auditKinds } from '#domain/org/audit.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Picker } from '#web/ui/Picker.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import './audit.css'
import { AuditLine } from './AuditLine.tsx'
import { type AuditFilters, useAudit, useAudited } from './queries.ts'
import { kindWords, auditWords as words } from './words.ts'

/** What was done, tried and read in the district, newest first. */
export function AuditPage() {
  const { say } = useWords()
  const filters = useSearch({ from: '/staff/audit' })
  const audit = useAudit(filters)
  const rows = audit.data?.pages.flatMap((page) => page.rows) ?? []
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page audit">
      <h1>{title}</h1>
      <p className="page-lead">{say(words.lead)}</p>
      <Filters filters={filters} />
      <section className="panel">
        {audit.isPending && <Skeleton rows={10} />}
        {audit.error && <ErrorState error={audit.error} onRetry={() => void audit.refetch()} />}
        {audit.data && rows.length === 0 && <Empty title={say(words.none)}>{say(words.noneText)}</Empty>}
        {rows.length > 0 && (
          <table className="table table-folds audit-table">
            <thead>
              <tr>
                {(
                  [words.time, words.person, words.what, words.subject, words.reason, words.where] as const
                ).map((name) => (
                  <th key={name.en} scope="col">
                    {say(name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <AuditLine key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        )}
        {audit.hasNextPage && (
          <div className="audit-more">
            <Button loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
              {say(words.more)}
            </Button>
          </div>
        )}
      </section>
    </div>
  )
}

function Filters({ filters }: { filters: AuditFilters }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState('')
  const found = useAudited(typed)
  const filter = (change: AuditFilters) =>
    void navigate({ to: '.', search: { ...filters, ...change }, replace: true })
  const shown = filters.account === undefined ? say(words.anybody) : picked
  return (
    <div className="audit-filters">
      <Field label={say(words.kind)}>
        {(wiring) => (
          <select
            {...wiring}
            className="input"
            value={filters.record ?? ''}
            onChange={(event) => filter({ record: (event.target.value || undefined) as 'signIn' })}
          >
            <option value="">{say(words.anyKind)}</option>
            {auditKinds.map((kind) => (
              <option key={kind} value={kind}>
                {say(kindWords[kind])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say(words.person)}>
        {(wiring) => (
          <Picker
            wiring={wiring}
            options={[
              { value: '', label: say(words.anybody) },
              ...(typed === ''
                ? []
                : (found.data?.rows ?? []).map(({ id, name, login }) => ({
                    value: id,
                    label: name,
                    note: login,
                  }))),
            ]}
            value={filters.account ?? ''}
            shown={shown}
            isSearching={found.isFetching}
            onSearch={setTyped}
            onPick={({ value, label }) => {
              setPicked(label)
              filter({ account: value || undefined })
            }}
          />
        )}
      </Field>
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} label={say(words[end])} isOptional>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="date"
              value={filters[end] ?? ''}
              onChange={(event) => filter({ [end]: event.target.value || undefined })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}
