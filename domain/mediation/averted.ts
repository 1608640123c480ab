/** What a mediation kept from happening, as the monthly form of people's mediation counts it: cases, and people (domain rules §1.5). */
export const avertedKinds = ['suicide', 'crime', 'brawl', 'petition'] as const
export type AvertedKind = (typeof avertedKinds)[number]

/** Kind → how many people were in danger or in the crowd; a kind that is not there was not averted. */
export type Averted = Partial<Record<AvertedKind, number>>

export const mostAvertedPeople = 100_000

/** What was entered. In: people by kind, null or absent where nothing was averted. */
export function avertedOf(entered: Partial<Record<AvertedKind, number | null>>): Averted {
  return Object.fromEntries(
    avertedKinds.flatMap((kind) => {
      const people = entered[kind]
      return people ? [[kind, people]] : []
    }),
  )
}
