import { type FormEvent, useState } from 'react'
import type { TeamMove, TeamView } from '#contract/team.ts'
import { teamVerbLabels } from '#contract/words/aid.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { TeamVerb } from '#domain/team/moves.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useNow } from '#web/lib/use-now.ts'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { missingWords } from '#web/whistle/missing.ts'
import { type Person, PersonField } from './PersonField.tsx'
import { teamWords as words } from './words.ts'

type FieldSpec = {
  name: string
  kind: 'area' | 'day' | 'member'
  label: Sentence
  hint?: Sentence
  isOptional?: true
  max?: number
}
const reason: FieldSpec = { name: 'reason', kind: 'area', label: words.formReason, max: 500 }

/** What the form of each verb asks; who is taken in is chosen in a field of its own. */
const forms: Record<TeamVerb, readonly FieldSpec[]> = {
  addMember: [
    { name: 'fromOn', kind: 'day', label: words.memberFrom },
    { name: 'toOn', kind: 'day', label: words.memberTo, hint: words.memberToHint, isOptional: true },
  ],
  removeMember: [reason],
  setLead: [{ name: 'memberId', kind: 'member', label: words.newLead }, reason],
  extend: [{ name: 'toOn', kind: 'day', label: words.extendTo }, reason],
  note: [{ name: 'note', kind: 'area', label: words.note, max: 1000 }],
  end: [{ name: 'summary', kind: 'area', label: words.summary, hint: words.summaryHint, max: 2000 }],
}

type Values = Readonly<Record<string, string>>

function bodyOf(verb: TeamVerb, commandId: string, values: Values, person?: Person): TeamMove {
  if (verb !== 'addMember') return { verb, commandId, ...values } as TeamMove
  const { accountId = '', unitId = '' } = person ?? {}
  return { verb, commandId, accountId, unitId, fromOn: values['fromOn'] ?? '', toOn: values['toOn'] || null }
}

/** The form of a step of a team. `memberId`: whom it is about, where it stands beside one. */
export function TeamDeed({
  team,
  verb,
  memberId,
  onClose,
}: {
  team: TeamView
  verb: TeamVerb
  memberId?: string
  onClose: () => void
}) {
  const { language, say } = useWords()
  const today = dayOf(useNow())
  const [isTried, setTried] = useState(false)
  const [person, setPerson] = useState<Person>()
  const [values, setValues] = useState<Values>({
    ...(verb === 'addMember' ? { fromOn: today > team.fromOn ? today : team.fromOn } : {}),
    ...(memberId ? { memberId } : {}),
  })
  const fields = forms[verb]
  const move = useDeed(
    ['team', team.id],
    (commandId) =>
      call('moveTeam', { params: { id: team.id }, body: bodyOf(verb, commandId, values, person) }),
    ['accountId', ...fields.map(({ name }) => name)],
    onClose,
  )
  const title = say(teamVerbLabels[verb])
  const isFilled = ({ name, isOptional }: FieldSpec) => isOptional || (values[name] ?? '').trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (fields.every(isFilled) && (verb !== 'addMember' || person)) move.run()
  }
  return (
    <form className="form whistle-form" aria-label={title} onSubmit={submit} noValidate>
      {verb === 'addMember' && (
        <PersonField
          label={say(words.person)}
          hint={say(words.othersHint)}
          value={person}
          error={
            move.errorAt('accountId') ??
            (isTried && !person ? missingWords(words.person, language) : undefined)
          }
          onPick={setPerson}
        />
      )}
      {fields.map((field) => (
        <Field
          key={field.name}
          label={say(field.label)}
          {...(field.hint ? { hint: say(field.hint) } : {})}
          isOptional={field.isOptional ?? false}
          error={
            move.errorAt(field.name) ??
            (isTried && !isFilled(field) ? missingWords(field.label, language) : undefined)
          }
        >
          {(wiring) => {
            const wired = { ...wiring, className: 'input', value: values[field.name] ?? '' }
            const change = (event: { target: { value: string } }) =>
              setValues({ ...values, [field.name]: event.target.value })
            if (field.kind === 'area')
              return <textarea {...wired} rows={3} maxLength={field.max} onChange={change} />
            if (field.kind === 'day') return <input {...wired} type="date" min={today} onChange={change} />
            return (
              <select {...wired} onChange={change}>
                <option value="">{say(words.choose)}</option>
                {team.people
                  .filter(({ outAt, isLead }) => outAt === null && !isLead)
                  .map(({ id, name, unitName }) => (
                    <option key={id} value={id}>
                      {name} · {unitName}
                    </option>
                  ))}
              </select>
            )
          }}
        </Field>
      ))}
      <FormEnd
        refused={move.rest}
        act={`${say(words.confirmVerb)}${language === 'zh' ? '' : ': '}${title}`}
        later={say(words.cancel)}
        isGrave={verb === 'end' || verb === 'removeMember'}
        isPending={move.isPending}
        onClose={onClose}
      />
    </form>
  )
}
