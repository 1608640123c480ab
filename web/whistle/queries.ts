import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { whistleBoxes } from '#contract/whistle.ts'
import { type WhistleKind, whistleKinds } from '#domain/whistle/limits.ts'
import { call } from '#web/lib/api.ts'

export type WhistleBox = (typeof whistleBoxes)[number]
export type WhistleSearch = { of?: WhistleBox; type?: WhistleKind; late?: '1' }

/** What the address says of a list, without what means nothing. */
export function readWhistleSearch(search: Record<string, unknown>): WhistleSearch {
  const of = whistleBoxes.find((one) => one === search['of'])
  const type = whistleKinds.find((one) => one === search['type'])
  const isLate = String(search['late']) === '1'
  return { ...(of ? { of } : {}), ...(type ? { type } : {}), ...(isLate ? { late: '1' } : {}) }
}

// Lists, and the whistles of a matter, stand under 'whistles', so that a nudge makes them stale; one stands under 'whistle'.

export function useWhistles({ of = 'todo', type: kind, late }: WhistleSearch) {
  return useInfiniteQuery({
    queryKey: ['whistles', 'list', of, kind, late],
    queryFn: ({ pageParam, signal }) =>
      call('listWhistles', { query: { of, kind, late, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useWhistle(id: string) {
  return useQuery({
    queryKey: ['whistle', id],
    queryFn: ({ signal }) => call('getWhistle', { params: { id } }, signal),
  })
}

export function useMatterWhistles(matterId: string) {
  return useQuery({
    queryKey: ['whistles', 'matter', matterId],
    queryFn: ({ signal }) => call('listMatterWhistles', { params: { id: matterId } }, signal),
  })
}

export function useWhistleForm(matterId: string | undefined) {
  return useQuery({
    queryKey: ['whistles', 'form', matterId],
    queryFn: ({ signal }) => call('getWhistleForm', { query: { matterId } }, signal),
    staleTime: 60_000,
  })
}

export function useWhistleFigures(month: string) {
  return useQuery({
    queryKey: ['whistles', 'figures', month],
    queryFn: ({ signal }) => call('getWhistleFigures', { query: { month } }, signal),
    placeholderData: keepPreviousData,
  })
}
