import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { PolicyPage } from '#contract/factor.ts'
import { roleLabels } from '#contract/words/labels.ts'
import { type Role, roles } from '#domain/org/roles.ts'
import { policyFigures } from '#domain/org/security.ts'
import { call } from '#web/lib/api.ts'
import { fieldOf } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { useProofFailure } from '#web/proof/failure.ts'
import { useProven } from '#web/proof/prove.tsx'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { When } from '#web/ui/When.tsx'
import { securityWords as words } from './words.ts'

const figures = Object.keys(policyFigures) as (keyof typeof policyFigures)[]
const hints = {
  idleMinutes: words.idleMinutesHint,
  sessionHours: words.sessionHoursHint,
  sessionsMost: words.sessionsMostHint,
  passwordDays: words.passwordDaysHint,
} as const

/** The policy as it stands, and the next version of it with a reason. */
export function PolicyForm({ page }: { page: PolicyPage }) {
  const { say } = useWords()
  const { message } = App.useApp()
  const failure = useProofFailure(say)
  const proven = useProven()
  const queryClient = useQueryClient()
  const [data, setData] = useState(page.data)
  const [reason, setReason] = useState('')
  const publish = useMutation({
    mutationFn: () => {
      const body = { commandId: newId(), version: page.version, data, reason }
      return proven(() => call('publishPolicy', { body }))
    },
    onSuccess: (published) => {
      message.success(say(words.published))
      queryClient.setQueryData(['policy'], published)
      return queryClient.invalidateQueries({ queryKey: ['secured'] })
    },
  })
  const named = publish.error instanceof RefusalError ? fieldOf(publish.error.refusal.field) : undefined
  const told = publish.error ? failure(publish.error) : undefined
  const isChanged = JSON.stringify(data) !== JSON.stringify(page.data)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    publish.mutate()
  }
  const chooseRole = (role: Role, isChosen: boolean) =>
    setData({
      ...data,
      factorRoles: roles.filter((one) => (one === role ? isChosen : data.factorRoles.includes(one))),
    })
  return (
    <section className="panel" aria-labelledby="policy">
      <header>
        <h2 id="policy">{say(words.policy)}</h2>
        <small className="quiet">
          {page.version === 0 ? (
            say(words.defaults)
          ) : (
            <>
              {say(words.version, { version: page.version })}
              {page.publishedAt && (
                <>
                  {' · '}
                  <When at={page.publishedAt} />
                </>
              )}
            </>
          )}
        </small>
      </header>
      <form className="form panel-body" onSubmit={submit}>
        {page.byName && (
          <p className="quiet">{say(words.publishedBy, { name: page.byName, reason: page.reason })}</p>
        )}
        <div className="fields-2">
          {figures.map((name) => (
            <Field
              key={name}
              label={say(words[name])}
              hint={say(hints[name])}
              error={named === name ? told : undefined}
            >
              {(wiring) => (
                <input
                  {...wiring}
                  className="input policy-figure"
                  type="number"
                  step={1}
                  required
                  value={Number.isNaN(data[name]) ? '' : data[name]}
                  onChange={(event) => setData({ ...data, [name]: event.target.valueAsNumber })}
                />
              )}
            </Field>
          ))}
        </div>
        <FieldGroup label={say(words.factorRoles)} hint={say(words.factorRolesHint)} isOptional>
          <div className="policy-roles">
            {roles.map((role) => (
              <label key={role} className="policy-role">
                <input
                  type="checkbox"
                  checked={data.factorRoles.includes(role)}
                  onChange={(event) => chooseRole(role, event.target.checked)}
                />
                {say(roleLabels[role])}
              </label>
            ))}
          </div>
        </FieldGroup>
        {isChanged && (
          <>
            <Field label={say(words.reason)} hint={say(words.reasonHint)}>
              {(wiring) => (
                <input
                  {...wiring}
                  className="input"
                  maxLength={200}
                  required
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
            {told && (named === undefined || !figures.includes(named as 'idleMinutes')) && (
              <Notice tone="act" live>
                {told}
              </Notice>
            )}
            <div className="form-actions">
              <Button type="primary" htmlType="submit" loading={publish.isPending}>
                {say(words.publish)}
              </Button>
              <Button onClick={() => setData(page.data)}>{say(words.cancel)}</Button>
            </div>
          </>
        )}
      </form>
    </section>
  )
}
