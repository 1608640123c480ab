import { whistleKindLabels, whistleVerbLabels } from '#contract/words/whistle.ts'
import type { Limit } from '#domain/matter/due.ts'
import { defaultProfile } from '#domain/profile/profile.ts'
import { limitedSteps, whistleKinds } from '#domain/whistle/limits.ts'
import { whistleMoves, whistleVerbs } from '#domain/whistle/moves.ts'

type Table = (heads: readonly string[], rows: readonly (readonly string[])[]) => string

const sides = {
  unit: 'the called department',
  blower: 'the unit that blew',
  holder: 'the unit that blew; after it was passed up the centre of the district',
  second: 'another leader of the blowing unit',
  judge: 'the centre of the district',
} as const

/** The rules of whistles as a chapter of Markdown, out of the tables that decide them. In: how tables and limits are printed. */
export function printWhistleRules(table: Table, amountOf: (limit: Limit) => string): string {
  const code = (word: string) => `\`${word}\``
  const { whistleLimits, whistlePlanDays } = defaultProfile
  const limits = table(
    ['step', ...whistleKinds.map((kind) => `${whistleKindLabels[kind].zh} ${code(kind)}`), 'source'],
    limitedSteps.map((step) => [
      code(step),
      ...whistleKinds.map((kind) => amountOf(whistleLimits[step][kind])),
      whistleLimits[step].source ?? '',
    ]),
  )
  const moves = table(
    ['verb', '中文', 'of', 'from', 'by'],
    whistleVerbs.map((verb) => {
      const { on, from, by } = whistleMoves[verb]
      return [code(verb), whistleVerbLabels[verb].zh, on, from.map(code).join(' '), sides[by]]
    }),
  )
  const days = whistleKinds.map((kind) => `${kind} ${whistlePlanDays[kind]}`).join(', ')
  return `## Whistles 吹哨报到\n\nA street or community calls departments; each has a line of its own with one step to do until it has ended. Signing, contact and arrival run from the whistle and stand still while an objection waits; finishing runs to the day that the department planned, at most so many working days ahead: ${days}. Past its limit a step is late (yellow), past twice the limit far over (red). An objection and a sending back happen once. These are the defaults of the profile: a district may change them, and a whistle ends under the version it began with.\n\n${limits}\n\n${moves}`
}
