import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { clockLabels } from '#contract/words/labels.ts'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { exactTime } from '#web/lib/time.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { profileWords as words } from './words.ts'

const spans = [7, 30, 90]

/** Holds the draft against what is open: earlier, later, and five examples. */
export function TryDraft({ isReady }: { isReady: boolean }) {
  const { language, say } = useWords()
  const [days, setDays] = useState(30)
  const tried = useMutation({ mutationFn: () => call('tryDraft', { query: { days } }) })
  const { data } = tried
  const heads = [words.number, words.clock, words.unitName, words.was, words.would]
  return (
    <section className="panel profile-part" aria-labelledby="profile-try">
      <header>
        <h2 id="profile-try">{say(words.tryTitle)}</h2>
      </header>
      <div className="panel-body form">
        <p>{say(words.tryHint)}</p>
        <div className="form-actions">
          <Field label={say(words.trySpan)}>
            {(wiring) => (
              <select
                {...wiring}
                className="input profile-figure"
                value={days}
                onChange={(event) => setDays(Number(event.target.value))}
              >
                {spans.map((span) => (
                  <option key={span} value={span}>
                    {say(words.tryDays, { days: span })}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Button
            className="profile-go"
            disabled={!isReady}
            loading={tried.isPending}
            onClick={() => tried.mutate()}
          >
            {say(words.tryGo)}
          </Button>
        </div>
        {!isReady && <p className="quiet">{say(words.trySaveFirst)}</p>}
        {tried.error && (
          <Notice tone="act" live>
            {failureWords(tried.error, language)}
          </Notice>
        )}
        {data && (
          <div role="status">
            <p className="profile-result">
              {say(words.tryResult, {
                ...data,
                isCapped: '',
                examples: '',
                same: data.clocks - data.earlier - data.later,
              })}{' '}
              {data.isCapped && say(words.tryCapped, { clocks: data.clocks })}
            </p>
            {data.examples.length > 0 && (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard
              <div className="table-scroll" role="group" aria-labelledby="profile-try" tabIndex={0}>
                <table className="table">
                  <thead>
                    <tr>
                      {heads.map((head) => (
                        <th key={head.en} scope="col">
                          {say(head)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {data.examples.map((one) => (
                      <tr key={`${one.number} ${one.clock}`}>
                        <td className="number">{one.number}</td>
                        <td>{say(clockLabels[one.clock])}</td>
                        <td>{one.unitName}</td>
                        <td className="number">{exactTime(Date.parse(one.was), language)}</td>
                        <td className="number">{exactTime(Date.parse(one.would), language)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </div>
        )}
      </div>
    </section>
  )
}
