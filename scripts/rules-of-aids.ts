import {
  aidEndLabels,
  aidStateLabels,
  aidTurnLabels,
  aidVerbLabels,
  teamVerbLabels,
} from '#contract/words/aid.ts'
import { aidLineEnds, aidLineSteps, aidStates } from '#domain/aid/aid.ts'
import { defaultAidKinds } from '#domain/aid/kinds.ts'
import { aidLimitedSteps, aidLimits, aidPlanDaysMost, mostAsked, mostLines } from '#domain/aid/limits.ts'
import { aidMoves, aidVerbs } from '#domain/aid/moves.ts'
import type { Limit } from '#domain/matter/due.ts'
import { teamMoves, teamVerbs } from '#domain/team/moves.ts'
import { mostMembers, teamDaysMost } from '#domain/team/team.ts'

type Table = (heads: readonly string[], rows: readonly (readonly string[])[]) => string

const sides = {
  orderer: 'the unit that posted it',
  centre: 'the centre of the street; once passed up, of the district',
  asked: 'who answers for the asked unit; in an asked team whoever works in it today',
} as const

const teamSides = {
  founder: 'a dispatcher or leader of the area that set it up',
  lead: 'who leads it',
  head: "a leader above the member's unit",
  member: 'any member today',
} as const

/** The rules of orders for help and project teams as chapters of Markdown, out of the tables that decide them. */
export function printAidRules(table: Table, amountOf: (limit: Limit) => string): string {
  const code = (word: string) => `\`${word}\``
  const limits = table(
    ['step', 'limit', 'source'],
    aidLimitedSteps.map((step) => [code(step), amountOf(aidLimits[step]), aidLimits[step].source]),
  )
  const words = table(
    ['word', '中文', 'English'],
    [
      ...aidStates.map((state) => [code(state), aidStateLabels[state].zh, aidStateLabels[state].en]),
      ...aidLineSteps.map((step) => [`line ${code(step)}`, aidTurnLabels[step].zh, aidTurnLabels[step].en]),
      ...aidLineEnds.map((end) => [`line ${code(end)}`, aidEndLabels[end].zh, aidEndLabels[end].en]),
    ],
  )
  const moves = table(
    ['verb', '中文', 'of', 'from', 'by'],
    aidVerbs.map((verb) => {
      const { on, from, by } = aidMoves[verb]
      return [code(verb), aidVerbLabels[verb].zh, on, from.map(code).join(' '), sides[by]]
    }),
  )
  const teams = table(
    ['verb', '中文', 'by'],
    teamVerbs.map((verb) => [
      code(verb),
      teamVerbLabels[verb].zh,
      teamMoves[verb].map((side) => teamSides[side]).join('; '),
    ]),
  )
  const kinds = table(
    ['code', '中文', 'English'],
    defaultAidKinds.map((kind) => [code(kind.code), kind.nameZh, kind.nameEn]),
  )
  return `## Orders for help 点单—派单—接单\n\nA community orders help, the centre dispatches, who is asked accepts, and the orderer rates. Each asked unit or team has a line of its own with one step to do until it has ended. Every step runs from when it became somebody's turn; the work runs to the day that was planned, at most ${aidPlanDaysMost} working days ahead. Past its limit a step is late, past twice the limit far over. Once no line is open the order is over where one was confirmed, and lies with the centre again where none was. It goes up once, and back as not done once; it is not withdrawn while somebody's work waits to be confirmed. One dispatch asks ${mostAsked} at most, one order ${mostLines}.\n\n${limits}\n\n${words}\n\n${moves}\n\n### The catalogue to begin with 服务清单\n\nRows of the district, which changes them as it likes.\n\n${kinds}\n\n## Project teams 项目专班、临时党支部\n\nFrom a day to a day, at most ${teamDaysMost} days ahead, with at most ${mostMembers} members. A team with open orders is not ended early; its term ends it all the same, and what is open goes to the centres to be handed over. A centre asks teams of its area, and those set up above it.\n\n${teams}`
}
