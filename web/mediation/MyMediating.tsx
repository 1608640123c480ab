import { useColleagues } from '#web/org/absence-queries.ts'
import { MediatorProfile } from './MediatorProfile.tsx'

/** What I am good at as a mediator. */
export function MyMediating() {
  const { data } = useColleagues('')
  const me = data?.rows[0]
  return me ? <MediatorProfile personId={me.id} /> : null
}
