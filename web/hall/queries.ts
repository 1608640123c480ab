import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { HallView } from '#contract/hall.ts'
import { type Answer, call, type Given } from '#web/lib/api.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'

export const hallsQuery = queryOptions({
  queryKey: ['halls'],
  queryFn: ({ signal }) => call('listHalls', {}, signal),
})

export function hallQuery(id: string) {
  return queryOptions({
    queryKey: ['hall', id],
    queryFn: ({ signal }) => call('getHall', { params: { id } }, signal),
    // A booking comes into the line by the clock alone, of which nobody nudges.
    refetchInterval: 60_000,
  })
}

/** Numbers that were sent to me and wait. */
export function useMyCalls(isOn: boolean) {
  return useQuery({
    queryKey: ['calls'],
    queryFn: ({ signal }) => call('listMyCalls', {}, signal),
    enabled: isOn,
  })
}

type Move = Omit<Given<'moveTicket'>['body'], 'commandId'> & { id: string }
export type HallDeed =
  | {
      do: 'take'
      priority?: NonNullable<Given<'takeTicket'>['body']['priority']> | null
      booking?: NonNullable<Given<'takeTicket'>['body']['booking']>
    }
  | { do: 'next'; windowId: string }
  | ({ do: 'move' } & Move)
export type HallDone = Answer<'callNext'>

function send(hallId: string, commandId: string, deed: HallDeed): Promise<HallDone> {
  const params = { id: hallId }
  if (deed.do === 'next') return call('callNext', { params, body: { commandId, windowId: deed.windowId } })
  if (deed.do === 'move') {
    const { do: _, id, ...body } = deed
    return call('moveTicket', { params: { id }, body: { commandId, ...body } })
  }
  const { do: _, ...body } = deed
  return call('takeTicket', { params, body: { commandId, id: commandId, ...body } })
}

/** Does one thing in a hall; the same sent again after a lost answer is done once. */
export function useHallDeed(hallId: string) {
  const queryClient = useQueryClient()
  const sent = useRef<{ content: string; commandId: string }>(undefined)
  return useMutation({
    mutationFn: (deed: HallDeed) => {
      const content = JSON.stringify(deed)
      if (sent.current?.content !== content) sent.current = { content, commandId: newId() }
      return send(hallId, sent.current.commandId, deed)
    },
    onSuccess: ({ hall }) => {
      sent.current = undefined
      keepHall(queryClient, hall)
      void queryClient.invalidateQueries({ queryKey: ['calls'] })
    },
    onError: (error) => {
      if (!(error instanceof RefusalError)) return
      sent.current = undefined
      void queryClient.invalidateQueries({ queryKey: ['hall', hallId] })
    },
  })
}

/** The newest state of a hall wins, whichever answer comes last. */
export function keepHall(queryClient: ReturnType<typeof useQueryClient>, hall: HallView): void {
  queryClient.setQueryData<HallView>(['hall', hall.id], (before) =>
    before && before.version > hall.version ? before : hall,
  )
}
