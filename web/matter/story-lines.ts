import type { ActionView } from '#contract/matter.ts'
import { moveOf } from '#domain/matter/moves.ts'

export const storyFilters = ['all', 'told', 'internal', 'papers'] as const
export type StoryFilter = (typeof storyFilters)[number]
export type StoryLine = { action: ActionView; count: number }

/** Whether the person who tracks the appeal sees it. */
export function isTold({ verb, payload }: Pick<ActionView, 'verb' | 'payload'>): boolean {
  return moveOf(verb).told === true && payload['toPerson'] !== false
}

const fits: Record<StoryFilter, (action: ActionView) => boolean> = {
  all: () => true,
  told: isTold,
  internal: (action) => !isTold(action),
  papers: (action) => action.files.length > 0,
}

/** What a filter leaves of a story. */
export function filterStory(actions: readonly ActionView[], filter: StoryFilter): ActionView[] {
  return actions.filter(fits[filter])
}

/** Voices that joined one after another stand as one line, so that eighty of them do not bury the rest. */
export function foldJoins(actions: readonly ActionView[]): StoryLine[] {
  const lines: StoryLine[] = []
  for (const action of actions) {
    const last = lines.at(-1)
    if (action.verb === 'join' && last?.action.verb === 'join') last.count += 1
    else lines.push({ action, count: 1 })
  }
  return lines
}

/** How many lines stand open at the recent end and at the beginning of a long story; one little longer is not folded. */
const kept = { recent: 20, first: 3, slack: 5 }

/**
 * A long story with its middle folded: how it began and where it stands stay in sight. In: the lines as they are shown, and
 * whether the oldest comes first. Out: the lines before the fold, how many are folded, the lines after it.
 */
export function foldMiddle<T>(
  lines: readonly T[],
  isOldestFirst: boolean,
): { before: readonly T[]; folded: number; after: readonly T[] } {
  const folded = lines.length - kept.recent - kept.first
  if (folded <= kept.slack) return { before: lines, folded: 0, after: [] }
  const upper = isOldestFirst ? kept.first : kept.recent
  return { before: lines.slice(0, upper), folded, after: lines.slice(upper + folded) }
}
