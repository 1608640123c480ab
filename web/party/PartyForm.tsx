import { App, Button, Modal } from 'antd'
import { type FormEvent, useRef, useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import type { PartyView } from '#contract/party.ts'
import { verbLabels } from '#contract/words/labels.ts'
import { partyRoleLabels } from '#contract/words/party-labels.ts'
import { refuse } from '#domain/refusal.ts'
import { failureWords, fieldOf } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { useWords } from '#web/lib/words.ts'
import { checkInput } from '#web/matter/check.ts'
import { formWords } from '#web/matter/form-words.ts'
import { useMove } from '#web/matter/use-move.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { addInput, blankParty, editInput, fitting, type PartyValue, valueOf } from './form-value.ts'
import { PartyFields } from './PartyFields.tsx'
import { partyWords as words } from './words.ts'

/** Fields that stand in the form, so that an error of theirs stands beside them. */
const inForm = [
  ...['side', 'kind', 'role', 'name', 'phone', 'address', 'contactName', 'capacity', 'actsFor'],
  ...['isRepresentative', 'note'],
]

/** Registers a party, or corrects one: what is left empty then stays as it is. */
export function PartyForm({
  matter,
  present,
  party,
  begun,
  appealId,
  onClose,
}: {
  matter: MatterPage
  present: readonly PartyView[]
  /** The one to correct; otherwise a new one is begun with this. */
  party?: PartyView
  begun?: PartyValue
  appealId?: string | undefined
  onClose: () => void
}) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const move = useMove(matter)
  const [value, setValue] = useState(() => (party ? valueOf(party) : (begun ?? blankParty(false))))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const root = useRef<HTMLFormElement>(null)
  const verb = party ? 'editParty' : 'addParty'

  const focusFirstError = () =>
    requestAnimationFrame(() => {
      const field = root.current?.querySelector('.field:has(.field-error)')
      field?.querySelector<HTMLElement>('input, textarea, select')?.focus()
    })
  const change = (more: Partial<PartyValue>) => {
    setValue((was) => fitting({ ...was, ...more }))
    setErrors((was) => Object.fromEntries(Object.entries(was).filter(([field]) => !(field in more))))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const input = party ? editInput(party, value) : addInput(value, appealId)
    const refusals = checkInput(verb, input)
    // the contract leaves the name to the voice, where there is one
    if (!party && appealId === undefined && value.name.trim() === '')
      refusals['name'] ??= refuse('missingField', { field: 'name' }, 'name')
    const found = Object.entries(refusals).map(([field, refusal]) => [
      field,
      failureWords(new RefusalError(refusal, 422), language),
    ])
    setErrors(Object.fromEntries(found))
    if (found.length > 0) return focusFirstError()
    try {
      await move.mutateAsync({ verb, input })
      message.success(say(party ? words.edited : words.added))
      onClose()
    } catch (error) {
      const field = error instanceof RefusalError ? fieldOf(error.refusal.field) : undefined
      if (field !== undefined && inForm.includes(field)) {
        setErrors({ [field]: failureWords(error, language) })
        focusFirstError()
      }
    }
  }
  const isGeneral = move.error && Object.keys(errors).length === 0
  const title = party
    ? say(words.partyNamed, {
        what: say(verbLabels.editParty),
        no: party.no,
        role: say(partyRoleLabels[party.role]),
      })
    : say(words.add)
  return (
    <Modal open onCancel={onClose} footer={null} title={title} width={560}>
      <form
        ref={root}
        className="form party-form"
        aria-label={title}
        onSubmit={(event) => void submit(event)}
        noValidate
      >
        <PartyFields
          value={value}
          errors={errors}
          present={present}
          party={party}
          isFromVoice={appealId !== undefined}
          onChange={change}
        />
        {isGeneral && (
          <Notice tone="act" live>
            {failureWords(move.error, language)}
          </Notice>
        )}
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={move.isPending}>
            {say(party ? words.saveEdit : words.save)}
          </Button>
          <Button onClick={onClose}>{say(formWords.later)}</Button>
        </div>
      </form>
    </Modal>
  )
}
