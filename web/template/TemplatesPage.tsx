import { PlusOutlined } from '@ant-design/icons'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { routes } from '#contract/routes.ts'
import { verbLabels } from '#contract/words/labels.ts'
import { type Answer, call } from '#web/lib/api.ts'
import { usePhone } from '#web/lib/use-media.ts'
import { useWords } from '#web/lib/words.ts'
import { useCategories } from '#web/matter/queries.ts'
import { BookPanel } from '#web/rules/BookPanel.tsx'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import type { TemplateSearch } from './search.ts'
import { TemplateForm } from './TemplateForm.tsx'
import '#web/org/people.css'
import './template.css'
import { templateWords as words } from './words.ts'

export type Template = Answer<'listTemplates'>['rows'][number]
/** The replies written beforehand beside one of them; one after the other on a phone. */
export function TemplatesPage() {
  const { say } = useWords()
  const { id, add } = useSearch({ from: '/staff/templates' })
  const navigate = useNavigate()
  const isPhone = usePhone()
  const templates = useInfiniteQuery({
    queryKey: ['templates', 'list'],
    queryFn: ({ pageParam, signal }) =>
      call('listTemplates', { query: { cursor: pageParam, limit: 50 } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = templates.data?.pages.flatMap((page) => page.rows) ?? []
  const chosen = rows.find((row) => row.id === id)
  const go = (search: TemplateSearch) => void navigate({ to: '/templates', search })
  const hasDetail = chosen !== undefined || add === true
  const book = <BookPanel importing="importTemplates" exportPath={routes.exportTemplates.path} />
  return (
    <div className="people">
      {(!isPhone || !hasDetail) && (
        <section className="people-list" aria-label={title}>
          <div className="people-head">
            <div className="page-top">
              <h1>{title}</h1>
              <Button type="primary" icon={<PlusOutlined />} onClick={() => go({ add: true })}>
                {say(words.add)}
              </Button>
            </div>
          </div>
          <div className="people-scroll">
            {isPhone && book}
            {templates.isPending && <Skeleton rows={8} />}
            {templates.error && (
              <ErrorState error={templates.error} onRetry={() => void templates.refetch()} />
            )}
            {templates.data && rows.length === 0 && (
              <Empty title={say(words.none)}>{say(words.noneText)}</Empty>
            )}
            <ul className="people-rows">
              {rows.map((row) => (
                <TemplateRow key={row.id} row={row} isOpen={row.id === id} />
              ))}
            </ul>
            {templates.hasNextPage && (
              <div className="people-more">
                <Button loading={templates.isFetchingNextPage} onClick={() => void templates.fetchNextPage()}>
                  {say(words.more)}
                </Button>
              </div>
            )}
          </div>
        </section>
      )}
      {(!isPhone || hasDetail) && (
        <div className="people-detail">
          <div className="page">
            {!isPhone && book}
            {add ? (
              <TemplateForm onDone={(row) => go({ id: row.id })} onClose={() => go({})} />
            ) : chosen ? (
              <TemplateForm
                key={`${chosen.id}.${chosen.version}`}
                template={chosen}
                onDone={() => {}}
                onClose={() => go({})}
              />
            ) : (
              <Empty title={say(words.choose)}>{say(words.lead)}</Empty>
            )}
          </div>
        </div>
      )}
    </div>
  )
}

function TemplateRow({ row, isOpen }: { row: Template; isOpen: boolean }) {
  const { say } = useWords()
  const { nameOf } = useCategories()
  return (
    <li>
      <Link
        to="/templates"
        search={{ id: row.id }}
        className="person-row template-row"
        aria-current={isOpen ? 'page' : undefined}
      >
        <span>
          <b>{row.name}</b> {row.isClosed && <FlagTag tone="still">{say(words.closed)}</FlagTag>}
          <br />
          <small>
            {[
              row.unit?.name ?? say(words.ofDistrict),
              nameOf(row.categoryCode) ?? say(words.everyCategory),
              row.verbs.map((verb) => say(verbLabels[verb])).join(' / '),
            ].join(' · ')}
          </small>
        </span>
      </Link>
    </li>
  )
}
