import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { aidBoxes } from '#contract/aid.ts'
import { call } from '#web/lib/api.ts'

export type AidBox = (typeof aidBoxes)[number]
export type AidSearch = { of?: AidBox; type?: string; late?: '1'; team?: string }

const isKind = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9A-Z]{2,16}$/.test(value)
const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)

/** What the address says of a list, without what means nothing. */
export function readAidSearch(search: Record<string, unknown>): AidSearch {
  const of = aidBoxes.find((one) => one === search['of'])
  const { type, team } = search
  return {
    ...(of ? { of } : {}),
    ...(isKind(type) ? { type } : {}),
    ...(String(search['late']) === '1' ? { late: '1' } : {}),
    ...(isId(team) ? { team } : {}),
  }
}

// Lists, and the orders about a matter, stand under 'aids', so that a nudge makes them stale; one stands under 'aid'.

export function useAids({ of = 'todo', type: kind, late, team }: AidSearch) {
  return useInfiniteQuery({
    queryKey: ['aids', 'list', of, kind, late, team],
    queryFn: ({ pageParam, signal }) =>
      call('listAids', { query: { of, kind, late, team, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useAid(id: string) {
  return useQuery({
    queryKey: ['aid', id],
    queryFn: ({ signal }) => call('getAid', { params: { id } }, signal),
  })
}

export function useMatterAids(matterId: string) {
  return useQuery({
    queryKey: ['aids', 'matter', matterId],
    queryFn: ({ signal }) => call('listMatterAids', { params: { id: matterId } }, signal),
  })
}

export function useAidForm(matterId?: string) {
  return useQuery({
    queryKey: ['aids', 'form', matterId],
    queryFn: ({ signal }) => call('getAidForm', { query: { matterId } }, signal),
    staleTime: 60_000,
  })
}

export function useAidFigures(month: string) {
  return useQuery({
    queryKey: ['aids', 'figures', month],
    queryFn: ({ signal }) => call('getAidFigures', { query: { month } }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useAidKinds() {
  return useQuery({
    queryKey: ['aids', 'kinds'],
    queryFn: ({ signal }) => call('listAidKinds', {}, signal),
  })
}
