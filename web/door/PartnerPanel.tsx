import { type FormEvent, useId, useState } from 'react'
import { channelLabels } from '#contract/words/labels.ts'
import { type Answer, call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { PartnerKeys } from './PartnerKeys.tsx'
import { usePartnerDeed } from './queries.ts'
import { outcomeWords, scopeWords, doorWords as words } from './words.ts'

export type Partner = Answer<'listPartners'>['rows'][number]

/** One system: what it may do and until when, its keys, and what it asked of late. */
export function PartnerPanel({ partner }: { partner: Partner }) {
  const { say } = useWords()
  const id = useId()
  const [isChanging, setChanging] = useState(false)
  const { validFrom: from, validTo: to } = partner
  return (
    <section className="panel" aria-labelledby={id}>
      <header>
        <h2 id={id}>{partner.name}</h2>
        <span className="flag" data-tone="info">
          {say(channelLabels[partner.channel])}
        </span>
      </header>
      <div className="panel-body">
        <dl className="partner-facts">
          <div>
            <dt>{say(words.unit)}</dt>
            <dd>{partner.unit.name}</dd>
          </div>
          <div>
            <dt>{say(words.scopes)}</dt>
            <dd>
              {partner.scopes.map((scope) => (
                <span key={scope} className="partner-scope">
                  {say(scopeWords[scope])}
                </span>
              ))}
            </dd>
          </div>
          <div>
            <dt>{say(words.days)}</dt>
            <dd>
              {to === null ? say(words.since, { from }) : say(words.span, { from, to })}{' '}
              {!isChanging && (
                <button type="button" className="link" onClick={() => setChanging(true)}>
                  {say(words.changeDays)}
                </button>
              )}
            </dd>
          </div>
          <div>
            <dt>{say(words.orders)}</dt>
            <dd className="number">{partner.orders}</dd>
          </div>
        </dl>
        {isChanging && <LastDay partner={partner} onClose={() => setChanging(false)} />}
      </div>
      <PartnerKeys partner={partner} />
      <Uses uses={partner.uses} />
    </section>
  )
}

function LastDay({ partner, onClose }: { partner: Partner; onClose: () => void }) {
  const { say } = useWords()
  const [validTo, setValidTo] = useState(partner.validTo ?? '')
  const { run, isPending, errorAt, rest } = usePartnerDeed(
    (commandId) =>
      call('extendPartner', {
        params: { id: partner.id },
        body: { commandId, validTo: validTo === '' ? null : validTo },
      }),
    ['validTo'],
    onClose,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <form className="form partner-deed" aria-label={say(words.changeDays)} onSubmit={submit}>
      <Field label={say(words.validTo)} hint={say(words.openEnd)} isOptional error={errorAt('validTo')}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            type="date"
            value={validTo}
            onChange={(event) => setValidTo(event.target.value)}
          />
        )}
      </Field>
      <FormEnd
        refused={rest}
        act={say(words.save)}
        later={say(words.cancel)}
        isPending={isPending}
        onClose={onClose}
      />
    </form>
  )
}

function Uses({ uses }: { uses: Partner['uses'] }) {
  const { say } = useWords()
  const id = useId()
  const named = (outcome: string) => {
    const sentence = outcomeWords[outcome as 'ok'] as (typeof outcomeWords)['ok'] | undefined
    return sentence ? say(sentence) : outcome
  }
  return (
    <div className="panel-body partner-part">
      <h3 id={id}>{say(words.uses)}</h3>
      {uses.length === 0 ? (
        <p className="quiet">{say(words.noUses)}</p>
      ) : (
        <table className="table partner-uses" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{say(words.outcome)}</th>
              <th scope="col">{say(words.count)}</th>
            </tr>
          </thead>
          <tbody>
            {uses.map(({ outcome, count }) => (
              <tr key={outcome}>
                <td>{named(outcome)}</td>
                <td className="number">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
