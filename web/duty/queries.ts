import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '#web/lib/api.ts'
import type { DutySearch } from './search.ts'

const first = { initialPageParam: undefined as string | undefined }
const next = { getNextPageParam: (last: { next: string | null }) => last.next ?? undefined }

export function useDuties({ find, category, unit, level, when }: DutySearch) {
  const query = { q: find, category, unit, level, when }
  return useInfiniteQuery({
    queryKey: ['rules', 'duties', 'list', query],
    queryFn: ({ pageParam, signal }) =>
      call('listDuties', { query: { ...query, cursor: pageParam } }, signal),
    placeholderData: keepPreviousData,
    ...first,
    ...next,
  })
}

export function useDutyList() {
  return useQuery({
    queryKey: ['rules', 'duties', 'force'],
    queryFn: ({ signal }) => call('getDutyList', {}, signal),
  })
}

export function useDuty(id: string) {
  return useQuery({
    queryKey: ['rules', 'duties', 'line', id],
    queryFn: ({ signal }) => call('getDuty', { params: { id } }, signal),
  })
}

export function useGaps(kind: DutySearch['gap']) {
  return useInfiniteQuery({
    queryKey: ['rules', 'duties', 'gaps', kind],
    queryFn: ({ pageParam, signal }) => call('listDutyGaps', { query: { kind, cursor: pageParam } }, signal),
    placeholderData: keepPreviousData,
    ...first,
    ...next,
  })
}

export function useProposals(state: 'open' | 'decided', isOn = true) {
  return useInfiniteQuery({
    queryKey: ['rules', 'duties', 'proposals', state],
    queryFn: ({ pageParam, signal }) =>
      call('listDutyProposals', { query: { state, cursor: pageParam } }, signal),
    enabled: isOn,
    ...first,
    ...next,
  })
}

export function useCommunityTrial(isOn: boolean) {
  return useQuery({
    queryKey: ['rules', 'duties', 'try'],
    queryFn: ({ signal }) => call('tryCommunityList', { query: {} }, signal),
    enabled: isOn,
  })
}

/** What the list says of a matter as it stands, and what was proposed from it. */
export function useMatterDuty({ id, version }: { id: string; version: number }, isOn: boolean) {
  return useQuery({
    queryKey: ['rules', 'duties', 'matter', id, version],
    queryFn: ({ signal }) => call('getMatterDuty', { params: { id } }, signal),
    enabled: isOn,
    placeholderData: keepPreviousData,
  })
}

/** Units of every kind by a part of their name. */
export function useUnitsNamed(q: string) {
  return useQuery({
    queryKey: ['units', 'any', q],
    queryFn: ({ signal }) => call('listPlaceUnits', { query: { q } }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}
