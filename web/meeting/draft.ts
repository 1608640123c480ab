import type { Given } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import type { KeptFile } from '#web/ui/FileInput.tsx'

type Body = Given<'callMeeting'>['body']
export type Person = { id: string; name: string }
export type DraftUnit = { id: string; name: string; people: Person[]; named: string[] }
export type DraftItem = {
  id: string
  matter: { id: string; number: string; title: string } | null
  title: string
  brief: string
  minutes: string
  presenterId: string
  unitIds: string[]
  files: KeptFile[]
}

export type Draft = {
  id: string
  kind: 'study' | 'weekly' | 'monthly'
  unitId: string
  title: string
  /** As the field of the browser has it, in China time. */
  startsAt: string
  minutes: string
  place: string
  link: string
  chairId: string
  minuterId: string
  quorum: string
  units: DraftUnit[]
  items: DraftItem[]
}

export const blankItem = (matter: DraftItem['matter'] = null): DraftItem => ({
  ...{ id: newId(), matter, title: '', brief: '', minutes: '20', presenterId: '', unitIds: [], files: [] },
})

export const blankDraft = (unitId: string): Draft => ({
  ...{ id: newId(), kind: 'study', unitId, title: '', startsAt: '', minutes: '90', place: '', link: '' },
  ...{ chairId: '', minuterId: '', quorum: '', units: [], items: [] },
})

/** The field of a browser has no zone; the offices are in China. Empty where nothing was chosen. */
export const instantOf = (local: string): string =>
  local === '' ? '' : new Date(`${local}:00+08:00`).toISOString()

/** The same the other way round. */
export const localOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16)

/** What is sent of a draft. */
export function bodyOf(draft: Draft, commandId: string): Body {
  const called = new Set([draft.unitId, ...draft.units.map(({ id }) => id)])
  return {
    ...{ commandId, id: draft.id, unitId: draft.unitId, title: draft.title },
    kind: draft.kind === 'study' ? 'study' : 'regular',
    rhythm: draft.kind === 'study' ? null : draft.kind,
    ...{ startsAt: instantOf(draft.startsAt), minutes: Number(draft.minutes) },
    ...{ place: draft.place, link: draft.link, chairId: draft.chairId, minuterId: draft.minuterId },
    ...(draft.quorum === '' ? {} : { quorum: Number(draft.quorum) }),
    units: draft.units.map(({ id, named }) => ({ unitId: id, accountIds: named })),
    items: draft.items.map((item) => ({
      ...{ id: item.id, matterId: item.matter?.id ?? null, title: item.title, brief: item.brief },
      minutes: Number(item.minutes),
      presenterId: called.has(item.presenterId) ? item.presenterId : null,
      unitIds: item.unitIds.filter((id) => called.has(id)),
      files: item.files.map(({ id }) => id),
    })),
  }
}
