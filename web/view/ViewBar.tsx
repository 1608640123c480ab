import { SaveOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useState } from 'react'
import type { SavedView } from '#contract/view.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { columnWords } from '#web/matter/column-words.ts'
import { type Filters, isFiltered } from '#web/matter/filters.ts'
import { filterLabels } from '#web/matter/list-words.ts'
import type { Box } from '#web/matter/queries.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { columnsToKeep, lookOf } from './look.ts'
import { addressOf, isAsSaved, useViewCommands, useViews, viewQueryOf } from './queries.ts'
import { ViewForm } from './ViewForm.tsx'
import './view.css'
import { viewWords as words } from './words.ts'

/** Which view the list is, what was changed against it, and how to keep that. */
export function ViewBar({ box, filters }: { box: Box; filters: Filters }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { data } = useViews()
  const { save } = useViewCommands()
  const [form, setForm] = useState<'new' | 'edit'>()
  const view = data?.rows.find((one) => one.id === filters.view)
  const isLost = data !== undefined && filters.view !== undefined && !view
  const choice = data?.choice ?? { look: 'cards', columns: [] }
  const columns = columnsToKeep(filters, view, choice)
  const isSame = view !== undefined && isAsSaved(view, box, filters, columns)
  const query = viewQueryOf(box, filters)
  const open = (one: SavedView) => void navigate({ ...addressOf(one), replace: true })
  const update = (one: SavedView) =>
    save.mutate(
      { id: one.id, name: one.name, query, columns, unitId: one.unit?.id ?? null, version: one.version },
      {
        onSuccess: ({ name }) => void message.success(say(words.updated, { name })),
        onError: (error) => void message.error(failureWords(error, language)),
      },
    )
  const isTable = lookOf(filters, view, choice).look === 'table'
  if (!view && !isLost && !isTable && !isFiltered(filters)) return null
  return (
    <div className="view-bar">
      {view && (
        <span className="view-name">{say(isSame ? words.opened : words.changed, { name: view.name })}</span>
      )}
      {isLost && <Notice tone="near">{say(words.viewGone)}</Notice>}
      {view && view.unknown.length > 0 && (
        <Notice tone="near" live>
          {say(words.unknown, {
            names: view.unknown
              .map((name) => say(filterLabels[name as 'state'] ?? { zh: name, en: name }))
              .join(language === 'zh' ? '、' : ', '),
          })}
        </Notice>
      )}
      {view && view.unknownColumns.length > 0 && (
        <Notice tone="near" live>
          {say(columnWords.unknown, { names: view.unknownColumns.join(language === 'zh' ? '、' : ', ') })}
        </Notice>
      )}
      {view && !isSame && view.mayMend && (
        <button type="button" className="link" disabled={save.isPending} onClick={() => update(view)}>
          {say(words.update)}
        </button>
      )}
      {view && !isSame && (
        <button type="button" className="link" onClick={() => open(view)}>
          {say(words.restore)}
        </button>
      )}
      {view && isSame && view.mayMend && (
        <button type="button" className="link" onClick={() => setForm('edit')}>
          {say(words.edit)}
        </button>
      )}
      {!isSame && (
        <button type="button" className="link" onClick={() => setForm('new')}>
          <SaveOutlined aria-hidden="true" /> {say(view ? words.saveOther : words.save)}
        </button>
      )}
      {form && (
        <ViewForm
          view={form === 'edit' ? view : undefined}
          query={form === 'edit' && view ? view.query : query}
          columns={form === 'edit' && view ? view.columns : columns}
          onClose={() => setForm(undefined)}
          onSaved={(saved) => {
            setForm(undefined)
            open(saved)
          }}
        />
      )}
    </div>
  )
}
