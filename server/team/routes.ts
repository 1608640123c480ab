import type { teamRoutes } from '#contract/team.ts'
import type { Functions } from '../http/bind.ts'
import { foundTeam, moveTeam } from './commands.ts'
import { listTeamPeople } from './people.ts'
import { getTeam, listTeams } from './read.ts'

export const teamFunctions: Functions<typeof teamRoutes> = {
  ...{ listTeams, getTeam, listTeamPeople, foundTeam, moveTeam },
}
