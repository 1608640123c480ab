import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { DutyRow } from '#contract/duty.ts'
import { routes } from '#contract/routes.ts'
import { levelLabels } from '#contract/words/labels.ts'
import { levels } from '#domain/org/roles.ts'
import { useWords } from '#web/lib/words.ts'
import { useCategories } from '#web/matter/queries.ts'
import { BookPanel } from '#web/rules/BookPanel.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import '#web/ui/table.css'
import { useDuties } from './queries.ts'
import { type DutySearch, dutyWhens } from './search.ts'
import { assistWords, joined, mainWords, spanWords } from './sides.ts'
import { UnitFind } from './UnitFind.tsx'
import { dutyWords as words } from './words.ts'

/** The lines that fit, and what they are looked for by. */
export function DutyTable({
  search,
  mayEdit,
  isBlank,
}: {
  search: DutySearch
  mayEdit: boolean
  isBlank: boolean
}) {
  const { say } = useWords()
  const duties = useDuties(search)
  const rows = duties.data?.pages.flatMap((page) => page.rows) ?? []
  const isBare = !search.find && !search.category && !search.unit && !search.level && !search.when
  return (
    <>
      <Filters search={search} unitName={duties.data?.pages[0]?.unitName ?? null} />
      {duties.isPending && <Skeleton rows={8} />}
      {duties.error && <ErrorState error={duties.error} onRetry={() => void duties.refetch()} />}
      {duties.data && rows.length === 0 && (
        <Empty title={say(isBlank && isBare ? words.blank : words.empty)}>
          {say(isBlank && isBare ? words.blankText : words.emptyText)}
        </Empty>
      )}
      {rows.length > 0 && (
        <section className="panel duty-table">
          <table className="table table-folds">
            <thead>
              <tr>
                {(
                  [
                    words.no,
                    words.category,
                    words.area,
                    words.main,
                    words.assists,
                    words.basis,
                    words.validity,
                  ] as const
                ).map((head) => (
                  <th key={head.zh} scope="col">
                    {say(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {duties.hasNextPage && (
        <Button loading={duties.isFetchingNextPage} onClick={() => void duties.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
      {mayEdit && <BookPanel importing="importDuties" exportPath={routes.exportDuties.path} />}
    </>
  )
}

function Row({ row }: { row: DutyRow }) {
  const { language, say } = useWords()
  return (
    <tr data-standing={row.standing}>
      <td data-label={say(words.no)} className="number">
        <Link
          className="link"
          to="/duties"
          search={{ id: row.id }}
          aria-label={say(words.noOf, { no: row.no })}
        >
          {row.no}
        </Link>
      </td>
      <td data-label={say(words.category)}>
        <span>
          {language === 'zh' ? row.category.nameZh : row.category.nameEn}
          {row.isClass && <small className="duty-mark">{say(words.wholeClass)}</small>}
          {row.isCategoryClosed && <small className="duty-wrong">{say(words.closedCategory)}</small>}
        </span>
      </td>
      <td data-label={say(words.area)}>
        {row.area.kind === 'district' ? say(words.wholeDistrict) : row.area.name}
      </td>
      <td data-label={say(words.main)}>
        <span>
          <b>{mainWords(row, language)}</b>
          <small className="duty-mark">{say(levelLabels[row.level])}</small>
          {row.closedUnits.length > 0 && (
            <small className="duty-wrong">
              {say(words.closedNamed, { names: joined(row.closedUnits, language) })}
            </small>
          )}
        </span>
      </td>
      <td data-label={say(words.assists)}>
        {assistWords(row, language) ?? <span className="quiet">—</span>}
      </td>
      <td data-label={say(words.basis)}>{row.basis}</td>
      <td data-label={say(words.validity)} className="number">
        {spanWords(row, language)}
      </td>
    </tr>
  )
}

/** By what the list is looked through; each stands in the address. */
function Filters({ search, unitName }: { search: DutySearch; unitName: string | null }) {
  const { language, say } = useWords()
  const navigate = useNavigate()
  const { rows } = useCategories()
  const [typed, setTyped] = useState(search.find ?? '')
  const go = (change: Partial<Record<keyof DutySearch, string | undefined>>) => {
    const all = { ...search, ...change }
    void navigate({
      to: '/duties',
      search: Object.fromEntries(Object.entries(all).filter(([, value]) => value)) as DutySearch,
      replace: true,
    })
  }
  return (
    <div className="duty-filters">
      <div className="field duty-find">
        <label htmlFor="duty-q">{say(words.find)}</label>
        <input
          id="duty-q"
          type="search"
          className="input"
          maxLength={40}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            go({ find: event.target.value.trim() })
          }}
        />
      </div>
      <Field label={say(words.category)}>
        {(wiring) => (
          <select
            {...wiring}
            aria-required={undefined}
            className="input"
            value={search.category ?? ''}
            onChange={(event) => go({ category: event.target.value })}
          >
            <option value="">{say(words.anyCategory)}</option>
            {rows.map((row) => (
              <option key={row.code} value={row.code}>
                {row.parentCode === null ? '' : '　'}
                {row.code} {language === 'zh' ? row.nameZh : row.nameEn}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={say(words.unit)}
        hint={
          search.unit !== undefined && (
            <button type="button" className="link" onClick={() => go({ unit: undefined })}>
              {say(words.anyUnit)}
            </button>
          )
        }
      >
        {(wiring) => (
          <UnitFind
            wiring={{ ...wiring, 'aria-required': undefined }}
            unit={
              search.unit === undefined ? null : { id: search.unit, name: unitName ?? '', kind: 'department' }
            }
            fits={(kind) => kind !== 'building' && kind !== 'room' && kind !== 'district'}
            placeholder={say(words.findUnit)}
            onPick={({ id }) => go({ unit: id })}
          />
        )}
      </Field>
      <Field label={say(words.level)}>
        {(wiring) => (
          <select
            {...wiring}
            aria-required={undefined}
            className="input"
            value={search.level ?? ''}
            onChange={(event) => go({ level: event.target.value })}
          >
            <option value="">{say(words.anyLevel)}</option>
            {levels.map((level) => (
              <option key={level} value={level}>
                {say(levelLabels[level])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say(words.when)}>
        {(wiring) => (
          <select
            {...wiring}
            aria-required={undefined}
            className="input"
            value={search.when ?? 'now'}
            onChange={(event) => go({ when: event.target.value === 'now' ? undefined : event.target.value })}
          >
            {dutyWhens.map((when) => (
              <option key={when} value={when}>
                {say(words[when])}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}
