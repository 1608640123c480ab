import { MutationCache, QueryCache, QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import type { Me } from '#contract/session.ts'
import type { Permission } from '#domain/org/grants.ts'
import { call } from '#web/lib/api.ts'
import { isRefused, OfflineError } from '#web/lib/failures.ts'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call('getMe', {}, signal),
  staleTime: 5 * 60_000,
})

/** What the product says of itself to anybody. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => call('health', {}, signal),
  retry: false,
})

/** Who is signed in; undefined while it is being asked. */
export function useMe(): Me | undefined {
  return useQuery(meQuery).data
}

/** Whether a post of mine holds the permission at all. */
export function useMay(permission: Permission): boolean {
  return useMe()?.permissions.includes(permission) ?? false
}

/** What needs somebody's attention. */
export function useAlarms() {
  const me = useMe()
  return useQuery({
    enabled: me?.gate === null,
    queryKey: ['alarms'],
    queryFn: ({ signal }) => call('listAlarms', {}, signal),
    refetchInterval: 5 * 60_000,
  })
}

export type WhyGone = 'more' | 'remote' | 'idle'
const reasons: readonly unknown[] = ['more', 'remote', 'idle']

/**
 * Reads try again when the network failed, never when the server answered no; a lost session is told to `onSignedOut`, with
 * the reason where the server knows it.
 */
export function newQueryClient(onSignedOut: (why: WhyGone | undefined) => void): QueryClient {
  const onError = (error: Error) => {
    // Something has come to stand between the person and the work: the page asks anew who they are.
    if (isRefused(error, 'setFactorFirst') || isRefused(error, 'changePassword'))
      void client.invalidateQueries(meQuery)
    if (!isRefused(error, 'signInFirst') && !isRefused(error, 'factorFirst')) return
    const why = error.refusal.facts?.['why']
    onSignedOut(reasons.includes(why) ? (why as WhyGone) : undefined)
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => error instanceof OfflineError && count < 2,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return client
}
