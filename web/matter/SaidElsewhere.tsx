import { useQuery } from '@tanstack/react-query'
import type { MatterPage } from '#contract/matter.ts'
import { useMay } from '#web/console/queries.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { MatterLinks } from './MatterLinks.tsx'
import { similarWords as words } from './similar-words.ts'

/** What the people of this matter raised elsewhere, voice by voice; the server leaves out whom the reader may not see. */
export function SaidElsewhere({ matter }: { matter: Pick<MatterPage, 'id' | 'appeals' | 'voices'> }) {
  const { say } = useWords()
  const mayReveal = useMay('contact.reveal')
  const { id, appeals, voices } = matter
  const { data } = useQuery({
    queryKey: ['matter', id, 'elsewhere', appeals],
    queryFn: ({ signal }) => call('listElsewhere', { params: { id }, body: {} }, signal),
    enabled: mayReveal && voices.some((voice) => voice.mayReveal),
    staleTime: 60_000,
  })
  if (!data || data.voices.length === 0) return null
  return (
    <section className="panel similar-panel" aria-labelledby="elsewhere-title">
      <header>
        <h2 id="elsewhere-title">{say(words.elsewhere)}</h2>
      </header>
      {data.voices.map(({ appealId, rows, more }) => {
        const voice = voices.find((one) => one.id === appealId)
        return (
          <div key={appealId}>
            <p className="voice-of-links number">{[voice?.name, voice?.phone].filter(Boolean).join(' · ')}</p>
            <MatterLinks rows={rows} />
            {more > 0 && (
              <p className="quiet matter-links-more">{say(words.elsewhereMore, { count: more })}</p>
            )}
          </div>
        )
      })}
    </section>
  )
}
