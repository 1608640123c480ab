import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import type { Category } from './CategoriesPage.tsx'
import { CategoryFacts } from './CategoryFacts.tsx'
import { bodyOf, CategoryFields, categoryFields, factsOf } from './CategoryFields.tsx'
import { CloseCategory } from './CloseCategory.tsx'
import { useRuling } from './queries.ts'
import { categoryWords as words } from './words.ts'

/** One category: what it is called, what suggests it, where it is counted, and whether it is still offered. */
export function CategoryDetail({
  category,
  rows,
  mayEdit,
}: {
  category: Category
  rows: readonly Category[]
  mayEdit: boolean
}) {
  const { language, say } = useWords()
  return (
    <section className="panel" aria-labelledby="category-name">
      <header>
        <h2 id="category-name">
          <span className="number quiet">{category.code}</span>{' '}
          {language === 'zh' ? category.nameZh : category.nameEn}
        </h2>
        <Link className="link person-back" to="/categories" search={{}}>
          {say(words.back)}
        </Link>
        {category.lastOn !== null && (
          <FlagTag tone={category.isClosed ? 'still' : 'near'}>
            {say(category.isClosed ? words.closed : words.closing, { day: category.lastOn })}
          </FlagTag>
        )}
        {mayEdit && <Moving category={category} />}
      </header>
      {mayEdit ? (
        <>
          <EditCategory category={category} />
          <CloseCategory
            category={category}
            members={rows.filter((row) => row.parentCode === category.code && row.lastOn === null).length}
          />
        </>
      ) : (
        <CategoryFacts category={category} />
      )}
    </section>
  )
}

function Moving({ category }: { category: Category }) {
  const { say } = useWords()
  const { message } = App.useApp()
  const move = (to: 'up' | 'down') => (commandId: string) =>
    call('moveCategory', { params: { code: category.code }, body: { commandId, to } })
  const done = () => void message.success(say(words.done))
  const up = useRuling(move('up'), [], done)
  const down = useRuling(move('down'), [], done)
  const rest = up.rest ?? down.rest
  return (
    <>
      <span className="form-actions">
        <Button size="small" icon={<ArrowUpOutlined />} loading={up.isPending} onClick={up.run}>
          {say(words.up)}
        </Button>
        <Button size="small" icon={<ArrowDownOutlined />} loading={down.isPending} onClick={down.run}>
          {say(words.down)}
        </Button>
      </span>
      {rest && (
        <Notice tone="near" live>
          {rest}
        </Notice>
      )}
    </>
  )
}

function EditCategory({ category }: { category: Category }) {
  const { say } = useWords()
  const { message } = App.useApp()
  const [facts, setFacts] = useState(() => factsOf(category))
  const isChanged = JSON.stringify(facts) !== JSON.stringify(factsOf(category))
  const { run, isPending, errorAt, rest } = useRuling(
    (commandId) =>
      call('editCategory', {
        params: { code: category.code },
        body: { commandId, version: category.version, ...bodyOf(facts) },
      }),
    categoryFields,
    () => void message.success(say(words.saved)),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <form className="form panel-body" aria-labelledby="category-name" onSubmit={submit}>
      <CategoryFields facts={facts} onChange={setFacts} errorAt={errorAt} />
      {rest && (
        <Notice tone="act" live>
          {rest}
        </Notice>
      )}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={!isChanged}>
          {say(words.save)}
        </Button>
        {isChanged && <Button onClick={() => setFacts(factsOf(category))}>{say(words.undo)}</Button>}
      </div>
    </form>
  )
}
