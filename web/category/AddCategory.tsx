import { App } from 'antd'
import { type FormEvent, useState } from 'react'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import type { Category } from './CategoriesPage.tsx'
import { blankCategory, bodyOf, CategoryFields, categoryFields } from './CategoryFields.tsx'
import { useRuling } from './queries.ts'
import { categoryWords as words } from './words.ts'

/** A new category of a class, or a new class. */
export function AddCategory({
  rows,
  onAdded,
  onClose,
}: {
  rows: readonly Category[]
  onAdded: (row: Category) => void
  onClose: () => void
}) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const [code, setCode] = useState('')
  const [parentCode, setParentCode] = useState('')
  const [facts, setFacts] = useState(blankCategory)
  const { run, isPending, errorAt, rest } = useRuling(
    (commandId) =>
      call('addCategory', { body: { commandId, code, parentCode: parentCode || null, ...bodyOf(facts) } }),
    ['code', 'parentCode', ...categoryFields],
    (row) => {
      message.success(say(words.saved))
      onAdded(row)
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  const classes = rows.filter((row) => row.parentCode === null && row.lastOn === null)
  return (
    <section className="panel" aria-labelledby="add-category">
      <header>
        <h2 id="add-category">{say(words.add)}</h2>
      </header>
      <form className="form panel-body" aria-label={say(words.add)} onSubmit={submit}>
        <div className="fields-2">
          <Field label={say(words.parent)} error={errorAt('parentCode')}>
            {(wiring) => (
              <select
                {...wiring}
                className="input"
                value={parentCode}
                onChange={(event) => setParentCode(event.target.value)}
              >
                <option value="">{say(words.addTop)}</option>
                {classes.map((row) => (
                  <option key={row.code} value={row.code}>
                    {row.code} {language === 'zh' ? row.nameZh : row.nameEn}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={say(words.code)} hint={say(words.codeHint)} error={errorAt('code')}>
            {(wiring) => (
              <input
                {...wiring}
                className="input"
                maxLength={8}
                autoCapitalize="characters"
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
        </div>
        <CategoryFields facts={facts} onChange={setFacts} errorAt={errorAt} />
        <FormEnd
          refused={rest}
          act={say(words.add)}
          later={say(words.cancel)}
          isPending={isPending}
          onClose={onClose}
        />
      </form>
    </section>
  )
}
