import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'

export function useRegisters() {
  return useInfiniteQuery({
    queryKey: ['registers'],
    queryFn: ({ pageParam, signal }) => call('listRegisters', { query: { cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** A register; while it is being carried out it is looked at again and again. */
export function useRegister(id: string) {
  return useQuery({
    queryKey: ['registers', id],
    queryFn: ({ signal }) => call('getRegister', { params: { id } }, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'approved' ? 3_000 : false),
  })
}

export function useRegisterFiles(id: string, state: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['registers', id, 'files', state],
    enabled: state !== undefined,
    queryFn: ({ pageParam, signal }) =>
      call('listRegisterFiles', { params: { id }, query: { cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** One command about registers; see `useDeed`. */
export const useRegisterDeed = <Done>(
  send: (commandId: string) => Promise<Done>,
  fields: readonly string[],
  onDone: (done: Done) => void,
) => useDeed(['registers'], send, fields, onDone)
