import { type FormEvent, useState } from 'react'
import { type SupervisionStep, steps } from '#domain/supervision/steps.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { TextAndDay } from './TextAndDay.tsx'
import { stepWords, supervisionWords as words } from './words.ts'

/** One text, and a day where the step says one. */
export function StepForm({ id, step, onClose }: { id: string; step: SupervisionStep; onClose: () => void }) {
  const { say } = useWords()
  const [text, setText] = useState('')
  const [day, setDay] = useState('')
  const wanted = 'day' in steps[step] ? steps[step].day : undefined
  const deed = useDeed(
    ['supervision'],
    (commandId) =>
      call('stepInstrument', {
        params: { id },
        body: { commandId, step, text, day: wanted === undefined || day === '' ? null : day },
      }),
    ['text', 'day'],
    onClose,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.run()
  }
  const isAnswer = step === 'answer'
  const hint = isAnswer ? say(words.answerHint) : undefined
  return (
    <section className="panel" aria-labelledby="supervision-step">
      <header>
        <h2 id="supervision-step">{say(stepWords[step])}</h2>
      </header>
      <form className="form panel-body" aria-label={say(stepWords[step])} onSubmit={submit}>
        <TextAndDay
          text={{
            label: say(isAnswer ? words.answerText : words.reason),
            hint,
            value: text,
            onChange: setText,
          }}
          day={
            wanted === undefined
              ? undefined
              : {
                  label: say(wanted === 'promise' ? words.promiseDay : words.answerDay),
                  hint: wanted === 'answer' ? say(words.answerDayHint) : undefined,
                  value: day,
                  onChange: setDay,
                }
          }
          errorAt={deed.errorAt}
        />
        <FormEnd
          refused={deed.rest}
          act={say(stepWords[step])}
          later={say(words.close)}
          isGrave={step === 'cancel'}
          isPending={deed.isPending}
          onClose={onClose}
        />
      </form>
    </section>
  )
}
