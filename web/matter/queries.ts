import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query'
import type { listBoxes } from '#contract/list.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { conditionsOf, type Filters } from './filters.ts'

export type Box = (typeof listBoxes)[number]

// Lists stand under 'matters' and single ones under 'matter', as the nudges name them.

/** The order of a list: as chosen, or what its box is best read by. */
export const sortOf = (box: Box, { sort }: Filters) =>
  sort ?? (box === 'mine' || box === 'pool' ? 'due' : 'new')

export function listQuery(box: Box, filters: Filters) {
  const query = { ...conditionsOf(filters), box, sort: sortOf(box, filters) } as const
  return infiniteQueryOptions({
    queryKey: ['matters', query],
    queryFn: ({ pageParam, signal }) =>
      call('listMatters', { query: { ...query, limit: 30, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useMatters(box: Box, filters: Filters) {
  return useInfiniteQuery(listQuery(box, filters))
}

/** How many a list holds; asked beside the rows, so that they never wait for it. */
export function useTotal(box: Box, filters: Filters) {
  const query = { ...conditionsOf(filters), box, sort: sortOf(box, filters) } as const
  return useQuery({
    queryKey: ['matters', 'total', query],
    queryFn: ({ signal }) => call('countList', { query }, signal),
    placeholderData: keepPreviousData,
  })
}

export function matterQuery(id: string) {
  return queryOptions({
    queryKey: ['matter', id],
    queryFn: ({ signal }) => call('getMatter', { params: { id } }, signal),
    staleTime: 5_000,
  })
}

export function useMatter(id: string) {
  return useQuery(matterQuery(id))
}

export function useCounts(isOn: boolean) {
  return useQuery({
    queryKey: ['matters', 'counts'],
    queryFn: ({ signal }) => call('countMatters', {}, signal),
    enabled: isOn,
  })
}

export type TargetVerb = 'dispatch' | 'rule' | 'handDown' | 'assist' | 'copy'

export function useTargets(id: string, verb: TargetVerb, q: string) {
  return useQuery({
    queryKey: ['targets', id, verb, q],
    queryFn: ({ signal }) =>
      call('listTargets', { params: { id }, query: { verb, ...(q ? { q } : {}) } }, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}

export function usePlaceUnits(q: string, kind?: 'community') {
  return useQuery({
    queryKey: ['units', q, kind],
    queryFn: ({ signal }) => call('listPlaceUnits', { query: { q, kind, places: '1' } }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

/** The tree of categories, and what a code is called in the reader's language. */
export function useCategories() {
  const { language } = useWords()
  const { data } = useQuery({
    queryKey: ['categories'],
    queryFn: ({ signal }) => call('listCategories', {}, signal),
    staleTime: 3_600_000,
  })
  const rows = data?.rows ?? []
  const nameOf = (code: string | null | undefined): string | undefined => {
    const row = rows.find((one) => one.code === code)
    return row && (language === 'zh' ? row.nameZh : row.nameEn)
  }
  return { rows, nameOf }
}
