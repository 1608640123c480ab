import { PrinterOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { PlacePicker } from '#web/intake/PlacePicker.tsx'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { PlaceCard } from './PlaceCard.tsx'
import './places.css'
import { orgWords as words } from './words.ts'

/** The stairwell codes of a community, to print and put up. */
export function PlacesPage() {
  const { say } = useWords()
  const { under, name } = useSearch({ from: '/staff/places' })
  const navigate = useNavigate()
  const places = useInfiniteQuery({
    queryKey: ['places', under],
    queryFn: ({ pageParam, signal }) =>
      call('listPlaces', { query: { under, cursor: pageParam, limit: 60 } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    staleTime: 300_000,
  })
  const rows = places.data?.pages.flatMap((page) => page.rows) ?? []
  const title = say(words.placesTitle)
  useEffect(() => {
    document.title = title
  }, [title])
  const loadAll = async () => {
    for (let more = places.hasNextPage; more; ) more = (await places.fetchNextPage()).hasNextPage
  }
  return (
    <div className="page places-page">
      <h1 className="screen-only">{title}</h1>
      <p className="page-lead screen-only">{say(words.placesLead)}</p>
      <div className="places-tools screen-only">
        <Field label={say(words.community)}>
          {(wiring) => (
            <PlacePicker
              wiring={wiring}
              kind="community"
              value={under ?? ''}
              shown={name ?? say(words.allPlaces)}
              placeholder={say(words.communityHint)}
              onPick={(id, picked) => void navigate({ to: '/places', search: { under: id, name: picked } })}
            />
          )}
        </Field>
        <Button
          type="primary"
          icon={<PrinterOutlined />}
          disabled={rows.length === 0}
          onClick={() => window.print()}
        >
          {say(words.print, { count: rows.length })}
        </Button>
        {places.hasNextPage && (
          <Button loading={places.isFetchingNextPage} onClick={() => void loadAll()}>
            {say(words.loadAll)}
          </Button>
        )}
        <span className="quiet">{say(words.paper)}</span>
      </div>
      {places.isPending && <Skeleton rows={6} />}
      {places.error && <ErrorState error={places.error} onRetry={() => void places.refetch()} />}
      {places.data && rows.length === 0 && (
        <Empty title={say(words.noPlaces)}>{say(words.noPlacesText)}</Empty>
      )}
      <ul className="place-cards">
        {rows.map((place) => (
          <PlaceCard key={place.code} place={place} />
        ))}
      </ul>
      {rows.length > 0 && (
        <div className="form-actions screen-only">
          <span className="quiet">{say(words.shown, { count: rows.length })}</span>
          {places.hasNextPage && (
            <Button loading={places.isFetchingNextPage} onClick={() => void places.fetchNextPage()}>
              {say(words.more)}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
