import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { petitionBoxes } from '#contract/petition.ts'
import type { PetitionStep } from '#domain/petition/moves.ts'
import { type PetitionKind, petitionKinds } from '#domain/petition/petition.ts'
import { call } from '#web/lib/api.ts'
import { isRefused } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'
import { matterQuery } from '#web/matter/queries.ts'

export type PetitionBox = (typeof petitionBoxes)[number]
export type PetitionSearch = { of?: PetitionBox; type?: PetitionKind }

/** What the address says of the list, without what means nothing. */
export function readPetitionSearch(search: Record<string, unknown>): PetitionSearch {
  const of = petitionBoxes.find((one) => one === search['of'])
  const type = petitionKinds.find((one) => one === search['type'])
  return { ...(of ? { of } : {}), ...(type ? { type } : {}) }
}

export function usePetitions({ of = 'turn', type: kind }: PetitionSearch) {
  return useInfiniteQuery({
    queryKey: ['petitions', 'list', of, kind],
    queryFn: ({ pageParam, signal }) =>
      call('listPetitions', { query: { of, kind, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function usePetitionFigures(month: string) {
  return useQuery({
    queryKey: ['petitions', 'figures', month],
    queryFn: ({ signal }) => call('getPetitionFigures', { query: { month } }, signal),
  })
}

export function useMatterPetition(matterId: string, isOn: boolean) {
  return useQuery({
    queryKey: ['petitions', 'matter', matterId],
    queryFn: ({ signal }) => call('getMatterPetition', { params: { id: matterId } }, signal),
    enabled: isOn,
  })
}

type Sent = { step: PetitionStep; input: Record<string, unknown> }

/** Takes a step of a petition. The same content sent again keeps its command id, so that it is done once. */
export function usePetitionStep({ id, matterId }: { id: string; matterId: string }) {
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
        body: { commandId, version, verb: 'petition', input: { petitionId: id, step, input } },
      })
    },
    onError: (error) => {
      if (isRefused(error, 'commandReused')) sent.current = undefined
    },
    onSettled: (_answer, error) => {
      void queryClient.invalidateQueries({ queryKey: ['matters'] })
      void queryClient.invalidateQueries({ queryKey: ['matter', matterId] })
      const reading = queryClient.invalidateQueries({ queryKey: ['petitions'] })
      return error ? undefined : reading
    },
  })
}
