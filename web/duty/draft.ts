import type { DutyPage, DutyProposal } from '#contract/duty.ts'
import { type PlaceLevel, placeLevels } from '#domain/duty/line.ts'
import type { Unit } from './UnitFind.tsx'

/** A line as it is being written. `mainKind`: by the office of the place, or a unit by name. */
export type DutyDraft = {
  categoryCode: string
  area: Unit | null
  mainKind: PlaceLevel | 'unit'
  main: Unit | null
  assists: readonly Unit[]
  assistLevels: readonly PlaceLevel[]
  basis: string
  fromOn: string
  toOn: string
  reason: string
}

export const dutyFields = [
  ...['categoryCode', 'areaId', 'mainId', 'assistIds', 'basis', 'fromOn', 'toOn', 'reason'],
] as const

export const blankDraft = (today: string, of = ''): DutyDraft => ({
  ...{ categoryCode: of, area: null, mainKind: 'unit', main: null, assists: [], assistLevels: [] },
  ...{ basis: '', fromOn: today, toOn: '', reason: '' },
})

/** The draft of a change, from today on. */
export function draftOf(line: DutyPage, today: string): DutyDraft {
  const level = placeLevels.find((one) => one === line.level)
  return {
    ...{ categoryCode: line.category.code, area: line.area.kind === 'district' ? null : line.area },
    ...{ mainKind: line.main || !level ? 'unit' : level, main: line.main },
    ...{ assists: line.assists, assistLevels: line.assistLevels, basis: line.basis },
    ...{ fromOn: line.fromOn > today ? line.fromOn : today, toOn: line.toOn ?? '', reason: '' },
  }
}

/** The draft that comes of a proposal. */
export const draftFrom = (proposal: DutyProposal, today: string): DutyDraft => ({
  ...blankDraft(today, proposal.category.code),
  ...{ area: proposal.area.kind === 'district' ? null : proposal.area, main: proposal.main },
  ...{ basis: proposal.basis ?? '', reason: proposal.reason ?? '' },
})

/** What is sent of a draft, but why. */
export const factsOf = (draft: DutyDraft) => ({
  ...{ categoryCode: draft.categoryCode, areaId: draft.area?.id ?? null },
  mainId: draft.mainKind === 'unit' ? (draft.main?.id ?? null) : null,
  level: draft.mainKind === 'unit' ? null : draft.mainKind,
  assistIds: draft.assists.map(({ id }) => id),
  assistLevels: [...draft.assistLevels],
  ...{ fromOn: draft.fromOn, toOn: draft.toOn || null },
})
