import type { StaffActor } from '#domain/actor.ts'
import type { Matter } from '#domain/matter/matter.ts'
import type { Mediation } from '#domain/mediation/mediation.ts'
import { type Reachable, reachingSeat } from '#domain/org/grants.ts'
import type { Side } from '#domain/party/party.ts'
import { mayRevealParty } from '#domain/party/reveal.ts'
import { maskName } from '#domain/person/mask.ts'
import type { MediationTextRow } from '../db/tables.gen.ts'
import type { PartyLine } from '../party/queries.ts'
import { nameIn } from '../party/sealed.ts'
import { openText, type TextKind } from './sealed.ts'

export type Story = { story: string; requests: string[] }
export type Terms = {
  facts: string
  issues: string
  clauses: string[]
  manner: string
  whyOral: string | null
  /** Obligation → what is done, in words. */
  words: Record<string, string | null>
}

/** The texts of a mediation, each opened once, when it is first asked for: a page asks for the places of forty sessions. */
export function textsOf(rows: readonly MediationTextRow[]) {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const opened = new Map<string, unknown>()
  const valueOf = (row: MediationTextRow) => {
    if (!opened.has(row.id)) opened.set(row.id, openText(row))
    return opened.get(row.id)
  }
  return {
    open: <T>(id: string | null): T | null => {
      const row = id === null ? undefined : byId.get(id)
      return row ? (valueOf(row) as T) : null
    },
    all: <T>(kind: TextKind): T[] => rows.filter((row) => row.kind === kind).map((row) => valueOf(row) as T),
  }
}
/** What an offer says, under seal. */
export type OfferWords = { fen: number | null; payer: 'from' | 'to' | null; terms: string | null }
export type Texts = ReturnType<typeof textsOf>

/** Whether somebody mediates, or did. */
export const isMediator = (m: Mediation, accountId: string) =>
  m.mediators.some((one) => one.accountId === accountId)
/** Whether somebody mediates now: who has withdrawn reads no further. */
const mediatesNow = (m: Mediation, accountId: string) =>
  m.mediators.some((one) => one.accountId === accountId && one.until === null)

/**
 * What is whose business. Records and agreements are for who mediates and for the units from which it is mediated; a caucus
 * is for who mediates now and for nobody else, whatever their post (invited mediation rules art. 28).
 */
export function readingOf(actor: StaffActor, matter: Reachable, m: Mediation) {
  return {
    words: isMediator(m, actor.accountId) || reachingSeat(actor, 'mediation.run', matter) !== undefined,
    caucus: mediatesNow(m, actor.accountId),
  }
}

/**
 * Whether a reader may know who the parties are: whoever mediates has to know whom they tell and who signs, of whichever unit;
 * for everybody else the rule of the matter holds.
 */
export const mayKnow = (
  actor: StaffActor,
  matter: Reachable & Pick<Matter, 'kind'>,
  m: Mediation,
  { side, is_secret }: Pick<PartyLine, 'side' | 'is_secret'>,
) =>
  mediatesNow(m, actor.accountId) ||
  mayRevealParty(actor, matter, { side: side as Side, isConfidential: is_secret })

/** Names of parties for a reader: masked, an organisation in full; null where they are not for the reader. */
export function namesFor(
  actor: StaffActor,
  matter: Reachable & Pick<Matter, 'kind'>,
  m: Mediation,
  parties: readonly PartyLine[],
) {
  return new Map(
    parties.map((row) => {
      if (!mayKnow(actor, matter, m, row)) return [row.id, null] as const
      const name = nameIn(row)
      return [row.id, row.kind === 'person' ? maskName(name) : name] as const
    }),
  )
}
