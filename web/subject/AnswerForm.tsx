import { Button, Checkbox } from 'antd'
import { type FormEvent, useState } from 'react'
import type { SubjectPage } from '#contract/subject.ts'
import { identityCheckLabels } from '#contract/words/subject.ts'
import { type IdentityCheck, identityChecks, type SubjectOutcome } from '#domain/subject/subject.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { NotProved } from '#web/proof/not-proved.ts'
import { useProven } from '#web/proof/prove.tsx'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { outcomeWords, subjectWords as words } from './words.ts'

/** The answer to a request: what is done, how it was made sure who asks, and what the person is told. */
export function AnswerForm({ subject }: { subject: SubjectPage }) {
  const { say } = useWords()
  const proven = useProven()
  const { kind, outcomes } = subject
  const [outcome, setOutcome] = useState<SubjectOutcome | undefined>(
    outcomes.length === 1 ? outcomes[0] : undefined,
  )
  const [checked, setChecked] = useState<IdentityCheck | undefined>(subject.byPhone ? 'signedIn' : undefined)
  const [takesWords, setTakesWords] = useState(false)
  const [answer, setAnswer] = useState('')
  const [isTried, setTried] = useState(false)
  const isErasing = kind === 'erase' && outcome !== undefined && outcome !== 'refused'
  const needsCheck = kind !== 'explain' && outcome !== undefined && outcome !== 'refused'
  const deed = useDeed(
    ['subjects'],
    (commandId) =>
      proven(() =>
        call('answerSubject', {
          params: { id: subject.id },
          body: {
            ...{ commandId, outcome: outcome ?? 'refused', answer },
            ...{ checked: needsCheck ? (checked ?? null) : null, takesWords: isErasing && takesWords },
          },
        }),
      ),
    ['checked', 'answer'],
    () => undefined,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (outcome !== undefined) deed.run()
  }
  const failure = deed.error instanceof NotProved ? undefined : deed.rest
  return (
    <section className="panel" aria-labelledby="answer">
      <header>
        <h2 id="answer">{say(words.answer)}</h2>
      </header>
      <form className="form panel-body" onSubmit={submit}>
        {kind === 'erase' && outcomes.length === 1 && <Notice tone="near">{say(words.notYet)}</Notice>}
        {kind === 'erase' && outcomes[0] === 'partly' && <Notice tone="info">{say(words.kept)}</Notice>}
        <Choices
          label={say(words.outcome)}
          options={outcomes.map((one) => ({ value: one, label: say(outcomeWords[kind][one]) }))}
          value={outcome}
          onChoose={setOutcome}
          error={isTried && outcome === undefined ? say(words.outcome) : undefined}
          isWide
        />
        {needsCheck && (
          <Choices
            label={say(words.checked)}
            options={identityChecks
              .filter((one) => one !== 'signedIn' || subject.byPhone)
              .map((one) => ({ value: one, label: say(identityCheckLabels[one]) }))}
            value={checked}
            onChoose={setChecked}
            error={deed.errorAt('checked')}
            isWide
          />
        )}
        {kind === 'erase' && outcome === 'granted' && (
          <div>
            <Checkbox checked={takesWords} onChange={(event) => setTakesWords(event.target.checked)}>
              {say(words.takesWords)}
            </Checkbox>
            <p className="quiet">{say(words.takesWordsHint)}</p>
          </div>
        )}
        <Field label={say(words.told)} hint={say(words.toldHint)} error={deed.errorAt('answer')}>
          {(wiring) => (
            <textarea
              {...wiring}
              className="input"
              rows={4}
              maxLength={1000}
              required
              value={answer}
              onChange={(event) => setAnswer(event.target.value)}
            />
          )}
        </Field>
        {isErasing && <Notice tone="near">{say(words.grave)}</Notice>}
        {failure && (
          <Notice tone="act" live>
            {failure}
          </Notice>
        )}
        <div className="form-actions">
          <Button type="primary" danger={isErasing} htmlType="submit" loading={deed.isPending}>
            {say(words.send)}
          </Button>
        </div>
      </form>
    </section>
  )
}
