import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type AuditKind, auditKinds } from '#domain/org/audit.ts'
import { call } from '#web/lib/api.ts'

export type AuditFilters = { record?: AuditKind; account?: string; from?: string; to?: string }

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** What the address of the audit page names; anything else is dropped. */
export function readAuditFilters(search: Record<string, unknown>): AuditFilters {
  const { record, account, from, to } = search
  return {
    ...(auditKinds.includes(record as AuditKind) ? { record: record as AuditKind } : {}),
    ...(typeof account === 'string' && account !== '' ? { account } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
  }
}

export function useAudit({ record, ...filters }: AuditFilters) {
  return useInfiniteQuery({
    queryKey: ['audit', record, filters],
    queryFn: ({ pageParam, signal }) =>
      call('listAudit', { query: { ...filters, kind: record, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** Accounts by a part of their name. */
export function useAudited(q: string) {
  return useQuery({
    enabled: q.trim() !== '',
    queryKey: ['audited', q],
    queryFn: ({ signal }) => call('listAudited', { query: { q: q.trim() } }, signal),
    placeholderData: keepPreviousData,
  })
}
