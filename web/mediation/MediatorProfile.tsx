import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { MediatorProfileView } from '#contract/mediator.ts'
import { languageLabels } from '#contract/words/mediation-labels.ts'
import { type Language, languages } from '#domain/mediation/proposal.ts'
import { call } from '#web/lib/api.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { useCategories } from '#web/matter/queries.ts'
import { Field } from '#web/ui/Field.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { profileWords as words } from './profile-words.ts'
import { Checks } from './StepField.tsx'
import './step-form.css'

const keyOf = (personId: string) => ['mediator', personId]

/** What somebody is good at as a mediator; nothing for those who do not mediate. */
export function MediatorProfile({ personId }: { personId: string }) {
  const { say } = useWords()
  const [isEditing, setEditing] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(personId),
    queryFn: ({ signal }) => call('getMediatorProfile', { params: { id: personId } }, signal),
  })
  // whoever holds no post today is nobody's mediator, and no error
  if (error instanceof RefusalError) return null
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data?.isMediator) return null
  return (
    <section className="panel" aria-labelledby="mediator-title">
      <header>
        <h2 id="mediator-title">{say(words.title)}</h2>
        {data.maySave && !isEditing && <Button onClick={() => setEditing(true)}>{say(words.edit)}</Button>}
      </header>
      {isEditing ? (
        <EditProfile personId={personId} profile={data} onClose={() => setEditing(false)} />
      ) : (
        <div className="panel-body">
          <Shown profile={data} />
        </div>
      )}
    </section>
  )
}

/** Classes of disputes, and the names of what was chosen of them. */
function useClasses() {
  const { language } = useWords()
  const { rows } = useCategories()
  const isDispute = (code: string) =>
    rows.some((one) => one.kind === 'dispute' && (one.code === code || one.parentCode === code))
  return rows
    .filter(({ code, parentCode, isClosed }) => parentCode === null && !isClosed && isDispute(code))
    .map(({ code, nameZh, nameEn }) => ({ value: code, label: language === 'zh' ? nameZh : nameEn }))
}

function Shown({ profile }: { profile: MediatorProfileView }) {
  const { say } = useWords()
  const classes = useClasses()
  if (profile.version === 0) return <p className="quiet">{say(words.none)}</p>
  const join = (parts: readonly string[]) => parts.join(say({ zh: '、', en: ', ' })) || '—'
  return (
    <dl className="unit-facts">
      <dt>{say(words.specialities)}</dt>
      <dd>
        {join(classes.filter(({ value }) => profile.specialities.includes(value)).map(({ label }) => label))}
      </dd>
      <dt>{say(words.languages)}</dt>
      <dd>{join(profile.languages.map((one) => say(languageLabels[one])))}</dd>
      <dt>{say(words.sinceYear)}</dt>
      <dd>{profile.sinceYear ?? '—'}</dd>
      <dt>{say(words.about)}</dt>
      <dd>{profile.about || '—'}</dd>
      <dt>{say(words.isPublic)}</dt>
      <dd>{say(profile.isPublic ? words.public : words.notPublic)}</dd>
    </dl>
  )
}

const fields = ['specialities', 'languages', 'sinceYear', 'about'] as const

function EditProfile({
  personId,
  profile,
  onClose,
}: {
  personId: string
  profile: MediatorProfileView
  onClose: () => void
}) {
  const { say } = useWords()
  const { message } = App.useApp()
  const classes = useClasses()
  const [value, setValue] = useState({ ...profile, sinceYear: String(profile.sinceYear ?? '') })
  const set = (more: Partial<typeof value>) => setValue({ ...value, ...more })
  const { specialities, about, isPublic } = value
  const sinceYear = value.sinceYear.trim() === '' ? null : Number(value.sinceYear)
  const { run, isPending, errorAt, rest } = useDeed(
    keyOf(personId),
    (commandId) =>
      call('saveMediatorProfile', {
        params: { id: personId },
        body: {
          ...{ commandId, version: profile.version, specialities, languages: value.languages },
          ...{ sinceYear, about, isPublic },
        },
      }),
    fields,
    () => {
      void message.success(say(words.saved))
      onClose()
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <form className="form panel-body" aria-label={say(words.title)} onSubmit={submit}>
      <Checks
        label={say(words.specialities)}
        error={errorAt('specialities')}
        options={classes}
        value={specialities}
        onChange={(next) => set({ specialities: next })}
      />
      <Checks
        label={say(words.languages)}
        error={errorAt('languages')}
        options={languages.map((one) => ({ value: one, label: say(languageLabels[one]) }))}
        value={value.languages}
        onChange={(next) => set({ languages: next as Language[] })}
      />
      <Field label={say(words.sinceYear)} isOptional error={errorAt('sinceYear')}>
        {(wiring) => (
          <input
            {...wiring}
            className="input number step-short"
            inputMode="numeric"
            maxLength={4}
            value={value.sinceYear}
            onChange={(event) => set({ sinceYear: event.target.value })}
          />
        )}
      </Field>
      <Field label={say(words.about)} hint={say(words.aboutHint)} isOptional error={errorAt('about')}>
        {(wiring) => (
          <textarea
            {...wiring}
            className="input"
            maxLength={500}
            value={about}
            onChange={(event) => set({ about: event.target.value })}
          />
        )}
      </Field>
      <label className="check">
        <input
          type="checkbox"
          checked={isPublic}
          onChange={(event) => set({ isPublic: event.target.checked })}
        />
        <span>
          {say(words.isPublic)}
          <br />
          <small className="quiet">{say(words.isPublicHint)}</small>
        </span>
      </label>
      <FormEnd
        refused={rest}
        act={say(words.save)}
        later={say(words.cancel)}
        isPending={isPending}
        onClose={onClose}
      />
    </form>
  )
}
