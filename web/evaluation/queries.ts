import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '#web/lib/api.ts'
import type { As, ExclusionBox, LineSearch } from './search.ts'

const first = { initialPageParam: undefined as string | undefined }
const next = { getNextPageParam: (last: { next: string | null }) => last.next ?? undefined }

export function useEvaluation(month: string, query: { as?: As; unit?: string }) {
  return useQuery({
    queryKey: ['evaluation', 'month', month, query],
    queryFn: ({ signal }) => call('getEvaluation', { params: { month }, query }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useEvaluationUnits() {
  return useQuery({
    queryKey: ['evaluation', 'units'],
    queryFn: ({ signal }) => call('listEvaluationUnits', {}, signal),
    staleTime: 600_000,
  })
}

export function useLines(month: string, search: LineSearch) {
  return useInfiniteQuery({
    queryKey: ['evaluation', 'lines', month, search],
    queryFn: ({ pageParam, signal }) =>
      call('listEvaluationLines', { query: { ...search, month, cursor: pageParam } }, signal),
    ...first,
    ...next,
  })
}

export function useMonths() {
  return useInfiniteQuery({
    queryKey: ['evaluation', 'months'],
    queryFn: ({ pageParam, signal }) => call('listFrozenMonths', { query: { before: pageParam } }, signal),
    ...first,
    ...next,
  })
}

export function useDifferences(month: string) {
  return useInfiniteQuery({
    queryKey: ['evaluation', 'differences', month],
    queryFn: ({ pageParam, signal }) =>
      call('listDifferences', { params: { month }, query: { cursor: pageParam } }, signal),
    ...first,
    ...next,
  })
}

export function useExclusions(box: ExclusionBox) {
  return useInfiniteQuery({
    queryKey: ['exclusions', box],
    queryFn: ({ pageParam, signal }) => call('listExclusions', { query: { box, cursor: pageParam } }, signal),
    ...first,
    ...next,
  })
}

export function useExclusion(id: string) {
  return useQuery({
    queryKey: ['exclusions', 'one', id],
    queryFn: ({ signal }) => call('getExclusion', { params: { id } }, signal),
  })
}

export function useAsking(id: string | undefined) {
  return useQuery({
    queryKey: ['exclusions', 'asking', id],
    queryFn: ({ signal }) => call('prepareExclusion', { params: { id: id ?? '' } }, signal),
    enabled: id !== undefined,
    retry: false,
  })
}

export function usePanel() {
  return useQuery({
    queryKey: ['exclusions', 'panel'],
    queryFn: ({ signal }) => call('getPanel', {}, signal),
  })
}
