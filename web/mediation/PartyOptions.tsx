import type { ParticipantView } from '#contract/mediation.ts'
import { useWords } from '#web/lib/words.ts'
import { partyName } from './names.ts'

/** The parties of an agreement as the options of a choice. */
export function PartyOptions({ parties }: { parties: readonly ParticipantView[] }) {
  const { say } = useWords()
  return parties.map((one) => (
    <option key={one.partyId} value={one.partyId}>
      {partyName(one, say)}
    </option>
  ))
}
