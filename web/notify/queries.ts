import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { type Topic, topics } from '#domain/notify/occasions.ts'
import { call, type Given } from '#web/lib/api.ts'

export type NoticeFilters = { topic?: Topic; unseen?: true }

/** What the address of the page of notices names; anything else is dropped. */
export function readNoticeFilters({ topic, unseen }: Record<string, unknown>): NoticeFilters {
  return {
    ...(topics.includes(topic as Topic) ? { topic: topic as Topic } : {}),
    ...(unseen === true ? { unseen } : {}),
  }
}

/** How many notices are new. */
export function useFresh(isOn: boolean) {
  return useQuery({
    enabled: isOn,
    queryKey: ['notices', 'count'],
    queryFn: ({ signal }) => call('countNotices', {}, signal),
    refetchInterval: 5 * 60_000,
  })
}

/** The newest that I have not seen, for the bell. */
export function useNewest(isOn: boolean) {
  return useQuery({
    enabled: isOn,
    queryKey: ['notices', 'newest'],
    queryFn: ({ signal }) => call('listNotices', { query: { unseen: '1', limit: 20 } }, signal),
  })
}

export function useNotices({ topic, unseen }: NoticeFilters) {
  return useInfiniteQuery({
    queryKey: ['notices', 'page', topic, unseen],
    queryFn: ({ pageParam, signal }) => {
      const query = { topic, unseen: unseen ? ('1' as const) : undefined, cursor: pageParam, limit: 30 }
      return call('listNotices', { query }, signal)
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** Marks notices as seen; every list of them is read again. */
export function useSee() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Given<'seeNotices'>['body']) => call('seeNotices', { body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['notices'] }),
  })
}
