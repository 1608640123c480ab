import { Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import type { TaskView } from '#contract/meeting-task.ts'
import type { TaskVerb } from '#domain/meeting/moves.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { taskSaidWords, taskVerbWords, taskWords as words } from './words.ts'

/** Says something of a task, or decides about it; with a reason that stays on record. */
export function TaskDeed({ task, verb, onClose }: { task: TaskView; verb: TaskVerb; onClose: () => void }) {
  const { say } = useWords()
  const [said, setSaid] = useState('')
  const [day, setDay] = useState('')
  const deed = useDeed(
    ['meetings'],
    (commandId) =>
      call('moveMeetingTask', {
        params: { id: task.id },
        body: { commandId, verb, words: said, ...(verb === 'ask' && day !== '' ? { day } : {}) },
      }),
    ['words', 'day'],
    onClose,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.run()
  }
  return (
    <Modal open onCancel={onClose} footer={null} title={say(taskVerbWords[verb])} width={480}>
      <form className="form" aria-label={say(taskVerbWords[verb])} onSubmit={submit} noValidate>
        <p className="quiet">{task.what}</p>
        {verb === 'ask' && (
          <Field label={say(words.day)} error={deed.errorAt('day')}>
            {(wiring) => (
              <input
                {...wiring}
                className="input"
                type="date"
                min={task.dueOn}
                value={day}
                onChange={(event) => setDay(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field label={say(taskSaidWords[verb])} error={deed.errorAt('words')}>
          {(wiring) => (
            <textarea
              {...wiring}
              className="input"
              rows={3}
              maxLength={1000}
              value={said}
              onChange={(event) => setSaid(event.target.value)}
            />
          )}
        </Field>
        <FormEnd
          refused={deed.rest}
          act={say(words.send)}
          later={say(words.later)}
          isGrave={verb === 'drop'}
          isPending={deed.isPending}
          onClose={onClose}
        />
      </form>
    </Modal>
  )
}
