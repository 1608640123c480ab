import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { instrumentBoxes } from '#contract/supervision.ts'
import type { Level } from '#domain/org/roles.ts'
import type { StuckColumn } from '#domain/supervision/board.ts'
import type { Failing, FindingState } from '#domain/supervision/failings.ts'
import { call } from '#web/lib/api.ts'

export type Box = (typeof instrumentBoxes)[number]
export type Where = { unit?: string | undefined; level?: Level | undefined }

export function useBoard(where: Where) {
  return useQuery({
    queryKey: ['supervision', 'board', where],
    queryFn: ({ signal }) => call('getSupervisionBoard', { query: where }, signal),
  })
}

const first = { initialPageParam: undefined as string | undefined }
const next = { getNextPageParam: (last: { next: string | null }) => last.next ?? undefined }

export function useStuck(column: StuckColumn, where: Where) {
  return useInfiniteQuery({
    queryKey: ['supervision', 'stuck', column, where],
    queryFn: ({ pageParam, signal }) =>
      call('listStuck', { query: { column, ...where, cursor: pageParam } }, signal),
    ...first,
    ...next,
  })
}

export function useInstruments(box: Box) {
  return useInfiniteQuery({
    queryKey: ['supervision', 'instruments', box],
    queryFn: ({ pageParam, signal }) =>
      call('listInstruments', { query: { box, cursor: pageParam } }, signal),
    ...first,
    ...next,
  })
}

/** How many wait for an answer of my units. */
export function useToAnswer() {
  return useQuery({
    queryKey: ['supervision', 'toAnswer'],
    queryFn: ({ signal }) => call('listInstruments', { query: { box: 'toAnswer', limit: 1 } }, signal),
  })
}

export function useInstrument(id: string) {
  return useQuery({
    queryKey: ['supervision', 'instrument', id],
    queryFn: ({ signal }) => call('getInstrument', { params: { id } }, signal),
  })
}

export function useMatterSupervision(id: string, isOn: boolean) {
  return useQuery({
    queryKey: ['supervision', 'matter', id],
    queryFn: ({ signal }) => call('getMatterSupervision', { params: { id } }, signal),
    enabled: isOn,
  })
}

export function useFindings(of: {
  state: FindingState
  failing?: Failing | undefined
  unit?: string | undefined
}) {
  return useInfiniteQuery({
    queryKey: ['supervision', 'findings', of],
    queryFn: ({ pageParam, signal }) => call('listFindings', { query: { ...of, cursor: pageParam } }, signal),
    ...first,
    ...next,
  })
}

export function useSamples() {
  return useInfiniteQuery({
    queryKey: ['supervision', 'samples'],
    queryFn: ({ pageParam, signal }) => call('listClosureSamples', { query: { cursor: pageParam } }, signal),
    ...first,
    ...next,
  })
}

export function useSample(id: string) {
  return useQuery({
    queryKey: ['supervision', 'sample', id],
    queryFn: ({ signal }) => call('getClosureSample', { params: { id } }, signal),
  })
}

export function useSampleLines(id: string) {
  return useInfiniteQuery({
    queryKey: ['supervision', 'sample', id, 'lines'],
    queryFn: ({ pageParam, signal }) =>
      call('listSampleLines', { params: { id }, query: { after: pageParam } }, signal),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}
