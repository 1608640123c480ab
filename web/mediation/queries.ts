import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useRef } from 'react'
import type { Day } from '#domain/calendar/days.ts'
import type { Step } from '#domain/mediation/moves.ts'
import type { Language } from '#domain/mediation/proposal.ts'
import { call } from '#web/lib/api.ts'
import { isRefused } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'
import { matterQuery } from '#web/matter/queries.ts'

// Those of one matter stand under 'matter', so that a nudge about it makes them stale; lists stand under 'mediations'.

/** The mediations of a matter, and with whom another one could be opened; proposed for who speaks a language, if one is asked for. */
export function useMatterMediations(
  matterId: string,
  { isOn = true, language }: { isOn?: boolean; language?: Language | undefined } = {},
) {
  return useQuery({
    queryKey: ['matter', matterId, 'mediations', language],
    queryFn: ({ signal }) =>
      call('listMatterMediations', { params: { id: matterId }, query: { language } }, signal),
    placeholderData: keepPreviousData,
    enabled: isOn,
  })
}

export function useMediation(matterId: string, mediationId: string) {
  return useQuery({
    queryKey: ['matter', matterId, 'mediation', mediationId],
    queryFn: ({ signal }) => call('getMediation', { params: { id: matterId, mediationId } }, signal),
    staleTime: 5_000,
  })
}

export const mediationBoxes = ['mine', 'open', 'agreed', 'done'] as const
export type MediationBox = (typeof mediationBoxes)[number]

export function useMediations(box: MediationBox) {
  return useInfiniteQuery({
    queryKey: ['mediations', box],
    queryFn: ({ pageParam, signal }) =>
      call('listMediations', { query: { box, cursor: pageParam, limit: 20 } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** What is taken in rooms and before me, from a day to a day. */
export function useSlots(from: Day, to: Day, isOn = true) {
  return useQuery({
    queryKey: ['mediations', 'slots', from, to],
    queryFn: ({ signal }) => call('listSlots', { query: { from, to } }, signal),
    placeholderData: keepPreviousData,
    enabled: isOn,
  })
}

type Sent = { step: Step; input: Record<string, unknown> }

/**
 * Takes a step of a mediation. The same content sent again keeps its command id, so that it is done once. The matter is read
 * anew before: what a party does by its link meanwhile does not refuse a long form, whose own rules are asked on the server.
 */
export function useStep({ id, matterId }: { id: string; matterId: string }) {
  const queryClient = useQueryClient()
  const sent = useRef<{ content: string; commandId: string }>(undefined)
  return useMutation({
    mutationFn: async ({ step, input }: Sent) => {
      const content = JSON.stringify([step, input])
      if (sent.current?.content !== content) sent.current = { content, commandId: newId() }
      const { commandId } = sent.current
      const { version } = await queryClient.fetchQuery({ ...matterQuery(matterId), staleTime: 0 })
      return call('moveMatter', {
        params: { id: matterId },
        body: { commandId, version, verb: 'mediate', input: { mediationId: id, step, input } },
      })
    },
    onError: (error) => {
      if (isRefused(error, 'commandReused')) sent.current = undefined
    },
    onSettled: (_answer, error) => {
      for (const list of ['matters', 'mediations']) void queryClient.invalidateQueries({ queryKey: [list] })
      void queryClient.invalidateQueries({ queryKey: ['room', matterId] })
      const reading = queryClient.invalidateQueries({ queryKey: ['matter', matterId] })
      return error ? undefined : reading
    },
  })
}
