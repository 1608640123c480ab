import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '#web/lib/api.ts'

export type Of = 'open' | 'answered'

export function useSubjects(of: Of) {
  return useInfiniteQuery({
    queryKey: ['subjects', 'list', of],
    queryFn: ({ pageParam, signal }) => call('listSubjects', { query: { of, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useSubject(id: string) {
  return useQuery({
    queryKey: ['subjects', id],
    queryFn: ({ signal }) => call('getSubject', { params: { id } }, signal),
  })
}
