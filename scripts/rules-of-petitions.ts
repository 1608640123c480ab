import { clockNames, ownerLabels, petitionStepLabels } from '#contract/words/petition.ts'
import {
  mostExtensionDays,
  objectionWorkDays,
  petitionClockKinds,
  petitionLimits,
} from '#domain/petition/clocks.ts'
import { petitionMoves, petitionSteps } from '#domain/petition/moves.ts'
import { mostAgents, mostGroup } from '#domain/petition/petition.ts'
import { routeCodes, statutoryRoutes } from '#domain/petition/routes.ts'

type Table = (heads: readonly string[], rows: readonly (readonly string[])[]) => string

/** The rules of petitions as a chapter of Markdown, out of the tables that decide them. In: how tables are printed. */
export function printPetitionRules(table: Table): string {
  const code = (word: string) => `\`${word}\``
  const limits = table(
    ['time', '中文', 'days', 'runs from', 'who has it', 'article'],
    petitionClockKinds.map((kind) => {
      const { limit, from, owner, article } = petitionLimits[kind]
      return [
        code(kind),
        clockNames[kind].zh,
        String(limit.amount),
        from,
        ownerLabels[owner].en,
        String(article),
      ]
    }),
  )
  const moves = table(
    ['step', '中文', 'from', 'to', 'by', 'article'],
    petitionSteps.map((step) => {
      const { from, to, by, article } = petitionMoves[step]
      return [
        ...[code(step), petitionStepLabels[step].zh, from.map(code).join(' ')],
        ...[to === 'same' ? '=' : code(to), by, article === null ? 'practice' : String(article)],
      ]
    }),
  )
  const routes = table(
    ['route', 'item', '中文', 'told to the person'],
    routeCodes.map((route) => [
      ...[
        code(route),
        statutoryRoutes[route].item,
        statutoryRoutes[route].name.zh,
        statutoryRoutes[route].told.zh,
      ],
    ]),
  )
  return `## Petitions 信访\n\nBy the Regulation on Petition Work 信访工作条例 (in force 2022-05-01). Plain days; the day of the start is not counted, and a last day that is not worked gives way to the next working day (Civil Code arts 201, 203). Handling is extended once, by ${mostExtensionDays} days at most, before it is over and by a leader who did not accept it; the days of a hearing, its first and last among them, are not counted; what lay with a body that gave it back does not count as sorting. A body objects within ${objectionWorkDays} working days, once. At most ${mostGroup} speak for a group and ${mostAgents} act for a petitioner, none of them at a body that handles or reviews. The same facts are not accepted twice; what was told another route, not accepted, replied to, settled, withdrawn or left without asking for a review does not stand against it.\n\n${limits}\n\n${moves}\n\n### Statutory routes 法定途径 (art. 31)\n\n${routes}`
}
