import { useTargets } from '#web/matter/queries.ts'
import { AssistChoice } from './AssistChoice.tsx'

/** Who may be asked to assist with a dispatch in the same breath: those that the list names for the matter. */
export function AssistAlong({
  matterId,
  ...choice
}: {
  matterId: string
  value: readonly string[]
  error: string | undefined
  onChange: (ids: string[]) => void
}) {
  const targets = useTargets(matterId, 'dispatch', '')
  return <AssistChoice units={targets.data?.duty?.assists ?? []} {...choice} />
}
