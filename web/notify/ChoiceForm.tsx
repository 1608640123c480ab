import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { paceWords, topicWords } from '#contract/words/notices.ts'
import { type Topic, topics } from '#domain/notify/occasions.ts'
import { paces } from '#domain/notify/timing.ts'
import { type Answer, call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { minutesToText, textToMinutes } from './clock-minutes.ts'
import { notifyWords as words } from './words.ts'

export type NoticeChoice = Answer<'getNoticeChoice'>

const without = (list: readonly Topic[], one: Topic) => list.filter((topic) => topic !== one)

/** Topics by channel, how often, quiet hours. */
export function ChoiceForm({ choice }: { choice: NoticeChoice }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const [given, setGiven] = useState(choice)
  const { muted, unmailed, pace, quiet } = given
  const save = useMutation({
    mutationFn: () =>
      call('saveNoticeChoice', {
        body: { muted, unmailed, pace, quiet, language, version: choice.version },
      }),
    onSuccess: (fresh) => {
      queryClient.setQueryData(['notice-choice'], fresh)
      void queryClient.invalidateQueries({ queryKey: ['notices'] })
      message.success(say(words.saved))
    },
  })
  const turn = (list: 'muted' | 'unmailed', topic: Topic, isOn: boolean) =>
    setGiven({ ...given, [list]: isOn ? without(given[list], topic) : [...given[list], topic] })
  const setQuiet = (end: 'from' | 'to', text: string) =>
    setGiven({ ...given, quiet: { ...quiet, [end]: textToMinutes(text) ?? quiet[end] } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const box = (list: 'muted' | 'unmailed', topic: Topic) => (
    <label className="check">
      <input
        type="checkbox"
        checked={!given[list].includes(topic)}
        aria-label={say(list === 'muted' ? words.inProductOf : words.byMailOf, {
          topic: say(topicWords[topic]),
        })}
        onChange={(event) => turn(list, topic, event.target.checked)}
      />
    </label>
  )
  return (
    <form className="panel" onSubmit={submit}>
      <header>
        <h2>{say(words.which)}</h2>
      </header>
      <div className="form panel-body">
        <table className="topics">
          <thead>
            <tr>
              <th scope="col">{say(words.topic)}</th>
              <th scope="col">{say(words.inProduct)}</th>
              <th scope="col">{say(words.byMail)}</th>
            </tr>
          </thead>
          <tbody>
            {topics.map((topic) => (
              <tr key={topic}>
                <th scope="row">{say(topicWords[topic])}</th>
                <td>{box('muted', topic)}</td>
                <td>{box('unmailed', topic)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="quiet">{say(words.always)}</p>
        <Choices
          label={say(words.pace)}
          options={paces.map((value) => ({ value, label: say(paceWords[value]) }))}
          value={pace}
          onChoose={(value) => setGiven({ ...given, pace: value })}
        />
        <FieldGroup label={say(words.quiet)} hint={say(words.quietHint)}>
          <div className="quiet-hours">
            {(['from', 'to'] as const).map((end) => (
              <Field key={end} label={say(end === 'from' ? words.quietFrom : words.quietTo)}>
                {(wiring) => (
                  <input
                    {...wiring}
                    className="input"
                    type="time"
                    required
                    value={minutesToText(quiet[end])}
                    onChange={(event) => setQuiet(end, event.target.value)}
                  />
                )}
              </Field>
            ))}
          </div>
        </FieldGroup>
        <label className="check">
          <input
            type="checkbox"
            checked={quiet.restDays}
            onChange={(event) => setGiven({ ...given, quiet: { ...quiet, restDays: event.target.checked } })}
          />
          {say(words.restDays)}
        </label>
        {save.error && (
          <Notice tone="act" live>
            {failureWords(save.error, language)}
          </Notice>
        )}
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {say(words.save)}
          </Button>
        </div>
      </div>
    </form>
  )
}
