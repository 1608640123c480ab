/** Languages and ways of speaking in which somebody can mediate without an interpreter. */
export const languages = [
  'mandarin',
  'local',
  'wu',
  'cantonese',
  'min',
  'hakka',
  'mongolian',
  'tibetan',
  'uyghur',
  'zhuang',
  'korean',
  'english',
  'sign',
] as const
export type Language = (typeof languages)[number]

/** What a dispute asks of its mediator. */
export type Need = {
  /** The category of the matter and those above it, the nearest first. */
  categories: readonly string[]
  /** What a party speaks; undefined: nothing out of the ordinary. */
  language: Language | undefined
}

/** Somebody who may mediate. */
export type Candidate = {
  accountId: string
  /** Of the unit that handles the matter; of a unit beside or below it is `near`. */
  nearness: 'here' | 'near' | 'far'
  /** How many mediations are in hand. */
  open: number
  specialities: readonly string[]
  languages: readonly string[]
  /** Has said, or was found, not to be free in this very matter. */
  hasConflict: boolean
}

export const reasons = ['conflict', 'language', 'speciality', 'here', 'near', 'free'] as const
export type Reason = (typeof reasons)[number]
export type Proposed<C extends Candidate> = C & { reasons: readonly Reason[] }

/** What speaks for somebody, and against: in the order in which it counts. */
function reasonsFor(one: Candidate, need: Need, least: number): Reason[] {
  const holds: Record<Reason, boolean> = {
    conflict: one.hasConflict,
    language: need.language !== undefined && one.languages.includes(need.language),
    speciality: need.categories.some((code) => one.specialities.includes(code)),
    here: one.nearness === 'here',
    near: one.nearness === 'near',
    free: one.open === least,
  }
  return reasons.filter((reason) => holds[reason])
}

/**
 * Proposes mediators, with reasons; a person decides (Mediation Act art. 19: appointed by the committee or chosen by the parties).
 * In: who may mediate, in the order of their names, and what the dispute asks for. Out: whoever is not free last (art. 15: impartial),
 * then who speaks the language, then who knows the field, then who is near, then who has least in hand; equals in the order given,
 * so that nobody is ranked by what they settled.
 */
export function proposeMediators<C extends Candidate>(candidates: readonly C[], need: Need): Proposed<C>[] {
  const least = Math.min(...candidates.filter(({ hasConflict }) => !hasConflict).map(({ open }) => open))
  const proposed = candidates.map((one) => ({ ...one, reasons: reasonsFor(one, need, least) }))
  const weigh = ({ reasons: held, open }: Proposed<C>) => [
    held.includes('conflict') ? 1 : 0,
    held.includes('language') ? 0 : 1,
    held.includes('speciality') ? 0 : 1,
    held.includes('here') ? 0 : held.includes('near') ? 1 : 2,
    open,
  ]
  return proposed.toSorted((one, other) => {
    const [these, those] = [weigh(one), weigh(other)]
    const at = these.findIndex((value, i) => value !== those[i])
    return at < 0 ? 0 : (these[at] ?? 0) - (those[at] ?? 0)
  })
}
