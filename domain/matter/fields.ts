import { type Matter, type State, states } from './matter.ts'

export type Field = {
  /** First state in which it must be filled; undefined: never. */
  requiredFrom?: State
  /** First state from which it may no longer be corrected; undefined: it stays open to a visible amendment. */
  sealedFrom?: State
  /** Personal or secret: masked in lists, exports and the search. */
  sensitive: boolean
  /** The clause of `correct` or `triage` that fills it. */
  filledBy: 'receive' | 'triage' | 'correct'
  /** Who may read it. `centre`: sorting and revisiting staff; `handler`: the unit that handles it; `person`: who said it. */
  seenBy: readonly ('centre' | 'handler' | 'person')[]
}

/** The fields of a matter. Drives the forms, the check, "what is still missing" and docs/rules.md. */
export const fields = {
  title: {
    requiredFrom: 'received',
    sealedFrom: 'closed',
    sensitive: false,
    filledBy: 'correct',
    seenBy: ['centre', 'handler', 'person'],
  },
  story: {
    requiredFrom: 'received',
    sealedFrom: 'closed',
    sensitive: false,
    filledBy: 'receive',
    seenBy: ['centre', 'handler', 'person'],
  },
  placeText: {
    sealedFrom: 'closed',
    sensitive: false,
    filledBy: 'correct',
    seenBy: ['centre', 'handler', 'person'],
  },
  kind: {
    requiredFrom: 'received',
    sealedFrom: 'submitted',
    sensitive: false,
    filledBy: 'triage',
    seenBy: ['centre', 'handler'],
  },
  categoryCode: {
    requiredFrom: 'dispatched',
    sealedFrom: 'submitted',
    sensitive: false,
    filledBy: 'triage',
    seenBy: ['centre', 'handler'],
  },
  urgency: {
    requiredFrom: 'received',
    sealedFrom: 'submitted',
    sensitive: false,
    filledBy: 'triage',
    seenBy: ['centre', 'handler'],
  },
  contactName: { sealedFrom: 'closed', sensitive: true, filledBy: 'receive', seenBy: ['centre', 'handler'] },
  contactPhone: { sealedFrom: 'closed', sensitive: true, filledBy: 'receive', seenBy: ['centre', 'handler'] },
} as const satisfies Record<string, Field>

export type FieldName = keyof typeof fields

const orderOf = (state: State) => states.indexOf(state)

/** The fields of the matter that a state demands and that are still empty. In: the state to come, the matter. */
export function missingFor(
  state: State,
  matter: Pick<Matter, 'title' | 'story' | 'kind' | 'categoryCode' | 'urgency'>,
): FieldName[] {
  return (Object.keys(fields) as FieldName[]).filter((name) => {
    const { requiredFrom }: Field = fields[name]
    if (requiredFrom === undefined || orderOf(requiredFrom) > orderOf(state) || !(name in matter))
      return false
    return !matter[name as keyof typeof matter]
  })
}

/** Whether a field may no longer be corrected in this state. */
export function isSealed(name: FieldName, state: State): boolean {
  const { sealedFrom }: Field = fields[name]
  return sealedFrom !== undefined && orderOf(sealedFrom) <= orderOf(state)
}
