import { type FormEvent, useState } from 'react'
import { voteLabels } from '#contract/words/evaluation-labels.ts'
import { type ExclusionStep, type ExclusionVote, exclusionVotes } from '#domain/evaluation/exclusion.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import type { KeptFile } from '#web/ui/FileInput.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { PapersField } from './PapersField.tsx'
import { stepWords, exclusionWords as words } from './words.ts'

type Of = { id: string; step: ExclusionStep; onClose: () => void }

/** A vote with its reason, or the words of another step. */
export function ExclusionStepForm({ id, step, onClose }: Of) {
  const { say } = useWords()
  const [vote, setVote] = useState<ExclusionVote | null>(null)
  const [text, setText] = useState('')
  const [papers, setPapers] = useState<readonly KeptFile[]>([])
  const isVote = step === 'vote'
  const deed = useDeed(
    ['exclusions'],
    (commandId) =>
      call('stepExclusion', {
        params: { id },
        body: {
          ...{ commandId, step, vote: isVote ? vote : null, text },
          files: papers.map((file) => file.id),
        },
      }),
    ['text', 'vote', 'files'],
    onClose,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.run()
  }
  return (
    <section className="panel" aria-labelledby="exclusion-step">
      <header>
        <h2 id="exclusion-step">{say(isVote ? words.vote : stepWords[step])}</h2>
      </header>
      <form className="form panel-body" aria-label={say(stepWords[step])} onSubmit={submit}>
        {isVote && (
          <FieldGroup label={say(words.vote)} error={deed.errorAt('vote')}>
            <div className="evaluation-choices">
              {exclusionVotes.map((one) => (
                <label key={one}>
                  <input type="radio" name="vote" checked={vote === one} onChange={() => setVote(one)} />
                  {say(voteLabels[one])}
                </label>
              ))}
            </div>
          </FieldGroup>
        )}
        <Field label={say(isVote ? words.voteText : words.text)} error={deed.errorAt('text')}>
          {(wiring) => (
            <textarea
              {...wiring}
              className="input"
              rows={3}
              maxLength={1000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {step === 'appeal' && (
          <PapersField value={papers} error={deed.errorAt('files')} onChange={setPapers} />
        )}
        <FormEnd
          refused={deed.rest}
          act={say(stepWords[step])}
          later={say(words.cancel)}
          isPending={deed.isPending}
          onClose={onClose}
        />
      </form>
    </section>
  )
}
