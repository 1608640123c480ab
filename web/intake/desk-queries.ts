import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { isHandOver } from '#domain/intake/hand-over.ts'
import type { Proposal } from '#domain/triage/classify.ts'
import { call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useSettled } from '#web/lib/use-settled.ts'
import { phoneIn, type RegisterValue } from './register-value.ts'

/** Characters of what is typed that are compared; more say nothing new. */
const compared = 1500

const nothing: Proposal = { categoryCode: null, kind: null, urgency: null, because: [] }

const proposalQuery = (words: string) =>
  queryOptions({
    queryKey: ['desk', 'proposal', words],
    queryFn: ({ signal }) => call('tryWords', { body: { text: words } }, signal),
    staleTime: 300_000,
    gcTime: 300_000,
  })

const readable = (words: string) => words.trim().slice(0, compared).toWellFormed()

/** What the words propose, by the district's own categories; `now` waits for that of what stands there at this moment. */
export function useProposal(words: string): { proposal: Proposal; now: () => Promise<Proposal> } {
  const queryClient = useQueryClient()
  const settled = useSettled(readable(words), 300)
  const { data } = useQuery({
    ...proposalQuery(settled),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  })
  const now = async () => {
    const text = readable(words)
    // without an answer it is registered as what it usually is, and triage decides
    return text === '' ? nothing : await queryClient.fetchQuery(proposalQuery(text)).catch(() => nothing)
  }
  return { proposal: settled === '' ? nothing : (data ?? nothing), now }
}

/** What may be the same thing as what is being typed, asked when the fingers rest. */
export function useSimilar(value: RegisterValue, categoryCode: string) {
  const { channel, placeUnitId } = value
  const words = useSettled(readable(value.words), 500)
  const externalNo = useSettled(value.externalNo.trim().slice(0, 60), 500)
  const paper =
    isHandOver(channel) && externalNo !== '' ? { channel: channel as 'police', externalNo } : undefined
  const isOn = words.length >= 4 || paper !== undefined
  const asked = useQuery({
    queryKey: ['desk', 'similar', words, placeUnitId, categoryCode, paper],
    queryFn: ({ signal }) =>
      call(
        'findSimilar',
        {
          body: {
            words,
            ...(placeUnitId === '' ? {} : { placeUnitId }),
            ...(categoryCode === '' ? {} : { categoryCode }),
            ...(paper ? { paper } : {}),
          },
        },
        signal,
      ),
    enabled: isOn,
    // a paper that is here is named above the rest
    select: (answer) => ({
      ...answer,
      rows: answer.rows.filter((row) => row.id !== answer.paper?.id),
    }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    gcTime: 60_000,
  })
  // what was shown before is not about an empty form
  return isOn ? asked.data : undefined
}

/** What was said before with this number. Each number is asked for once, since every asking stands on record. */
export function useSaid(typed: string, isOn: boolean) {
  const phone = useSettled(phoneIn(typed).phone ?? '', 700)
  return useQuery({
    queryKey: ['desk', 'said', phone],
    queryFn: ({ signal }) => call('findSaid', { body: { commandId: newId(), phone } }, signal),
    enabled: isOn && phone !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Who would likely handle it. */
export function useLikely(placeUnitId: string, categoryCode: string, q: string, isOn: boolean) {
  return useQuery({
    queryKey: ['desk', 'likely', placeUnitId, categoryCode, q],
    queryFn: ({ signal }) =>
      call(
        'listLikely',
        { query: { placeUnitId, categoryCode: categoryCode || undefined, q: q || undefined } },
        signal,
      ),
    enabled: isOn && placeUnitId !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}
