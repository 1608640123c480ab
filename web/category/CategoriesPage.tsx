import { PlusOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { routes } from '#contract/routes.ts'
import { useMay } from '#web/console/queries.ts'
import type { Answer } from '#web/lib/api.ts'
import { usePhone } from '#web/lib/use-media.ts'
import { useWords } from '#web/lib/words.ts'
import { BookPanel } from '#web/rules/BookPanel.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { AddCategory } from './AddCategory.tsx'
import { CategoryDetail } from './CategoryDetail.tsx'
import { CategoryTree } from './CategoryTree.tsx'
import '#web/org/people.css'
import './category.css'
import { useWholeCategories } from './queries.ts'
import type { CategorySearch } from './search.ts'
import { TryWords } from './TryWords.tsx'
import { categoryWords as words } from './words.ts'

export type Category = Answer<'readCategories'>['rows'][number]

/** The tree of categories beside one of them; one after the other on a phone. */
export function CategoriesPage() {
  const { say } = useWords()
  const { code, add } = useSearch({ from: '/staff/categories' })
  const navigate = useNavigate()
  const isPhone = usePhone()
  const mayEdit = useMay('rules.edit')
  const categories = useWholeCategories()
  const [typed, setTyped] = useState('')
  const [isAll, setAll] = useState(false)
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = categories.data?.rows ?? []
  const chosen = rows.find((row) => row.code === code)
  const go = (search: CategorySearch) => void navigate({ to: '/categories', search })
  const hasDetail = chosen !== undefined || (add === true && mayEdit)
  const book = mayEdit && <BookPanel importing="importCategories" exportPath={routes.exportCategories.path} />
  return (
    <div className="people">
      {(!isPhone || !hasDetail) && (
        <section className="people-list" aria-label={title}>
          <div className="people-head">
            <div className="page-top">
              <h1>{title}</h1>
              {mayEdit && (
                <Button type="primary" icon={<PlusOutlined />} onClick={() => go({ add: true })}>
                  {say(words.add)}
                </Button>
              )}
            </div>
            <input
              className="input"
              type="search"
              aria-label={say(words.find)}
              placeholder={say(words.find)}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <label className="check">
              <input type="checkbox" checked={isAll} onChange={(event) => setAll(event.target.checked)} />
              {say(words.showClosed)}
            </label>
          </div>
          <div className="people-scroll">
            {isPhone && <TryWords rows={rows} isOpen={false} />}
            {isPhone && book}
            {categories.isPending && <Skeleton rows={8} />}
            {categories.error && (
              <ErrorState error={categories.error} onRetry={() => void categories.refetch()} />
            )}
            {categories.data && <CategoryTree rows={rows} typed={typed} isAll={isAll} openCode={code} />}
          </div>
        </section>
      )}
      {(!isPhone || hasDetail) && (
        <div className="people-detail">
          <div className="page">
            {!isPhone && <TryWords rows={rows} isOpen={!hasDetail} />}
            {!isPhone && book}
            {add && mayEdit ? (
              <AddCategory rows={rows} onClose={() => go({})} onAdded={(row) => go({ code: row.code })} />
            ) : chosen ? (
              <CategoryDetail
                key={`${chosen.code}.${chosen.version}`}
                category={chosen}
                rows={rows}
                mayEdit={mayEdit}
              />
            ) : (
              <Empty title={say(words.choose)}>{say(words.chooseText)}</Empty>
            )}
          </div>
        </div>
      )}
    </div>
  )
}
