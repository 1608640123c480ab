import { PlusOutlined } from '@ant-design/icons'
import { Link, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { roleLabels } from '#contract/words/labels.ts'
import type { Answer } from '#web/lib/api.ts'
import { usePhone } from '#web/lib/use-media.ts'
import { useWords } from '#web/lib/words.ts'
import { Avatar } from '#web/ui/Avatar.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { AddPerson } from './AddPerson.tsx'
import { keepOnce } from './once.ts'
import './people.css'
import { type PeopleFilters, usePeople } from './people-queries.ts'
import { peopleWords as words } from './people-words.ts'

/** The people of the district beside one of them; one after the other on a phone. */
export function PeoplePage() {
  const { say } = useWords()
  const filters = useSearch({ from: '/staff/people' })
  const { id } = useParams({ strict: false })
  const isPhone = usePhone()
  const navigate = useNavigate()
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const close = () => void navigate({ to: '/people', search: { ...filters, add: undefined } })
  const added = (person: Answer<'addPerson'>) => {
    keepOnce(person.id, person.password)
    void navigate({ to: '/people/$id', params: { id: person.id }, search: {} })
  }
  const hasDetail = id !== undefined || filters.add === true
  return (
    <div className="people">
      {(!isPhone || !hasDetail) && <PeopleList filters={filters} openId={id} />}
      {(!isPhone || hasDetail) && (
        <div className="people-detail">
          {filters.add ? (
            <div className="page">
              <AddPerson onAdded={added} onClose={close} />
            </div>
          ) : id !== undefined ? (
            <Outlet />
          ) : (
            <Empty title={title}>{say(words.lead)}</Empty>
          )}
        </div>
      )}
    </div>
  )
}

function PeopleList({ filters, openId }: { filters: PeopleFilters; openId: string | undefined }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const people = usePeople(filters)
  const [typed, setTyped] = useState(filters.find ?? '')
  const rows = people.data?.pages.flatMap((page) => page.rows) ?? []
  const filter = (change: PeopleFilters) =>
    void navigate({ to: '.', search: { ...filters, ...change }, replace: true })
  return (
    <section className="people-list" aria-label={say(words.title)}>
      <div className="people-head">
        <div className="page-top">
          <h1>{say(words.title)}</h1>
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => void navigate({ to: '/people', search: { ...filters, add: true } })}
          >
            {say(words.add)}
          </Button>
        </div>
        <input
          className="input"
          type="search"
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          maxLength={60}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            filter({ find: event.target.value.trim() || undefined })
          }}
        />
        <select
          className="input"
          aria-label={say(words.account)}
          value={filters.account ?? ''}
          onChange={(event) => filter({ account: (event.target.value || undefined) as 'enabled' })}
        >
          <option value="">{say(words.anyState)}</option>
          <option value="enabled">{say(words.enabled)}</option>
          <option value="disabled">{say(words.disabled)}</option>
        </select>
      </div>
      <div className="people-scroll">
        {people.isPending && <Skeleton rows={8} />}
        {people.error && <ErrorState error={people.error} onRetry={() => void people.refetch()} />}
        {people.data && rows.length === 0 && <Empty title={say(words.none)}>{say(words.noneText)}</Empty>}
        <ul className="people-rows">
          {rows.map((row) => (
            <PersonRow key={row.id} row={row} filters={filters} isOpen={row.id === openId} />
          ))}
        </ul>
        {people.hasNextPage && (
          <div className="people-more">
            <Button loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
              {say(words.more)}
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}

type RowProps = { row: Answer<'listPeople'>['rows'][number]; filters: PeopleFilters; isOpen: boolean }

function PersonRow({ row, filters, isOpen }: RowProps) {
  const { say } = useWords()
  const [post] = row.posts
  return (
    <li>
      <Link
        to="/people/$id"
        params={{ id: row.id }}
        search={{ ...filters, add: undefined }}
        className="person-row"
        aria-current={isOpen ? 'page' : undefined}
      >
        <Avatar name={row.name} />
        <span>
          <b>{row.name}</b> <small className="quiet">{row.login}</small>
          {row.isDisabled && (
            <span className="flag" data-tone="near">
              {say(words.disabled)}
            </span>
          )}
          <br />
          <small>
            {post
              ? say(words.post, { unit: post.unit.name, role: say(roleLabels[post.role]) })
              : say(words.noPost)}
            {row.posts.length > 1 && ` +${row.posts.length - 1}`}
          </small>
        </span>
      </Link>
    </li>
  )
}
