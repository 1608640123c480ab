import { Button } from 'antd'
import { useState } from 'react'
import type { MediationView, ParticipantView } from '#contract/mediation.ts'
import { topicLabels } from '#contract/words/mediation-labels.ts'
import { partyRoleLabels, sideLabels } from '#contract/words/party-labels.ts'
import { topics } from '#domain/mediation/mediation.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { When } from '#web/ui/When.tsx'
import type { Opened } from './Dialogs.tsx'
import { partyName } from './names.ts'
import { answerTo } from './next.ts'
import { fitsFilter, type PartyFilter, partyFilters } from './party-filters.ts'
import { partyTableWords as words } from './party-words.ts'
import { mediationWords } from './words.ts'

/** So many stand on the page at first; a group of eighty is read in portions. */
const portion = 20

/** Everybody of the mediation, a row each: told, agreed, what else was answered, the link, and what may be done. */
export function PartyTable({ m, onOpen }: { m: MediationView; onOpen: (open: Opened) => void }) {
  const { say } = useWords()
  const isLarge = m.participants.length > 12
  const [filter, setFilter] = useState<PartyFilter>('all')
  const [shown, setShown] = useState(portion)
  const rows = m.participants.filter((one) => fitsFilter(one, filter))
  return (
    <section className="panel" aria-labelledby="parties-title">
      <header>
        <h2 id="parties-title">{say(mediationWords.parties, { n: m.participants.length })}</h2>
        {isLarge && (
          <div className="party-filters" role="group" aria-label={say(words.filter)}>
            {partyFilters.map((one) => (
              <button
                key={one}
                type="button"
                className="pick"
                aria-pressed={filter === one}
                onClick={() => {
                  setFilter(one)
                  setShown(portion)
                }}
              >
                {say(words[one], { n: m.participants.filter((party) => fitsFilter(party, one)).length })}
              </button>
            ))}
          </div>
        )}
      </header>
      <table className="table table-folds mediation-parties">
        <thead>
          <tr>
            {[words.who, words.told, words.agree, words.others, words.link, words.do].map((name) => (
              <th key={name.en} scope="col">
                {say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((party) => (
            <Row key={party.partyId} m={m} party={party} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="quiet panel-body">{say(words.nobody)}</p>}
      {rows.length > shown && (
        <p className="panel-body">
          <button type="button" className="link" onClick={() => setShown(shown + portion)}>
            {say(words.more, { n: rows.length - shown })}
          </button>
        </p>
      )}
    </section>
  )
}

function Row({
  m,
  party,
  onOpen,
}: {
  m: MediationView
  party: ParticipantView
  onOpen: (open: Opened) => void
}) {
  const { say } = useWords()
  const name = partyName(party, say)
  const isOut = party.standing === 'out'
  const agreed = answerTo(party, 'mediate')
  const others = topics
    .filter((topic) => topic !== 'mediate')
    .flatMap((topic) => party.consents.findLast((one) => one.topic === topic && one.isCurrent) ?? [])
  const act = (step: Opened['step'], words_: { zh: string; en: string }) => (
    <Button
      size="small"
      aria-label={say(words.actFor, { what: say(words_), name })}
      onClick={() => onOpen({ step, party })}
    >
      {say(words_)}
    </Button>
  )
  const may = (step: 'tell' | 'consent' | 'leave') => !isOut && m.may.includes(step)
  return (
    <tr data-out={isOut ? 'yes' : 'no'} className="mediation-party">
      <td data-label={say(words.who)}>
        <span>
          <b>{name}</b>{' '}
          <span className="quiet">
            {say(sideLabels[party.side])} · {say(partyRoleLabels[party.role])}
          </span>
          {party.needsGuardian && party.actors.length === 0 && (
            <>
              {' '}
              <FlagTag tone="near">{say(words.needsGuardian)}</FlagTag>
            </>
          )}
        </span>
      </td>
      <td data-label={say(words.told)}>{party.told ? <When at={party.told.at} /> : <span>—</span>}</td>
      <td data-label={say(words.agree)}>
        {isOut ? (
          <FlagTag tone="still">{say(agreed === false ? words.refused : words.left)}</FlagTag>
        ) : agreed === true ? (
          <FlagTag tone="good">{say(words.agreed)}</FlagTag>
        ) : (
          <FlagTag tone="near">{say(words.waits)}</FlagTag>
        )}
      </td>
      <td data-label={say(words.others)}>
        {others.length === 0 ? (
          <span>—</span>
        ) : (
          <span className="flags">
            {others.map((one) => (
              <FlagTag key={one.topic} tone={one.answer ? 'good' : 'act'}>
                {say(one.answer ? words.yes : words.no, { topic: say(topicLabels[one.topic]) })}
              </FlagTag>
            ))}
          </span>
        )}
      </td>
      <td data-label={say(words.link)}>
        {party.link ? (
          <span>
            {party.link.openedAt ? (
              <>
                {say(words.opened)} <When at={party.link.openedAt} />
              </>
            ) : (
              say(words.made)
            )}
          </span>
        ) : (
          <span>—</span>
        )}
      </td>
      <td data-label={say(words.do)}>
        <span className="party-acts">
          {may('tell') && !party.told && act('tell', words.tell)}
          {may('consent') && party.told && act('consent', words.ask)}
          {may('consent') && act('link', words.makeLink)}
          {may('leave') && act('leave', words.leave)}
        </span>
      </td>
    </tr>
  )
}
