import { Checkbox } from 'antd'
import { type FormEvent, useState } from 'react'
import type { SampleLine } from '#contract/closure-sample.ts'
import { checkWayLabels, sampleOutcomeLabels } from '#contract/words/supervision-labels.ts'
import { type CheckWay, checkWays, type SampleOutcome, sampleOutcomes } from '#domain/supervision/sample.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { TextAndDay } from './TextAndDay.tsx'
import { supervisionWords as words } from './words.ts'

/** What another unit found when it asked again. */
export function CheckForm({
  sampleId,
  line,
  onClose,
}: {
  sampleId: string
  line: SampleLine
  onClose: () => void
}) {
  const { say } = useWords()
  const [outcome, setOutcome] = useState<SampleOutcome>()
  const [way, setWay] = useState<CheckWay>('phone')
  const [text, setText] = useState('')
  const [proposes, setProposes] = useState(false)
  const [isTried, setTried] = useState(false)
  const mayPropose = outcome === 'false' || outcome === 'unsolved'
  const deed = useDeed(
    ['supervision'],
    (commandId) =>
      call('checkClosure', {
        params: { id: sampleId, matterId: line.matter.id },
        body: { commandId, outcome: outcome ?? 'solved', way, text, proposes: mayPropose && proposes },
      }),
    ['text'],
    onClose,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (outcome !== undefined) deed.run()
  }
  return (
    <form className="form" aria-label={say(words.checkOf, { number: line.matter.number })} onSubmit={submit}>
      <Choices
        label={say(words.outcome)}
        options={sampleOutcomes.map((value) => ({ value, label: say(sampleOutcomeLabels[value]) }))}
        value={outcome}
        onChoose={setOutcome}
        error={isTried && outcome === undefined ? say(words.outcome) : undefined}
      />
      <Choices
        label={say(words.way)}
        options={checkWays.map((value) => ({ value, label: say(checkWayLabels[value]) }))}
        value={way}
        onChoose={setWay}
      />
      <TextAndDay
        text={{ label: say(words.checkText), value: text, onChange: setText }}
        errorAt={deed.errorAt}
        maxLength={500}
      />
      {mayPropose && (
        <div>
          <Checkbox checked={proposes} onChange={(event) => setProposes(event.target.checked)}>
            {say(words.proposeReopen)}
          </Checkbox>
          <p className="quiet">{say(words.proposeHint)}</p>
        </div>
      )}
      <FormEnd
        refused={deed.rest}
        act={say(words.save)}
        later={say(words.close)}
        isPending={deed.isPending}
        onClose={onClose}
      />
    </form>
  )
}
