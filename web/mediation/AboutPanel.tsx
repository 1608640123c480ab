import type { ReactNode } from 'react'
import type { MediationView } from '#contract/mediation.ts'
import { figureLabels } from '#contract/words/figure-labels.ts'
import {
  avertedLabels,
  mediationSourceLabels,
  mediationTypeLabels,
  mediatorPartLabels,
  pauseLabels,
  powerLabels,
} from '#contract/words/mediation-labels.ts'
import { avertedKinds } from '#domain/mediation/averted.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { When } from '#web/ui/When.tsx'
import type { Opened } from './Dialogs.tsx'
import { figureWords } from './figure-words.ts'
import { inRow, nameOf, partyName } from './names.ts'
import { mediationWords as words } from './words.ts'

/** The facts of a mediation, its mediators, mandates, and what it is about. */
export function AboutPanel({ m, onOpen }: { m: MediationView; onOpen: (open: Opened) => void }) {
  const { language, say } = useWords()
  const now = useNow()
  const day = (on: string) => dayWords(on, now, language)
  const name = nameOf(m, say)
  const averted = avertedKinds.flatMap((kind) => {
    const people = m.averted[kind]
    return people === undefined ? [] : [[kind, people] as const]
  })
  const limit = { n: m.limitDays, more: m.extendedDays }
  return (
    <section className="panel" aria-labelledby="about-title">
      <header>
        <h2 id="about-title">{say(words.about)}</h2>
      </header>
      <dl className="details">
        <Fact name={say(words.type)}>{say(mediationTypeLabels[m.type])}</Fact>
        <Fact name={say(words.source)}>{say(mediationSourceLabels[m.source])}</Fact>
        <Fact name={say(words.openedAt)}>
          <When at={m.openedAt} />
        </Fact>
        <Fact name={say(words.limit)}>
          {say(m.extendedDays > 0 ? words.limitMore : words.limitDays, limit)}
        </Fact>
        {m.pauses.length > 0 && (
          <Fact name={say(words.pauses)}>
            {m.pauses.map((one) => (
              <div key={one.fromOn}>
                {say(words.pauseLine, {
                  from: day(one.fromOn),
                  to: one.toOn === null ? say(words.now) : day(one.toOn),
                  why: say(pauseLabels[one.why]),
                })}
              </div>
            ))}
          </Fact>
        )}
        {averted.length > 0 && (
          <Fact name={say(figureLabels.averted.name)}>
            {averted.map(([kind, people]) => (
              <div key={kind}>
                {say(avertedLabels[kind])} {say(figureWords.heads, { count: people })}
              </div>
            ))}
          </Fact>
        )}
        <Fact name={say(words.mediators)}>
          {m.mediators.map((one) => (
            <div key={one.accountId}>
              {one.name} <span className="quiet">{say(mediatorPartLabels[one.part])}</span>{' '}
              {one.isMe && <FlagTag tone="info">{say(words.me)}</FlagTag>}{' '}
              {!one.isNow && <FlagTag tone="still">{say(words.withdrawn)}</FlagTag>}{' '}
              {one.hasDisclosed && <FlagTag tone="good">{say(words.disclosed)}</FlagTag>}
            </div>
          ))}
        </Fact>
        {m.mandates.length > 0 && (
          <Fact name={say(words.mandates)}>
            {m.mandates.map((one) => (
              <div key={one.id}>
                {say(words.mandateLine, {
                  agent: one.agent ? partyName(one.agent, say) : '—',
                  names: inRow(one.principalIds.map(name), language),
                  ...{ from: day(one.fromOn), to: day(one.toOn) },
                })}{' '}
                <FlagTag tone={one.isInForce ? 'good' : 'still'}>
                  {say(one.isRevoked ? words.revoked : one.isInForce ? words.inForce : words.notInForce)}
                </FlagTag>
                <br />
                <small className="quiet">
                  {inRow(
                    one.powers.map((power) => say(powerLabels[power])),
                    language,
                  )}
                </small>{' '}
                {one.isInForce && m.may.includes('revokeMandate') && (
                  <button
                    type="button"
                    className="link"
                    onClick={() => onOpen({ step: 'revokeMandate', mandateId: one.id })}
                  >
                    {say({ zh: '撤回', en: 'Revoke' })}
                  </button>
                )}
              </div>
            ))}
          </Fact>
        )}
        <Fact name={say(words.story)}>
          {m.story ? (
            <span className="prose">{m.story}</span>
          ) : (
            <span className="quiet">{say(words.hiddenText)}</span>
          )}
        </Fact>
        {m.requests.length > 0 && (
          <Fact name={say(words.requests)}>
            {m.requests.map((one) => (
              <div key={one}>{one}</div>
            ))}
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
