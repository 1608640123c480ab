import { Button, Select } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import type { Panel } from '#contract/exclusion.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { EvaluationNav } from './EvaluationNav.tsx'
import { useEvaluationUnits, usePanel } from './queries.ts'
import { evaluationWords, exclusionWords as words } from './words.ts'
import './evaluation.css'

/** Which units decide about exclusions; the centre of the district names them. */
export function PanelPage() {
  const { say } = useWords()
  const panel = usePanel()
  const title = say(evaluationWords.panel)
  useEffect(() => {
    document.title = title
  }, [title])
  const { data } = panel
  return (
    <div className="page evaluation">
      <EvaluationNav />
      <h1>{title}</h1>
      {panel.isPending && <Skeleton rows={5} />}
      {panel.error && <ErrorState error={panel.error} onRetry={() => void panel.refetch()} />}
      {data && (
        <>
          <p className="page-lead">{say(words.panelLead, { fewest: data.fewest })}</p>
          {data.units.length === 0 && <Empty title={say(words.noPanel)}>{say(words.noPanelText)}</Empty>}
          {data.units.length > 0 && (
            <section className="panel" aria-labelledby="panel-units">
              <header>
                <h2 id="panel-units">{say(words.panelUnits)}</h2>
                {data.setAt && (
                  <span className="quiet">
                    <When at={data.setAt} />
                  </span>
                )}
              </header>
              <ul className="evaluation-list">
                {data.units.map((unit) => (
                  <li key={unit.id}>{unit.name}</li>
                ))}
              </ul>
            </section>
          )}
          {data.maySet && <SetPanel panel={data} />}
        </>
      )}
    </div>
  )
}

function SetPanel({ panel }: { panel: Panel }) {
  const { say } = useWords()
  const units = useEvaluationUnits()
  const [chosen, setChosen] = useState(panel.units.map((unit) => unit.id))
  const [isSaved, setSaved] = useState(false)
  const deed = useDeed(
    ['exclusions'],
    (commandId) => call('setPanel', { body: { commandId, unitIds: chosen } }),
    ['unitIds'],
    () => setSaved(true),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.run()
  }
  return (
    <form className="form" aria-label={say(words.savePanel)} onSubmit={submit}>
      <Field label={say(words.panelUnits)} hint={say(words.panelHint)} error={deed.errorAt('unitIds')}>
        {(wiring) => (
          <Select
            {...wiring}
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            value={chosen}
            onChange={(ids: string[]) => {
              setChosen(ids)
              setSaved(false)
            }}
            options={(units.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
      {deed.rest && (
        <Notice tone="act" live>
          {deed.rest}
        </Notice>
      )}
      {isSaved && (
        <Notice tone="good" live>
          {say(words.saved)}
        </Notice>
      )}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {say(words.savePanel)}
        </Button>
      </div>
    </form>
  )
}
