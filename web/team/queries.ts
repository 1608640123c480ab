import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { teamBoxes } from '#contract/team.ts'
import { call } from '#web/lib/api.ts'

export type TeamBox = (typeof teamBoxes)[number]
export type TeamSearch = { of?: TeamBox }

/** What the address says of a list, without what means nothing. */
export function readTeamSearch(search: Record<string, unknown>): TeamSearch {
  const of = teamBoxes.find((one) => one === search['of'])
  return of ? { of } : {}
}

export function useTeams({ of = 'on' }: TeamSearch) {
  return useInfiniteQuery({
    queryKey: ['teams', 'list', of],
    queryFn: ({ pageParam, signal }) => call('listTeams', { query: { of, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useTeam(id: string) {
  return useQuery({
    queryKey: ['team', id],
    queryFn: ({ signal }) => call('getTeam', { params: { id } }, signal),
  })
}

/** Units by what is typed, with those of them who may work in a team. */
export function useTeamPeople(q: string) {
  return useQuery({
    queryKey: ['team-people', q],
    queryFn: ({ signal }) => call('listTeamPeople', { query: { q } }, signal),
  })
}
