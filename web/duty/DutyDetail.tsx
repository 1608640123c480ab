import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { DutyPage } from '#contract/duty.ts'
import { levelLabels } from '#contract/words/labels.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { DutyForm } from './DutyForm.tsx'
import { DutyHistory } from './DutyHistory.tsx'
import { draftOf, dutyFields, factsOf } from './draft.ts'
import { EndDuty } from './EndDuty.tsx'
import { useDuty } from './queries.ts'
import { assistWords, joined, mainWords, spanWords } from './sides.ts'
import { dutyWords as words } from './words.ts'

/** One line: what it says, how it is changed or ended, and who did that before. */
export function DutyDetail({ id, mayEdit }: { id: string; mayEdit: boolean }) {
  const { language, say } = useWords()
  const duty = useDuty(id)
  const [does, setDoes] = useState<'edit' | 'end'>()
  const { data: line } = duty
  if (duty.error) return <ErrorState error={duty.error} onRetry={() => void duty.refetch()} />
  if (!line) return <Skeleton rows={8} />
  const close = () => setDoes(undefined)
  const newest = line.versions[0]
  const facts = [
    [words.area, line.area.kind === 'district' ? say(words.wholeDistrict) : line.area.name],
    [words.main, say(words.mainAt, { main: mainWords(line, language), level: say(levelLabels[line.level]) })],
    [words.assists, assistWords(line, language) ?? say(words.none)],
    [words.basis, line.basis],
    [words.validity, spanWords(line, language)],
  ] as const
  return (
    <>
      <p>
        <Link className="link" to="/duties" search={{}}>
          {say(words.back)}
        </Link>
      </p>
      <section className="panel" aria-labelledby="duty-title">
        <header>
          <h1 id="duty-title">
            {say(words.noOf, { no: line.no })} ·{' '}
            {language === 'zh' ? line.category.nameZh : line.category.nameEn}
            {line.isClass && <small className="duty-mark">{say(words.wholeClass)}</small>}
          </h1>
        </header>
        <div className="panel-body">
          <Wrongs line={line} />
          <dl className="duty-facts">
            {facts.map(([name, value]) => (
              <div key={name.zh}>
                <dt>{say(name)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {!line.isNewest && newest && (
            <Notice>
              {say(words.newestElse)}{' '}
              <Link className="link" to="/duties" search={{ id: newest.id }}>
                {say(words.newest)}
              </Link>
            </Notice>
          )}
          {mayEdit && line.isNewest && does === undefined && (
            <div className="form-actions">
              <Button type="primary" onClick={() => setDoes('edit')}>
                {say(words.edit)}
              </Button>
              <Button onClick={() => setDoes('end')}>{say(words.end)}</Button>
            </div>
          )}
          {does === 'end' && <EndDuty line={line} onClose={close} />}
        </div>
        {does === 'edit' && <EditDuty line={line} onClose={close} />}
      </section>
      <DutyHistory line={line} />
    </>
  )
}

/** What the line names that is closed. */
function Wrongs({ line }: { line: DutyPage }) {
  const { language, say } = useWords()
  if (!line.isCategoryClosed && line.closedUnits.length === 0) return null
  return (
    <Notice tone="near">
      {line.isCategoryClosed && say(words.closedCategory)}{' '}
      {line.closedUnits.length > 0 && say(words.closedNamed, { names: joined(line.closedUnits, language) })}
    </Notice>
  )
}

function EditDuty({ line, onClose }: { line: DutyPage; onClose: () => void }) {
  const { say } = useWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() => draftOf(line, dayOf(Date.now())))
  const { run, isPending, errorAt, rest } = useDeed(
    ['rules'],
    (commandId) =>
      call('editDuty', {
        params: { id: line.id },
        body: {
          commandId,
          version: line.version,
          ...factsOf(draft),
          basis: draft.basis,
          reason: draft.reason,
        },
      }),
    dutyFields,
    (changed) => {
      message.success(say(words.saved))
      onClose()
      void navigate({ to: '/duties', search: { id: changed.id } })
    },
  )
  return (
    <>
      <p className="quiet panel-body">{say(words.editHint)}</p>
      <DutyForm
        {...{ id: line.id, draft, isPending, errorAt, onClose }}
        refused={rest}
        onChange={setDraft}
        onSubmit={run}
      />
    </>
  )
}
