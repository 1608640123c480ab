import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { roleLabels, stateLabels, unitKindLabels } from '#contract/words/labels.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { kindsUnder, kindsWithPlaces } from '#domain/org/units.ts'
import { type Answer, call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { SketchMap } from '#web/matter/SketchMap.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { CloseUnit } from './CloseUnit.tsx'
import { Refusing } from './Refusing.tsx'
import { AddUnit, EditUnit } from './UnitForms.tsx'
import { UnitPlaces } from './UnitPlaces.tsx'
import { useUnit } from './unit-queries.ts'
import { unitWords as words } from './unit-words.ts'
import { useDeed } from './use-deed.ts'

type Unit = Answer<'getUnit'>

/** The page of the unit that the address names. */
export function UnitRoute() {
  const { id } = useParams({ from: '/staff/units/$id' })
  return <UnitPage key={id} id={id} />
}

function UnitPage({ id }: { id: string }) {
  const { say } = useWords()
  const unit = useUnit(id)
  const filters = useSearch({ from: '/staff/units' })
  if (unit.error) return <ErrorState error={unit.error} onRetry={() => void unit.refetch()} />
  return (
    <div className="page person-page">
      <Link to="/units" search={{ ...filters, under: undefined }} className="link person-back">
        {say(words.back)}
      </Link>
      {!unit.data ? (
        <Skeleton rows={6} />
      ) : (
        <>
          <UnitFactsPanel unit={unit.data} />
          {unit.data.openWork.count > 0 && <UnitWork work={unit.data.openWork} />}
          {kindsWithPlaces.has(unit.data.kind) && <UnitPlaces unit={unit.data} />}
          <UnitPosts posts={unit.data.posts} />
        </>
      )}
    </div>
  )
}

function UnitFactsPanel({ unit }: { unit: Unit }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const filters = useSearch({ from: '/staff/units' })
  const [asked, setAsked] = useState<'edit' | 'close'>()
  const close = () => setAsked(undefined)
  const isAdding = filters.under === unit.id
  const setAdding = (isOn: boolean) =>
    void navigate({ to: '.', search: { ...filters, under: isOn ? unit.id : undefined }, replace: true })
  const reopen = useDeed(
    (commandId) => call('reopenUnit', { params: { id: unit.id }, body: { commandId } }),
    [],
    close,
    'org',
  )
  const kinds: readonly UnitKind[] = kindsUnder[unit.kind]
  const isIdle = !asked && !isAdding
  return (
    <>
      <h1>
        {unit.name}{' '}
        {!unit.isOpen && (
          <span className="flag" data-tone="still">
            {say(words.closed)}
          </span>
        )}
      </h1>
      <section className="panel" aria-labelledby="unit-facts">
        <header>
          <h2 id="unit-facts">{say(words.facts)}</h2>
          {isIdle && (
            <div className="form-actions">
              {kinds.length > 0 && unit.validTo === null && (
                <Button type="primary" onClick={() => setAdding(true)}>
                  {say(words.add)}
                </Button>
              )}
              <Button onClick={() => setAsked('edit')}>{say(words.edit)}</Button>
              {unit.validTo !== null ? (
                <Button loading={reopen.isPending} onClick={reopen.run}>
                  {say(words.reopen)}
                </Button>
              ) : (
                unit.parentId !== null && (
                  <Button onClick={() => setAsked('close')}>{say(words.close)}</Button>
                )
              )}
            </div>
          )}
        </header>
        {asked === 'edit' && <EditUnit unit={unit} onClose={close} />}
        {asked === 'close' && <CloseUnit unit={unit} onClose={close} />}
        {isAdding && (
          <AddUnit
            parent={unit}
            onAdded={(added) =>
              void navigate({
                to: '/units/$id',
                params: { id: added.id },
                search: { ...filters, under: undefined },
              })
            }
            onClose={() => setAdding(false)}
          />
        )}
        {isIdle && <Facts unit={unit} />}
        {isIdle && (
          <div className="panel-body" hidden={reopen.rest === undefined}>
            <Refusing words={reopen.rest} isOpenWork={false} />
          </div>
        )}
      </section>
    </>
  )
}

function Facts({ unit }: { unit: Unit }) {
  const { say } = useWords()
  const filters = useSearch({ from: '/staff/units' })
  const { validFrom: from, validTo: to, lng, lat } = unit
  return (
    <div className="panel-body">
      <dl className="unit-facts">
        <dt>{say(words.kind)}</dt>
        <dd>{say(words.kindAndCode, { kind: say(unitKindLabels[unit.kind]), code: unit.code })}</dd>
        <dt>{say(words.path)}</dt>
        <dd className="number">{unit.path}</dd>
        {unit.parent && (
          <>
            <dt>{say(words.above)}</dt>
            <dd>
              <Link
                className="link"
                to="/units/$id"
                params={{ id: unit.parent.id }}
                search={{ ...filters, under: undefined }}
              >
                {unit.parent.name}
              </Link>
            </dd>
          </>
        )}
        <dt>{say(words.phone)}</dt>
        <dd className="number">{unit.phone ?? '—'}</dd>
        <dt>{say(words.days)}</dt>
        <dd className="number">{to === null ? say(words.since, { from }) : say(words.span, { from, to })}</dd>
        <dt>{say(words.position)}</dt>
        <dd className="number">
          {lng === null || lat === null ? say(words.noPosition) : say(words.lngLat, { lng, lat })}
        </dd>
      </dl>
      {(unit.outline !== null || (lng !== null && lat !== null)) && (
        <div className="unit-map">
          <SketchMap label={say(words.map, { name: unit.name })} lng={lng} lat={lat} outline={unit.outline} />
        </div>
      )}
    </div>
  )
}

function UnitPosts({ posts }: { posts: Unit['posts'] }) {
  const { say } = useWords()
  return (
    <section className="panel" aria-labelledby="unit-posts">
      <header>
        <h2 id="unit-posts">{say(words.posts, { count: posts.length })}</h2>
      </header>
      {posts.length === 0 && <div className="panel-body quiet">{say(words.noPosts)}</div>}
      <ul className="lines">
        {posts.map((post) => (
          <li key={post.id}>
            <span>
              <Link className="link" to="/people/$id" params={{ id: post.person.id }} search={{}}>
                {post.person.name}
              </Link>{' '}
              {say(roleLabels[post.role])}
            </span>
            <small className="quiet number">
              {post.when === 'coming'
                ? say(words.coming, { from: post.fromOn })
                : post.toOn !== null && say(words.until, { to: post.toOn })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function UnitWork({ work }: { work: Unit['openWork'] }) {
  const { say } = useWords()
  return (
    <section className="panel" id="open-work" tabIndex={-1} aria-labelledby="unit-work">
      <header>
        <h2 id="unit-work">{say(words.work, { count: work.count })}</h2>
      </header>
      <div className="panel-body quiet">{say(words.workText)}</div>
      <ul className="lines">
        {work.rows.map((row) => (
          <li key={row.id}>
            {row.mayRead ? (
              <Link className="link number" to="/matters/$box/$id" params={{ box: 'area', id: row.id }}>
                {row.number}
              </Link>
            ) : (
              <span className="number">{row.number}</span>
            )}
            <span>{say(stateLabels[row.state])}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
