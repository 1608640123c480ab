import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useDeferredValue, useState } from 'react'
import { groupOf } from '#domain/meeting/agenda.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { FlagTag, type Tone } from '#web/ui/FlagTag.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { groupWords, reasonWords, formWords as words } from './form-words.ts'

const tones: Record<ReturnType<typeof groupOf>, Tone> = {
  stuck: 'act',
  repeated: 'near',
  risky: 'near',
  cross: 'info',
}

type Matter = { id: string; number: string; title: string }

/** What a regular meeting should talk about, by rule, with reasons; a person puts it on the agenda. */
export function Suggestions({
  unitId,
  chosen,
  onChoose,
}: {
  unitId: string
  chosen: readonly string[]
  onChoose: (matter: Matter) => void
}) {
  const { say } = useWords()
  const [days, setDays] = useState('15')
  const stillDays = Math.min(Math.max(Number(useDeferredValue(days)) || 15, 3), 180)
  const found = useQuery({
    queryKey: ['meetings', 'suggest', unitId, stillDays],
    queryFn: ({ signal }) => call('suggestAgenda', { query: { unitId, stillDays } }, signal),
  })
  const { data } = found
  return (
    <section className="panel" aria-labelledby="suggested">
      <header>
        <h2 id="suggested">{say(words.suggested)}</h2>
      </header>
      <div className="panel-body">
        <Field label={say(words.stillDays)}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="number"
              min={3}
              max={180}
              value={days}
              onChange={(event) => setDays(event.target.value)}
            />
          )}
        </Field>
        {found.isPending && <Skeleton rows={4} />}
        {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
        {data && (
          <p className="quiet">
            {data.rows.length === 0
              ? say(words.noneSuggested)
              : say(words.suggestedHint, { looked: data.looked })}
            {data.isCut && ` ${say(words.isCut)}`}
          </p>
        )}
        <ul className="meeting-plain">
          {data?.rows.map((row) => {
            const isOn = chosen.includes(row.id)
            return (
              <li key={row.id} className="meeting-offer">
                <Button
                  size="small"
                  disabled={isOn}
                  aria-label={`${say(isOn ? words.on : words.put)} ${row.number}`}
                  onClick={() => onChoose(row)}
                >
                  {say(isOn ? words.on : words.put)}
                </Button>
                <span>
                  <span className="number">{row.number}</span> {row.title}{' '}
                  <small className="quiet">
                    {row.placeName} · {say(words.holder, { holder: row.holderName })}
                  </small>
                </span>
                <span className="flags">
                  {row.reasons.map(({ kind, count }) => (
                    <FlagTag key={kind} tone={tones[groupOf(kind)]}>
                      {say(groupWords[groupOf(kind)])}：{say(reasonWords(kind, count), { count: count ?? 1 })}
                    </FlagTag>
                  ))}
                </span>
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}
