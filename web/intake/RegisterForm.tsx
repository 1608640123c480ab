import { Button } from 'antd'
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react'
import type { Me } from '#contract/session.ts'
import type { SlipView } from '#contract/slip.ts'
import { isHandOver } from '#domain/intake/hand-over.ts'
import type { Proposal } from '#domain/triage/classify.ts'
import { useDraft } from '#web/lib/drafts.ts'
import { failureWords, fieldOf } from '#web/lib/failure-words.ts'
import { OfflineError, RefusalError } from '#web/lib/failures.ts'
import { sendFile } from '#web/lib/send-file.ts'
import { useWords } from '#web/lib/words.ts'
import { checkInput } from '#web/matter/check.ts'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import { FileInput } from '#web/ui/FileInput.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { readMemory, remember } from './desk-memory.ts'
import { useLikely, useProposal, useSaid, useSimilar } from './desk-queries.ts'
import { deskWords } from './desk-words.ts'
import { focusNext, formKeyOf } from './form-keys.ts'
import { LikelyUnits } from './LikelyUnits.tsx'
import { PaperFields } from './PaperFields.tsx'
import { PersonFields } from './PersonFields.tsx'
import { PlacePicker } from './PlacePicker.tsx'
import { RegisterAside } from './RegisterAside.tsx'
import { blankOf, categoryOf, inputOf, type RegisterValue } from './register-value.ts'
import { SortFields } from './SortFields.tsx'
import { TextField } from './TextField.tsx'
import { useRegister } from './use-register.ts'
import { WordsField } from './WordsField.tsx'
import { intakeWords as words } from './words.ts'

/** Where an error can stand beside its field. */
const shownFields: readonly string[] = [
  ...['words', 'placeUnitId', 'placeText', 'name', 'phone', 'categoryCode', 'files', 'unitId', 'whyOther'],
  ...['externalNo', 'senderName', 'paperOn', 'senderDueOn'],
]

/** The form of every door at the desk, in the order people speak, beside what is here already; from the keyboard alone. */
export function RegisterForm({ me, onDone }: { me: Me; onDone: (slip: SlipView) => void }) {
  const { language, say } = useWords()
  const [memory] = useState(() => readMemory(me.accountId))
  const [blank] = useState(() => blankOf(memory.channel))
  const draft = useDraft<RegisterValue>(`${me.accountId}.register`, blank)
  const { value } = draft
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [typedUnit, setTypedUnit] = useState('')
  const [isKept, setKept] = useState(draft.wasKept && draft.value.words !== '')
  const form = useRef<HTMLFormElement>(null)
  const first = useRef<HTMLTextAreaElement>(null)
  const isSending = useRef(false)
  useEffect(() => first.current?.focus(), [])

  const mayTriage = me.permissions.includes('matter.triage')
  const mayDispatch =
    me.permissions.includes('matter.dispatch') && value.joins === null && value.placeUnitId !== ''
  const { proposal, now: proposalNow } = useProposal(value.words)
  const lastSent = useRef<{ words: string; proposal: Proposal }>(undefined)
  const categoryCode = categoryOf(value, proposal, mayTriage)
  const similar = useSimilar(value, categoryCode)
  const said = useSaid(value.phone, me.permissions.includes('contact.reveal'))
  const likely = useLikely(value.placeUnitId, categoryCode, useDeferredValue(typedUnit.trim()), mayDispatch)
  const units = mayDispatch && likely.data?.mayDispatch ? likely.data.rows : undefined
  const unit = units?.find((row) => row.id === value.unitId) ?? units?.find((row) => row.refused === null)
  const send = useRegister()

  const change = (part: Partial<RegisterValue>) => {
    draft.set(part)
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))))
  }
  const join = ({ id, number, title }: NonNullable<RegisterValue['joins']>) => {
    change({ joins: { id, number, title } })
    first.current?.focus()
  }
  const startOver = () => {
    draft.clear()
    setKept(false)
    first.current?.focus()
  }
  const focusError = () =>
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())

  const submit = async (unitId?: string) => {
    if (isSending.current) return
    isSending.current = true
    try {
      await hand(unitId)
    } finally {
      isSending.current = false
    }
  }

  const hand = async (unitId: string | undefined) => {
    // sent again, the same words are the same command, whatever is proposed by then
    const used = lastSent.current?.words === value.words ? lastSent.current.proposal : await proposalNow()
    const sorted =
      unitId === undefined ? value : { ...value, categoryCode: categoryOf(value, used, mayTriage) }
    const input = inputOf(sorted, used)
    const found = Object.entries(checkInput('receive', input))
      .filter(([field]) => value.joins === null || field !== 'placeUnitId')
      .map(([field, refusal]) => [field, failureWords(new RefusalError(refusal, 422), language)] as const)
    if (unitId !== undefined && sorted.categoryCode === '')
      found.push(['categoryCode', say(deskWords.dispatchNeeds)])
    setErrors(Object.fromEntries(found))
    if (found.length > 0) return focusError()
    try {
      lastSent.current = { words: value.words, proposal: used }
      const { slip } = await send.mutateAsync({ value: sorted, proposal: used, unitId })
      const { placeUnitId: id, placeName: name } = value
      remember(me.accountId, value.channel, id === '' ? undefined : { id, name })
      draft.clear()
      onDone(slip)
    } catch (error) {
      const field = error instanceof RefusalError ? fieldOf(error.refusal.field) : undefined
      if (field && shownFields.includes(field)) setErrors({ [field]: failureWords(error, language) })
      focusError()
    }
  }

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const target = event.target as HTMLElement
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event
    const meant = formKeyOf({ key, code, ctrlKey, metaKey, shiftKey, altKey, tag: target.tagName })
    if (!meant) return
    event.preventDefault()
    if (meant.does === 'register') void submit()
    if (meant.does === 'dispatch' && unit) void submit(unit.id)
    if (meant.does === 'next') focusNext(event.currentTarget, target)
    if (meant.does === 'join') {
      const row = similar?.rows[meant.index]
      if (row) join(row)
    }
  }

  return (
    <form
      ref={form}
      className="register"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={onKeyDown}
      noValidate
    >
      <div className="form panel panel-body register-main">
        {isKept && !send.isPending && (
          <p className="register-kept quiet">
            {say(deskWords.keptDraft)}{' '}
            <button type="button" className="link" onClick={startOver}>
              {say(deskWords.startOver)}
            </button>
          </p>
        )}
        {value.joins && (
          <Notice
            live
            action={
              <button type="button" className="link" onClick={() => change({ joins: null })}>
                {say(deskWords.insist)}
              </button>
            }
          >
            {say(deskWords.joining, value.joins)}
          </Notice>
        )}
        <WordsField
          value={value.words}
          error={errors['words']}
          first={first}
          onChange={(typed) => change({ words: typed })}
        />
        <div className="register-line">
          {value.joins === null && (
            <Field label={say(words.placeUnit)} error={errors['placeUnitId']}>
              {(wiring) => (
                <PlacePicker
                  wiring={wiring}
                  value={value.placeUnitId}
                  shown={value.placeName}
                  placeholder={say(words.placeUnitHint)}
                  used={memory.places}
                  onPick={(placeUnitId, placeName) => change({ placeUnitId, placeName })}
                />
              )}
            </Field>
          )}
          <TextField
            label={say(words.placeText)}
            error={errors['placeText']}
            value={value.placeText}
            onChange={(placeText) => change({ placeText })}
          />
        </div>
        <PersonFields value={value} errors={errors} onChange={change} />
        {isHandOver(value.channel) && <PaperFields value={value} errors={errors} onChange={change} />}
        {value.joins === null && (
          <SortFields
            value={value}
            proposal={proposal}
            errors={errors}
            mayTriage={mayTriage}
            onChange={change}
          />
        )}
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
        <div className="form-actions register-actions">
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {value.joins ? say(deskWords.registerJoin, value.joins) : say(words.submitRegister)}
          </Button>
          {unit && (
            <Button onClick={() => void submit(unit.id)} disabled={send.isPending}>
              {say(deskWords.registerTo, { unit: unit.name })}
            </Button>
          )}
          <span className="quiet desk-only">{say(deskWords.keys)}</span>
        </div>
      </div>
      <div className="register-side">
        <RegisterAside value={value} similar={similar} said={said.data} onJoin={join} />
        {units && (
          <LikelyUnits
            rows={units}
            value={unit?.id ?? ''}
            error={errors['unitId']}
            typed={typedUnit}
            onSearch={setTypedUnit}
            onPick={(unitId) => change({ unitId })}
            duty={likely.data?.duty ?? null}
            why={value.whyOther}
            whyError={errors['whyOther']}
            onWhy={(whyOther) => change({ whyOther })}
          />
        )}
      </div>
    </form>
  )
}
