import { type FormEvent, useState } from 'react'
import type { AidView } from '#contract/aid.ts'
import { aidVerbLabels } from '#contract/words/aid.ts'
import type { AidVerb } from '#domain/aid/moves.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { missingWords } from '#web/whistle/missing.ts'
import { AidControl } from './AidControl.tsx'
import { aidBodyOf, aidForms, startOf } from './forms.ts'
import { aidWords as words } from './words.ts'

const grave: ReadonlySet<AidVerb> = new Set(['withdraw', 'decline', 'takeBack'])

/** The form of a step of an order, or of one of its lines. */
export function AidForm({
  aid,
  verb,
  lineId,
  onClose,
}: {
  aid: AidView
  verb: AidVerb
  lineId: string | undefined
  onClose: () => void
}) {
  const { language, say } = useWords()
  const [isTried, setTried] = useState(false)
  const [values, setValues] = useState(() => startOf(verb, aid))
  const fields = aidForms[verb]
  const move = useDeed(
    ['aid', aid.id],
    (commandId) =>
      call('moveAid', { params: { id: aid.id }, body: aidBodyOf(verb, commandId, lineId, values) }),
    fields.map(({ name }) => name),
    onClose,
  )
  const title = say(aidVerbLabels[verb])
  const isFilled = (name: string) => (values[name] ?? '').split(',').some((part) => part.trim() !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (fields.every(({ name, isOptional }) => isOptional || isFilled(name))) move.run()
  }
  return (
    <form className="form whistle-form" aria-label={title} onSubmit={submit} noValidate>
      {fields.map((field) => (
        <AidControl
          key={field.name}
          field={field}
          targets={aid.targets}
          value={values[field.name] ?? ''}
          error={
            move.errorAt(field.name) ??
            (isTried && !field.isOptional && !isFilled(field.name)
              ? missingWords(field.label, language)
              : undefined)
          }
          onChange={(value) => setValues({ ...values, [field.name]: value })}
        />
      ))}
      <FormEnd
        refused={move.rest}
        act={`${say(words.confirmVerb)}${language === 'zh' ? '' : ': '}${title}`}
        later={say(words.cancel)}
        isGrave={grave.has(verb)}
        isPending={move.isPending}
        onClose={onClose}
      />
    </form>
  )
}
