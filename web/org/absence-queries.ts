import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '#web/lib/api.ts'

export function useAbsences(personId: string) {
  return useQuery({
    queryKey: ['absences', personId],
    queryFn: ({ signal }) => call('listAbsences', { query: { personId } }, signal),
  })
}

/** Whose absences I may set; the first without a search is me. */
export function useColleagues(q: string) {
  return useQuery({
    queryKey: ['absences', 'colleagues', q],
    queryFn: ({ signal }) => call('listAbsencePeople', { query: { q } }, signal),
    placeholderData: keepPreviousData,
  })
}

export type Days = { personId: string; fromOn: string; toOn: string }

export function useSubstitutes(days: Days, q: string) {
  return useQuery({
    queryKey: ['absences', 'substitutes', days, q],
    queryFn: ({ signal }) => call('listSubstitutes', { query: { ...days, q } }, signal),
    placeholderData: keepPreviousData,
    enabled: days.fromOn !== '' && days.toOn >= days.fromOn,
  })
}
