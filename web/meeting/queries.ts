import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '#web/lib/api.ts'

export const meetingBoxes = ['coming', 'minutes', 'done'] as const
export type MeetingBox = (typeof meetingBoxes)[number]
export const taskBoxes = ['mine', 'called', 'ended'] as const
export type TaskBox = (typeof taskBoxes)[number]

export function useMeetings(box: MeetingBox, isOn = true) {
  return useInfiniteQuery({
    queryKey: ['meetings', 'list', box],
    queryFn: ({ pageParam, signal }) => call('listMeetings', { query: { box, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: isOn,
  })
}

export function useMeetingTasks(of: TaskBox, isOn = true) {
  return useInfiniteQuery({
    queryKey: ['meetings', 'tasks', of],
    queryFn: ({ pageParam, signal }) =>
      call('listMeetingTasks', { query: { of, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: isOn,
  })
}

export function useMeeting(id: string) {
  return useQuery({
    queryKey: ['meetings', id],
    queryFn: ({ signal }) => call('getMeeting', { params: { id } }, signal),
  })
}

export function useMatterMeetings(id: string, isOn: boolean) {
  return useQuery({
    enabled: isOn,
    queryKey: ['meetings', 'of', id],
    queryFn: ({ signal }) => call('listMatterMeetings', { params: { id } }, signal),
  })
}

/** Units by what is typed; or a unit with those above it, whose people may chair. */
export function useMeetingUnits(query: { q?: string; unitId?: string }, isOn = true) {
  return useQuery({
    queryKey: ['meetings', 'units', query],
    queryFn: ({ signal }) => call('listMeetingUnits', { query }, signal),
    enabled: isOn,
  })
}
