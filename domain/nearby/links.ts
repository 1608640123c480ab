/** How somebody says that two matters hang together. `followUp`: this one follows from the other. */
export const linkKinds = ['related', 'sameCause', 'followUp'] as const
export type LinkKind = (typeof linkKinds)[number]

/** The same seen from either end. */
export const relationsSeen = [...linkKinds, 'followedBy', 'splitFrom', 'splitInto'] as const
export type RelationSeen = (typeof relationsSeen)[number]

/** What a link is called at the other end. */
export function seenFromThere(kind: LinkKind | 'followedBy'): LinkKind | 'followedBy' {
  if (kind === 'followUp') return 'followedBy'
  return kind === 'followedBy' ? 'followUp' : kind
}

/** More than this names no relation any longer. */
export const mostLinks = 50
