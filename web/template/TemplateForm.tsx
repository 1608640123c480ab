import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { verbLabels } from '#contract/words/labels.ts'
import type { TemplateVerb } from '#domain/template/template.ts'
import { templateVerbs } from '#domain/template/template.ts'
import { useRuling } from '#web/category/queries.ts'
import { useMe } from '#web/console/queries.ts'
import { call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { useCategories } from '#web/matter/queries.ts'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { BodyField } from './BodyField.tsx'
import { CloseTemplate } from './CloseTemplate.tsx'
import type { Template } from './TemplatesPage.tsx'
import { templateWords as words } from './words.ts'

const allVerbs = Object.keys(templateVerbs) as TemplateVerb[]
const formFields = ['name', 'unitId', 'verbs', 'categoryCode', 'body'] as const

/** A reply written beforehand: what it is called, whom, which steps and which category it serves, and its text. */
export function TemplateForm({
  template,
  onDone,
  onClose,
}: {
  template?: Template
  onDone: (row: Template) => void
  onClose: () => void
}) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const me = useMe()
  const { rows: categories } = useCategories()
  const keepers = me?.seats.filter((seat) => ['dispatcher', 'communityClerk'].includes(seat.role)) ?? []
  const keepsAll = me?.seats.some((seat) => seat.role === 'administrator') ?? false
  const [id] = useState(newId)
  const [unitId, setUnitId] = useState(keepsAll ? '' : (keepers[0]?.unitId ?? ''))
  const [facts, setFacts] = useState({
    name: template?.name ?? '',
    verbs: template?.verbs ?? (['submit'] as TemplateVerb[]),
    categoryCode: template?.categoryCode ?? null,
    body: template?.body ?? '',
  })
  const set = (change: Partial<typeof facts>) => setFacts({ ...facts, ...change })
  const mayEdit = template?.mayEdit ?? true
  const { run, isPending, errorAt, rest } = useRuling(
    (commandId) =>
      template
        ? call('editTemplate', {
            params: { id: template.id },
            body: { commandId, version: template.version, ...facts },
          })
        : call('addTemplate', { body: { commandId, id, unitId: unitId || null, ...facts } }),
    formFields,
    (row) => {
      message.success(say(words.saved))
      onDone(row)
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  const title = template ? template.name : say(words.add)
  return (
    <section className="panel" aria-labelledby="template-title">
      <header>
        <h2 id="template-title">{title}</h2>
        <Link className="link person-back" to="/templates" search={{}}>
          {say(words.back)}
        </Link>
        {template && mayEdit && <CloseTemplate template={template} />}
      </header>
      <form className="form panel-body" aria-labelledby="template-title" onSubmit={submit}>
        {!mayEdit && <p className="quiet">{say(words.readOnly)}</p>}
        <fieldset className="form template-set" disabled={!mayEdit}>
          <div className="fields-2">
            <Field label={say(words.name)} error={errorAt('name')}>
              {(wiring) => (
                <input
                  {...wiring}
                  className="input"
                  maxLength={40}
                  value={facts.name}
                  onChange={(event) => set({ name: event.target.value })}
                />
              )}
            </Field>
            <Field label={say(words.unitId)} error={errorAt('unitId')}>
              {(wiring) => (
                <select
                  {...wiring}
                  className="input"
                  disabled={template !== undefined}
                  value={template ? (template.unit?.id ?? '') : unitId}
                  onChange={(event) => setUnitId(event.target.value)}
                >
                  {(keepsAll || template?.unit === null) && <option value="">{say(words.ofDistrict)}</option>}
                  {template?.unit && <option value={template.unit.id}>{template.unit.name}</option>}
                  {!template &&
                    keepers.map((seat) => (
                      <option key={seat.postId} value={seat.unitId}>
                        {seat.unitName}
                      </option>
                    ))}
                </select>
              )}
            </Field>
          </div>
          <FieldGroup label={say(words.verbs)} error={errorAt('verbs')}>
            <div className="choices">
              {allVerbs.map((verb) => (
                <label key={verb} className="choice">
                  <input
                    type="checkbox"
                    checked={facts.verbs.includes(verb)}
                    onChange={(event) =>
                      set({
                        verbs: allVerbs.filter((one) =>
                          one === verb ? event.target.checked : facts.verbs.includes(one),
                        ),
                      })
                    }
                  />
                  <span>{say(verbLabels[verb])}</span>
                </label>
              ))}
            </div>
          </FieldGroup>
          <Field label={say(words.categoryCode)} error={errorAt('categoryCode')}>
            {(wiring) => (
              <select
                {...wiring}
                className="input"
                value={facts.categoryCode ?? ''}
                onChange={(event) => set({ categoryCode: event.target.value || null })}
              >
                <option value="">{say(words.everyCategory)}</option>
                {categories
                  .filter((row) => !row.isClosed || row.code === facts.categoryCode)
                  .map((row) => (
                    <option key={row.code} value={row.code}>
                      {row.code} {language === 'zh' ? row.nameZh : row.nameEn}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          <BodyField body={facts.body} error={errorAt('body')} onChange={(body) => set({ body })} />
        </fieldset>
        {rest && (
          <Notice tone="act" live>
            {rest}
          </Notice>
        )}
        {mayEdit && (
          <div className="form-actions">
            <Button type="primary" htmlType="submit" loading={isPending} disabled={facts.verbs.length === 0}>
              {say(words.save)}
            </Button>
            <Button onClick={onClose}>{say(words.cancel)}</Button>
          </div>
        )}
      </form>
    </section>
  )
}
