import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { usualQuorum } from '#domain/meeting/quorum.ts'
import { call } from '#web/lib/api.ts'
import { useDraft } from '#web/lib/drafts.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { blankDraft, blankItem, bodyOf, type Draft, type DraftItem, type Person } from './draft.ts'
import { FindMatter } from './FindMatter.tsx'
import { formWords as words } from './form-words.ts'
import { ItemFields } from './ItemFields.tsx'
import { PersonSelect } from './PersonSelect.tsx'
import { useMeetingUnits } from './queries.ts'
import { Suggestions } from './Suggestions.tsx'
import { UnitsField } from './UnitsField.tsx'
import { meetingWords } from './words.ts'

const fields = ['title', 'startsAt', 'minutes', 'link', 'chairId', 'minuterId', 'quorum', 'units', 'unitId']

/** Calls a meeting: when, who, about what; kept while it is written. */
export function CallForm({
  accountId,
  callers,
  matter,
}: {
  accountId: string
  callers: readonly Person[]
  matter: DraftItem['matter']
}) {
  const { say } = useWords()
  const navigate = useNavigate()
  const [blank] = useState((): Draft => {
    const draft = blankDraft(callers[0]?.id ?? '')
    return matter ? { ...draft, items: [blankItem(matter)] } : draft
  })
  const draft = useDraft<Draft>(`${accountId}.meeting.${matter?.id ?? 'new'}`, blank)
  const { value, set } = draft
  const { items, units, unitId } = value
  const own = useMeetingUnits({ unitId }, unitId !== '')
  const deed = useDeed(
    ['meetings'],
    (commandId) => call('callMeeting', { body: bodyOf(value, commandId) }),
    fields,
    ({ id }) => {
      draft.clear()
      void navigate({ to: '/meetings/$id', params: { id } })
    },
  )
  const people = [...(own.data?.rows ?? []), ...units].flatMap((unit) =>
    unit.people.map((one) => ({ ...one, unitName: unit.name })),
  )
  const caller = callers.find(({ id }) => id === unitId)
  const atTable = [...(caller ? [caller] : []), ...units.map(({ id, name }) => ({ id, name }))]
  const chosen = items.flatMap((item) => item.matter?.id ?? [])
  const add = (found: DraftItem['matter']) => set({ items: [...items, blankItem(found)] })
  const change = (id: string, more: Partial<DraftItem>) =>
    set({ items: items.map((item) => (item.id === id ? { ...item, ...more } : item)) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.run()
  }
  const text = (name: 'title' | 'place' | 'link' | 'minutes' | 'quorum', more: object = {}) => ({
    className: 'input',
    value: value[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
    ...more,
  })
  return (
    <form className="form" aria-label={say(words.title)} onSubmit={submit} noValidate>
      {draft.wasKept && <Notice>{say(words.keptDraft)}</Notice>}
      <Choices
        label={say(words.kind)}
        options={(['study', 'weekly', 'monthly'] as const).map((kind) => ({
          value: kind,
          label: say(meetingWords[kind]),
        }))}
        value={value.kind}
        onChoose={(kind) => set({ kind })}
      />
      {callers.length > 1 && (
        <Choices
          label={say(words.unit)}
          options={callers.map(({ id, name }) => ({ value: id, label: name }))}
          value={unitId}
          onChoose={(id) => set({ unitId: id, units: units.filter((unit) => unit.id !== id) })}
        />
      )}
      <Field label={say(words.name)} hint={say(words.nameHint)} error={deed.errorAt('title')}>
        {(wiring) => <input {...wiring} {...text('title', { maxLength: 60 })} />}
      </Field>
      <div className="fields-2">
        <Field label={say(words.when)} error={deed.errorAt('startsAt')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="datetime-local"
              value={value.startsAt}
              onChange={(event) => set({ startsAt: event.target.value })}
            />
          )}
        </Field>
        <Field label={say(words.lasts)} error={deed.errorAt('minutes')}>
          {(wiring) => <input {...wiring} {...text('minutes', { type: 'number', min: 10, max: 600 })} />}
        </Field>
        <Field label={say(words.place)} isOptional>
          {(wiring) => <input {...wiring} {...text('place', { maxLength: 60 })} />}
        </Field>
        <Field label={say(words.link)} hint={say(words.linkHint)} error={deed.errorAt('link')} isOptional>
          {(wiring) => <input {...wiring} {...text('link', { maxLength: 300, inputMode: 'url' })} />}
        </Field>
      </div>
      <UnitsField
        units={units}
        unitId={unitId}
        error={deed.errorAt('units')}
        onChange={(next) => set({ units: next })}
      />
      <div className="fields-2">
        <PersonSelect
          label={say(words.chair)}
          people={people}
          value={value.chairId}
          error={deed.errorAt('chairId')}
          onChange={(chairId) => set({ chairId })}
        />
        <PersonSelect
          label={say(words.minuter)}
          people={people}
          value={value.minuterId}
          error={deed.errorAt('minuterId')}
          onChange={(minuterId) => set({ minuterId })}
        />
        <Field
          label={say(words.quorum)}
          hint={say(words.quorumHint, { count: usualQuorum(units.length) })}
          error={deed.errorAt('quorum')}
          isOptional
        >
          {(wiring) => (
            <input {...wiring} {...text('quorum', { type: 'number', min: 1, max: units.length })} />
          )}
        </Field>
      </div>
      {value.kind !== 'study' && unitId !== '' && (
        <Suggestions unitId={unitId} chosen={chosen} onChoose={add} />
      )}
      <h2>{say(words.agenda)}</h2>
      <p className="quiet">{say(words.comesBack)}</p>
      {items.map((item, i) => (
        <ItemFields
          key={item.id}
          item={item}
          no={i + 1}
          units={atTable}
          onChange={(more) => change(item.id, more)}
          onRemove={() => set({ items: items.filter(({ id }) => id !== item.id) })}
        />
      ))}
      <div className="fields-2">
        <FindMatter chosen={chosen} onChoose={add} />
        <div className="form-actions">
          <Button onClick={() => add(null)}>{say(words.addTopic)}</Button>
        </div>
      </div>
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
