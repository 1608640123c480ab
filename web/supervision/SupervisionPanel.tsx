import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import type { LadderView, MatterSupervision } from '#contract/supervision.ts'
import { instrumentLabels, sampleOutcomeLabels } from '#contract/words/supervision-labels.ts'
import { useMe } from '#web/console/queries.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { clockSentence } from '#web/matter/clock-words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { FindingItem } from './FindingItem.tsx'
import { GiveForm } from './GiveForm.tsx'
import { InstrumentLine } from './InstrumentsPage.tsx'
import { useMatterSupervision } from './queries.ts'
import { outcomeTones } from './tones.ts'
import { giveWords, supervisionWords as words } from './words.ts'
import './supervision.css'

/** On the page of a matter: what was given on which clock, what may come next, what was found, and what a sample said. */
export function SupervisionPanel({ matter }: { matter: MatterPage }) {
  const { say } = useWords()
  const me = useMe()
  const mayRead = me?.permissions.includes('supervision.read') === true
  const supervision = useMatterSupervision(matter.id, mayRead)
  if (!mayRead) return null
  if (supervision.error)
    return <ErrorState error={supervision.error} onRetry={() => void supervision.refetch()} />
  const { data } = supervision
  if (!data) return null
  const { ladders, findings, checks, mayLook } = data
  if (ladders.length + findings.length + checks.length === 0 && !mayLook) return null
  return (
    <section className="panel supervision-panel" aria-labelledby="supervision-title">
      <header>
        <h2 id="supervision-title">{say(words.title)}</h2>
        {mayLook && <LookButton matterId={matter.id} />}
      </header>
      {ladders.length + findings.length + checks.length === 0 && (
        <p className="quiet panel-body">{say(words.nothingHere)}</p>
      )}
      {ladders.map((ladder) => (
        <Ladder key={ladder.clock.id} ladder={ladder} matter={matter} data={data} />
      ))}
      {findings.length > 0 && (
        <ul className="supervision-list">
          {findings.map((finding) => (
            <li key={finding.id}>
              <FindingItem finding={finding} />
            </li>
          ))}
        </ul>
      )}
      {checks.map((check) => (
        <div key={check.sampleId} className="panel-body">
          <FlagTag tone={outcomeTones[check.outcome]}>
            {say(words.checkedBy, {
              unit: check.checkerUnit,
              outcome: say(sampleOutcomeLabels[check.outcome]),
            })}
          </FlagTag>{' '}
          <span className="quiet">
            <When at={check.checkedAt} />
          </span>
          {check.text && <blockquote>{check.text}</blockquote>}
          {check.proposes && (
            <p>
              {say(words.proposes)}{' '}
              {matter.may.includes('reopen') && (
                <Link
                  className="link"
                  to="/matters/$box/$id"
                  params={{ box: 'all', id: matter.id }}
                  search={{ do: 'reopen' }}
                >
                  {say(words.reopen)}
                </Link>
              )}
            </p>
          )}
        </div>
      ))}
    </section>
  )
}

function Ladder({
  ladder: { clock, unit, given, next, whyNot },
  matter,
  data,
}: {
  ladder: LadderView
  matter: MatterPage
  data: MatterSupervision
}) {
  const { language, say } = useWords()
  const now = useNow()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="supervision-ladder">
      <p>
        <b>{unit.name}</b> · {clockSentence(clock, now, language)}
      </p>
      {given.length > 0 && (
        <ul className="supervision-list">
          {given.map((row) => (
            <li key={row.id}>
              <InstrumentLine row={row} />
            </li>
          ))}
        </ul>
      )}
      {next && whyNot === null && !isOpen && (
        <Button size="small" onClick={() => setOpen(true)}>
          {say(giveWords[next])}
        </Button>
      )}
      {next && whyNot === 'goesDown' && (
        <p className="quiet">{say(words.cardsGo, { kind: say(instrumentLabels[next]) })}</p>
      )}
      {next && whyNot === null && isOpen && (
        <GiveForm
          giving={{
            ...{ matterId: matter.id, clockId: clock.id, kind: next, unitName: unit.name },
            answerOn: data.answerOn[next],
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}

function LookButton({ matterId }: { matterId: string }) {
  const { say } = useWords()
  const [found, setFound] = useState<number>()
  const deed = useDeed(
    ['supervision'],
    (commandId) => call('lookForFindings', { params: { id: matterId }, body: { commandId } }),
    [],
    (done) => setFound(done.found),
  )
  return (
    <span className="supervision-look">
      {found !== undefined && (
        <span className="quiet" role="status">
          {found === 0 ? say(words.lookedNone) : say(words.lookedFound, { count: found })}
        </span>
      )}
      <Button size="small" loading={deed.isPending} onClick={deed.run}>
        {say(words.look)}
      </Button>
      {deed.rest && <Notice tone="act">{deed.rest}</Notice>}
    </span>
  )
}
