import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { MeetingPage } from '#contract/meeting.ts'
import { type InviteAnswer, inviteAnswers } from '#domain/meeting/meeting.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { pageWords as words } from './page-words.ts'
import { answerWords } from './words.ts'

/** A called unit says whether it comes. */
export function AnswerForm({ meeting, unit }: { meeting: MeetingPage; unit: MeetingPage['units'][number] }) {
  const { say } = useWords()
  const [answer, setAnswer] = useState<InviteAnswer | undefined>(unit.answer ?? undefined)
  const [said, setSaid] = useState(unit.words ?? '')
  const deed = useDeed(
    ['meetings'],
    (commandId) =>
      call('answerInvitation', {
        params: { id: meeting.id },
        body: { commandId, unitId: unit.id, answer: answer ?? 'comes', words: said },
      }),
    ['words'],
    () => undefined,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (answer !== undefined) deed.run()
  }
  const isSame = answer === unit.answer && said === (unit.words ?? '')
  return (
    <section className="panel">
      <form className="form panel-body" onSubmit={submit} noValidate>
        <Choices
          label={say(words.answerOf, { unit: unit.name })}
          hint={unit.answer && say(words.answered, { answer: say(answerWords[unit.answer]) })}
          options={inviteAnswers.map((one) => ({ value: one, label: say(answerWords[one]) }))}
          value={answer}
          onChoose={setAnswer}
        />
        {(answer === 'sends' || answer === 'cannot') && (
          <Field
            label={say(answer === 'sends' ? words.answerWho : words.answerWhy)}
            error={deed.errorAt('words')}
          >
            {(wiring) => (
              <input
                {...wiring}
                className="input"
                maxLength={200}
                value={said}
                onChange={(event) => setSaid(event.target.value)}
              />
            )}
          </Field>
        )}
        {deed.rest && (
          <Notice tone="act" live>
            {deed.rest}
          </Notice>
        )}
        <div className="form-actions">
          <Button
            type="primary"
            htmlType="submit"
            loading={deed.isPending}
            disabled={answer === undefined || isSame}
          >
            {say(words.answerSend)}
          </Button>
        </div>
      </form>
    </section>
  )
}
