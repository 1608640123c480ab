import { z } from 'zod'
import { teamVerbs } from '#domain/team/moves.ts'
import { teamEnds, teamKinds } from '#domain/team/team.ts'
import { day, id, instant, page, text } from './fields.ts'
import type { Route } from './route.ts'

const verb = z.enum(teamVerbs as [(typeof teamVerbs)[number], ...typeof teamVerbs])
const named = z.object({ id, name: z.string() })

export const teamRow = z.object({
  id,
  name: z.string(),
  kind: z.enum(teamKinds),
  /** Who set it up, and who leads it. */
  unitName: z.string(),
  leadUnitName: z.string(),
  leadName: z.string(),
  fromOn: day,
  toOn: day,
  end: z.enum(teamEnds).nullable(),
  endedAt: instant.nullable(),
  /** Whether it can work today. */
  isOn: z.boolean(),
  members: z.number().int(),
  /** Open orders. */
  open: z.number().int(),
})
export type TeamRow = z.output<typeof teamRow>

const member = z.object({
  id,
  accountId: id,
  name: z.string(),
  unitName: z.string(),
  fromOn: day,
  toOn: day.nullable(),
  outAt: instant.nullable(),
  isOn: z.boolean(),
  isLead: z.boolean(),
  mayRemove: z.boolean(),
})

const told = z.object({
  id,
  at: instant,
  /** `over`: its term was over. */
  verb: z.union([verb, z.literal('found'), z.literal('over')]),
  byName: z.string().nullable(),
  facts: z.record(z.string(), z.string()),
  words: z.record(z.string(), z.string()),
})
export type TeamTold = z.output<typeof told>

const view = teamRow.extend({
  version: z.number().int(),
  purpose: z.string().nullable(),
  people: z.array(member),
  told: z.array(told),
  may: z.array(verb),
})
export type TeamView = z.output<typeof view>

const command = { commandId: id }
const reason = { reason: text(500) }
/** A person of a unit. */
const person = { accountId: id, unitId: id }

export const teamMove = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('addMember'), ...command, ...person, fromOn: day, toOn: day.nullable() }),
  z.object({ verb: z.literal('removeMember'), ...command, memberId: id, ...reason }),
  z.object({ verb: z.literal('setLead'), ...command, memberId: id, ...reason }),
  z.object({ verb: z.literal('extend'), ...command, toOn: day, ...reason }),
  z.object({ verb: z.literal('note'), ...command, note: text(1000) }),
  z.object({ verb: z.literal('end'), ...command, summary: text(2000) }),
])
export type TeamMove = z.output<typeof teamMove>

export const teamBoxes = ['on', 'mine', 'ended'] as const

export const teamRoutes = {
  /** The teams that I may see, the newest first: those that run, those I am in, those that have ended. */
  listTeams: {
    method: 'GET',
    path: '/api/teams',
    session: 'staff',
    needs: 'aid.read',
    query: page.extend({ of: z.enum(teamBoxes).default('on') }),
    answer: z.object({ rows: z.array(teamRow), next: z.string().nullable() }),
  },
  getTeam: {
    method: 'GET',
    path: '/api/teams/:id',
    session: 'staff',
    needs: 'aid.read',
    params: z.object({ id }),
    answer: view,
  },
  /** Units by name, with the people who may work in a team. */
  listTeamPeople: {
    method: 'GET',
    path: '/api/teams/people',
    session: 'staff',
    needs: 'aid.read',
    query: z.object({ q: z.string().max(40).default('') }),
    answer: z.object({ rows: z.array(named.extend({ people: z.array(named) })) }),
  },
  foundTeam: {
    method: 'POST',
    path: '/api/teams',
    session: 'staff',
    needs: 'team.found',
    body: z.object({
      ...{ ...command, id, kind: z.enum(teamKinds), name: text(60), purpose: text(1000) },
      ...{ fromOn: day, toOn: day },
      lead: z.object(person),
      members: z.array(z.object(person)).max(30).default([]),
    }),
    answer: view,
  },
  moveTeam: {
    method: 'POST',
    path: '/api/teams/:id/moves',
    session: 'staff',
    needs: 'aid.read',
    params: z.object({ id }),
    body: teamMove,
    answer: view,
  },
} as const satisfies Record<string, Route>
