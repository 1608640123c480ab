import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import { teamKindLabels } from '#contract/words/aid.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { type TeamKind, teamKinds } from '#domain/team/team.ts'
import '#web/aid/aid.css'
import { call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useNow } from '#web/lib/use-now.ts'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { missingWords } from '#web/whistle/missing.ts'
import '#web/whistle/whistle.css'
import { type Person, PersonField } from './PersonField.tsx'
import { teamWords as words } from './words.ts'

/** The form to set up a team: what for, from when until when, who leads it and who is in it. */
export function FoundPage() {
  const { say } = useWords()
  const title = say(words.found)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page whistles">
      <p>
        <Link className="link" to="/teams" search={{}}>
          {say(words.back)}
        </Link>
      </p>
      <h1>{title}</h1>
      <p className="page-lead">{say(words.lead)}</p>
      <FoundForm title={title} />
    </div>
  )
}

type Values = { kind: TeamKind; name: string; purpose: string; fromOn: string; toOn: string }
const idsOf = ({ accountId, unitId }: Person) => ({ accountId, unitId })

function FoundForm({ title }: { title: string }) {
  const { language, say } = useWords()
  const navigate = useNavigate()
  const today = dayOf(useNow())
  const [id] = useState(newId)
  const [isTried, setTried] = useState(false)
  const [lead, setLead] = useState<Person>()
  const [members, setMembers] = useState<readonly Person[]>([])
  const [values, setValues] = useState<Values>({
    ...{ kind: 'project', name: '', purpose: '', fromOn: today, toOn: '' },
  })
  const set = (change: Partial<Values>) => setValues({ ...values, ...change })
  const deed = useDeed(
    ['teams'],
    (commandId) =>
      call('foundTeam', {
        body: {
          ...{ commandId, id, ...values },
          lead: lead ? idsOf(lead) : { accountId: '', unitId: '' },
          members: members.map(idsOf),
        },
      }),
    ['kind', 'name', 'purpose', 'fromOn', 'toOn', 'lead', 'members'],
    () => void navigate({ to: '/teams/$id', params: { id }, replace: true }),
  )
  const { kind: _, ...needed } = values
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (lead && Object.values(needed).every((value) => value.trim() !== '')) deed.run()
  }
  const lacks = (name: keyof typeof needed, label: Sentence) =>
    deed.errorAt(name) ?? (isTried && !values[name].trim() ? missingWords(label, language) : undefined)
  const text = (name: 'name' | 'purpose', label: Sentence, hint: Sentence) => (
    <Field label={say(label)} hint={say(hint)} error={lacks(name, label)}>
      {(wiring) => {
        const wired = { ...wiring, className: 'input', value: values[name] }
        const change = (event: { target: { value: string } }) => set({ [name]: event.target.value })
        return name === 'name' ? (
          <input {...wired} maxLength={60} onChange={change} />
        ) : (
          <textarea {...wired} rows={3} maxLength={1000} onChange={change} />
        )
      }}
    </Field>
  )
  const day = (name: 'fromOn' | 'toOn', label: Sentence, hint?: Sentence) => (
    <Field label={say(label)} {...(hint ? { hint: say(hint) } : {})} error={lacks(name, label)}>
      {(wiring) => (
        <input
          {...wiring}
          type="date"
          className="input"
          min={today}
          value={values[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <form className="form panel panel-body" aria-label={title} onSubmit={submit} noValidate>
      <Choices
        label={say(words.kind)}
        options={teamKinds.map((value) => ({ value, label: say(teamKindLabels[value]) }))}
        value={values.kind}
        onChoose={(kind) => set({ kind })}
        error={deed.errorAt('kind')}
      />
      {text('name', words.name, words.nameHint)}
      {text('purpose', words.purpose, words.purposeHint)}
      <div className="fields-2">
        {day('fromOn', words.fromOn)}
        {day('toOn', words.toOn, words.toHint)}
      </div>
      <PersonField
        label={say(words.lead2)}
        hint={say(words.leadHint)}
        value={lead}
        error={deed.errorAt('lead') ?? (isTried && !lead ? missingWords(words.lead2, language) : undefined)}
        onPick={setLead}
      />
      <PersonField
        label={say(words.others)}
        hint={say(words.othersHint)}
        value={undefined}
        isOptional
        error={deed.errorAt('members')}
        onPick={(person) =>
          setMembers([...members.filter((one) => one.accountId !== person.accountId), person])
        }
      />
      {members.length > 0 && (
        <ul className="team-picked" aria-label={say(words.others)}>
          {members.map((one) => (
            <li key={one.accountId}>
              {one.name} · {one.unitName}
              <Button
                type="text"
                size="small"
                aria-label={say(words.takeAway, { name: one.name })}
                onClick={() => setMembers(members.filter((other) => other !== one))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      {deed.rest && (
        <Notice tone="act" live>
          {deed.rest}
        </Notice>
      )}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {say(words.send)}
        </Button>
      </div>
    </form>
  )
}
