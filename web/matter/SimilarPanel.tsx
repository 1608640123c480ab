import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { SimilarMatter } from '#contract/desk.ts'
import type { MatterPage } from '#contract/matter.ts'
import { useMay } from '#web/console/queries.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { MatterLinks } from './MatterLinks.tsx'
import { similarWords as words } from './similar-words.ts'

/** Open matters that may be the same thing, for who sorts this one. Nothing is shown where there are none. */
export function SimilarPanel({
  matter,
  action,
}: {
  matter: Pick<MatterPage, 'id' | 'state' | 'version'>
  /** What may be done with one of them. */
  action?: (other: SimilarMatter) => ReactNode
}) {
  const { say } = useWords()
  const mayTriage = useMay('matter.triage')
  const { id, version } = matter
  const { data } = useQuery({
    queryKey: ['matter', id, 'similar', version],
    queryFn: ({ signal }) => call('listSimilar', { params: { id } }, signal),
    enabled: mayTriage && matter.state !== 'closed',
    staleTime: 60_000,
  })
  if (!data || data.rows.length === 0) return null
  return (
    <section className="panel similar-panel" aria-labelledby="similar-title">
      <header>
        <h2 id="similar-title">{say(words.similar)}</h2>
      </header>
      <MatterLinks rows={data.rows} action={action} />
    </section>
  )
}
