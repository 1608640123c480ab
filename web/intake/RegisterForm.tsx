import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Me } from '#contract/session.ts'
import { channelLabels, kindLabels, urgencyLabels } from '#contract/words/labels.ts'
import { type Channel, channels, type Kind, kinds, type Urgency, urgencies } from '#domain/matter/matter.ts'
import { call } from '#web/lib/api.ts'
import { useDraft } from '#web/lib/drafts.ts'
import { failureWords, fieldOf } from '#web/lib/failure-words.ts'
import { OfflineError, RefusalError } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'
import { sendFile } from '#web/lib/send-file.ts'
import { useWords } from '#web/lib/words.ts'
import { checkInput } from '#web/matter/check.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import { FileInput, type KeptFile } from '#web/ui/FileInput.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PlacePicker } from './PlacePicker.tsx'
import type { Registered } from './Slip.tsx'
import { intakeWords as words } from './words.ts'

type Value = {
  channel: Channel
  kind: Kind
  urgency: Urgency
  words: string
  placeUnitId: string
  placeName: string
  placeText: string
  name: string
  phone: string
  isConfidential: boolean
  files: KeptFile[]
}

const blank: Value = {
  channel: 'desk',
  kind: 'request',
  urgency: 'normal',
  words: '',
  placeUnitId: '',
  placeName: '',
  placeText: '',
  name: '',
  phone: '',
  isConfidential: false,
  files: [],
}

/** What staff may say a voice came by: the doors that are not machines. */
const staffChannels = channels.filter((channel) => channel !== 'qr' && channel !== 'hotline')

function inputOf({ placeName: _, files, ...value }: Value) {
  const filled = Object.entries(value).filter(([, given]) => given !== '')
  return {
    ...Object.fromEntries(filled),
    isAnonymous: value.name === '' && value.phone === '',
    files: files.map((file) => file.id),
  }
}

/** The form: what, where, who; one screen, from the keyboard alone. */
export function RegisterForm({ me, onDone }: { me: Me; onDone: (registered: Registered) => void }) {
  const { language, say } = useWords()
  const queryClient = useQueryClient()
  const draft = useDraft<Value>(`${me.accountId}.register`, blank)
  const { value, set } = draft
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [ids, setIds] = useState(() => ({ content: '', id: newId(), appealId: newId(), commandId: newId() }))
  const form = useRef<HTMLFormElement>(null)
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus(), [])

  const send = useMutation({
    mutationFn: (input: ReturnType<typeof inputOf>) => {
      // other content is another command; the same one sent again is done once
      const content = JSON.stringify(input)
      const used =
        ids.content === '' || ids.content === content
          ? { ...ids, content }
          : { content, id: newId(), appealId: newId(), commandId: newId() }
      setIds(used)
      const { id, appealId, commandId } = used
      return call('receiveMatter', { body: { id, appealId, commandId, input: input as never } })
    },
  })

  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    const input = inputOf(value)
    const found = Object.entries(checkInput('receive', input)).map(([field, refusal]) => [
      field,
      failureWords(new RefusalError(refusal, 422), language),
    ])
    setErrors(Object.fromEntries(found))
    if (found.length > 0) return focusError()
    try {
      const answer = await send.mutateAsync(input)
      draft.clear()
      void queryClient.invalidateQueries({ queryKey: ['matters'] })
      onDone({
        ...answer,
        words: value.words,
        place: [value.placeName, value.placeText].filter(Boolean).join(' '),
        at: new Date().toISOString(),
      })
    } catch (error) {
      const field = error instanceof RefusalError ? fieldOf(error.refusal.field) : undefined
      if (field) setErrors({ [field]: failureWords(error, language) })
      focusError()
    }
  }
  const focusError = () =>
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
  }
  const change = (part: Partial<Value>) => {
    set(part)
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))))
  }
  const options = <K extends string>(keys: readonly K[], labels: Record<K, { zh: string; en: string }>) =>
    keys.map((key) => ({ value: key, label: say(labels[key]) }))

  return (
    <form
      ref={form}
      className="form panel panel-body register"
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
      noValidate
    >
      <Field label={say(words.wordsField)} hint={say(words.wordsHint)} error={errors['words']}>
        {(wiring) => (
          <textarea
            {...wiring}
            ref={first}
            className="input"
            rows={4}
            value={value.words}
            onChange={(event) => change({ words: event.target.value })}
          />
        )}
      </Field>
      <div className="fields-2">
        <Field label={say(words.placeUnit)} error={errors['placeUnitId']}>
          {(wiring) => (
            <PlacePicker
              wiring={wiring}
              value={value.placeUnitId}
              shown={value.placeName}
              placeholder={say(words.placeUnitHint)}
              onPick={(placeUnitId, placeName) => change({ placeUnitId, placeName })}
            />
          )}
        </Field>
        <Field
          label={say(words.placeText)}
          hint={say(words.placeTextHint)}
          error={errors['placeText']}
          isOptional
        >
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              value={value.placeText}
              onChange={(event) => change({ placeText: event.target.value })}
            />
          )}
        </Field>
        <Field label={say(words.name)} error={errors['name']} isOptional>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              autoComplete="off"
              value={value.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={say(words.phone)} hint={say(words.phoneHint)} error={errors['phone']} isOptional>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              inputMode="tel"
              autoComplete="off"
              value={value.phone}
              onChange={(event) => change({ phone: event.target.value })}
            />
          )}
        </Field>
        <Field label={say(words.channel)}>
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              value={value.channel}
              onChange={(event) => change({ channel: event.target.value as Channel })}
            >
              {options(staffChannels, channelLabels).map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say(words.kind)}>
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              value={value.kind}
              onChange={(event) => change({ kind: event.target.value as Kind })}
            >
              {options(kinds, kindLabels).map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Choices
        label={say(words.urgency)}
        options={options(urgencies, urgencyLabels)}
        value={value.urgency}
        onChoose={(urgency) => change({ urgency })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={value.isConfidential}
          onChange={(event) => change({ isConfidential: event.target.checked })}
        />
        {say(words.confidential)}
      </label>
      <FieldGroup label={say(words.files)} error={errors['files']} isOptional>
        <FileInput
          label={say(words.files)}
          value={value.files}
          onChange={(files) => change({ files })}
          send={(id, file, onProgress) =>
            sendFile('uploadFile', { params: { id }, query: { name: file.name } }, file, onProgress)
          }
        />
      </FieldGroup>
      {send.error && Object.keys(errors).length === 0 && (
        <Notice tone={send.error instanceof OfflineError ? 'near' : 'act'} live>
          {failureWords(send.error, language)}
        </Notice>
      )}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {say(words.submitRegister)}
        </Button>
        <span className="quiet desk-only">{say(words.submitKeys)}</span>
      </div>
    </form>
  )
}
