/** @jsxImportSource preact */
import { useSay } from '../../reader.ts'
import { otherWays } from '../../words/mediation.ts'

/** Where somebody can go instead of mediating. */
export function OtherWays() {
  const { say } = useSay()
  return (
    <ul class="ways">
      {otherWays.map(({ route, words }) => (
        <li key={route}>{say(words)}</li>
      ))}
    </ul>
  )
}

export const toldRoutes = otherWays.map(({ route }) => route)
