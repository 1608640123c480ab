import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Verb } from '#domain/matter/moves.ts'
import { type Answer, call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useActive } from '#web/lib/use-active.ts'

type Colleague = Answer<'signPresence'>['rows'][number]

/** How often a screen says that it is there (milliseconds); the server believes a sign for thirty seconds. */
const everyMs = 12_000
/** Untouched for this long, a screen falls silent, and its session may run out (milliseconds). */
const idleMs = 5 * 60_000

/**
 * Says that this screen has the matter open and in which form somebody writes, and learns who else has. A hidden window is
 * silent, and so is one that nobody touches. In: the matter and the form. Out: the others.
 */
export function usePresent(matterId: string, verb: Verb | undefined): readonly Colleague[] {
  const [screenId] = useState(newId)
  const isActive = useActive(idleMs)
  // a nudge of this kind makes it stale, so news come at once
  const { data } = useQuery({
    queryKey: ['presence', matterId, verb ?? null],
    queryFn: ({ signal }) =>
      call('signPresence', { params: { id: matterId }, body: { screenId, verb: verb ?? null } }, signal),
    enabled: isActive,
    refetchInterval: everyMs,
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  })
  useEffect(
    () => () => {
      // going without a word is told by the silence
      void call('signPresence', {
        params: { id: matterId },
        body: { screenId, verb: null, isLeaving: true },
      }).catch(() => undefined)
    },
    [matterId, screenId],
  )
  return data?.rows ?? []
}
