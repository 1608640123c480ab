import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { call } from '#web/lib/api.ts'
import { isRefused } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'

type At = { matterId: string; mediationId: string; sessionId: string }
const paramsOf = ({ matterId, mediationId, sessionId }: At) => ({ id: matterId, mediationId, sessionId })

// Under 'room' and the matter: a nudge of either makes it stale.

/** A room: the latest page first, those before it as they are asked for. */
export function useRoom(at: At) {
  return useInfiniteQuery({
    queryKey: ['room', at.matterId, at.sessionId],
    queryFn: ({ pageParam, signal }) =>
      call('getRoom', { params: paramsOf(at), query: { before: pageParam } }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => last.before ?? undefined,
    // should a nudge be lost
    refetchInterval: 60_000,
  })
}

/** Writes in a room; the same words sent again keep their command id, so that they are said once. */
export function useSay(at: At) {
  const queryClient = useQueryClient()
  const sent = useRef<{ content: string; commandId: string }>(undefined)
  return useMutation({
    mutationFn: async ({ text, files }: { text: string; files: string[] }) => {
      const content = JSON.stringify([text, files])
      if (sent.current?.content !== content) sent.current = { content, commandId: newId() }
      const body = { commandId: sent.current.commandId, text, files }
      const done = await call('sayInRoom', { params: paramsOf(at), body })
      sent.current = undefined
      return done
    },
    onError: (error) => {
      if (isRefused(error, 'commandReused')) sent.current = undefined
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['room', at.matterId] }),
  })
}

/** The wordings of an agreement, the latest first. */
export function useDrafts(at: {
  matterId: string
  mediationId: string
  agreementId: string
  version: number
}) {
  const params = { id: at.matterId, mediationId: at.mediationId, agreementId: at.agreementId }
  return useInfiniteQuery({
    queryKey: ['drafts', at.agreementId, at.version],
    queryFn: ({ pageParam, signal }) => call('listDrafts', { params, query: { before: pageParam } }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => last.before ?? undefined,
  })
}
