import type { QueryClient } from '@tanstack/react-query'
import type { MatterPage } from '#contract/matter.ts'

/** The last move of mine on a matter: from the version that the page showed to the one it made. */
type OwnMove = { from: number; to: number }

const keyOf = (id: string) => ['own-move', id]

/**
 * The version I know of: the one shown, or the one that my own last move made of it while the page still shows what was before.
 * Who presses two buttons in one breath is not told that “somebody else” was faster.
 */
export function knownVersion(
  client: QueryClient,
  { id, version }: Pick<MatterPage, 'id' | 'version'>,
): number {
  const own = client.getQueryData<OwnMove>(keyOf(id))
  return own?.from === version ? own.to : version
}

/** In: the version that the page showed when I moved, and the one that came of it. */
export function keepOwnMove(client: QueryClient, id: string, move: OwnMove): void {
  client.setQueryData<OwnMove>(keyOf(id), move)
}
