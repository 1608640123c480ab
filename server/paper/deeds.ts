import type { PaperView } from '#contract/paper.ts'
import { moves } from '#domain/matter/moves.ts'
import type { ClockRow } from '../db/tables.gen.ts'
import type { ActionLine } from '../matter/queries.ts'
import { iso } from '../matter/views.ts'

const startedByDispatch: readonly string[] = moves.dispatch.starts

type Deeds = Pick<PaperView, 'acceptedAt' | 'acceptedBy' | 'dispatch' | 'reply' | 'refusal'>

const textIn = (line: ActionLine | undefined, key: string): string => {
  const value = line?.payload[key]
  return typeof value === 'string' ? value : ''
}

/** What the history says that papers repeat: who accepted, who was charged, what was answered, why it was not taken. */
export function deedsOf(
  actions: readonly ActionLine[],
  clocks: readonly ClockRow[],
  present: { result: string | null; unitName: string },
): Deeds {
  const last = (verb: string) => actions.findLast((line) => line.verb === verb)
  const [accepted, submitted, refused, signed] = [
    last('accept'),
    last('submit'),
    last('refuse'),
    last('sign'),
  ]
  return {
    acceptedAt: accepted ? iso(accepted.at) : null,
    acceptedBy: accepted?.name ?? null,
    dispatch: dispatchIn(actions, clocks),
    reply:
      submitted && present.result !== null
        ? {
            unitName: present.unitName,
            handlerName: signed?.name ?? submitted.name,
            at: iso(submitted.at),
            result: present.result,
          }
        : null,
    refusal: refused
      ? {
          route: textIn(refused, 'route') as NonNullable<Deeds['refusal']>['route'],
          reason: textIn(refused, 'reason'),
          at: iso(refused.at),
        }
      : null,
  }
}

function dispatchIn(actions: readonly ActionLine[], clocks: readonly ClockRow[]): Deeds['dispatch'] {
  const at = actions.findLastIndex((line) => line.verb === 'dispatch')
  const dispatched = actions[at]
  if (!dispatched) return null
  const before = actions.slice(0, at)
  const from = before.findLast((line) => line.verb === 'dispatch')
  const returned = before.findLast((line) => line.verb === 'return')
  return {
    unitName: textIn(dispatched, 'unitName'),
    fromUnit: from ? textIn(from, 'unitName') : null,
    byUnit: dispatched.unit_name ?? '',
    byName: dispatched.name,
    at: iso(dispatched.at),
    instruction: textIn(dispatched, 'instruction'),
    returnReason: returned ? textIn(returned, 'reason') : null,
    limits: clocks.flatMap((clock) =>
      startedByDispatch.includes(clock.kind) && clock.started_at === dispatched.at && clock.due_at !== null
        ? [{ kind: clock.kind as 'sign', dueAt: iso(clock.due_at) }]
        : [],
    ),
  }
}
