import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import type { FormEvent } from 'react'
import { placeLevels } from '#domain/duty/line.ts'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { useCategories } from '#web/matter/queries.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { type DutyDraft, factsOf } from './draft.ts'
import { ShiftList } from './ShiftList.tsx'
import { UnitFind } from './UnitFind.tsx'
import { placeLevelLabels, dutyWords as words } from './words.ts'

const areaKinds: readonly string[] = ['street', 'community', 'grid']
const noHandlers: readonly string[] = ['district', 'building', 'room']
const handles = (kind: string) => !noHandlers.includes(kind)

/** A line as it is written or changed: what, where, who, on what basis, from when, why; and what it would change. */
export function DutyForm({
  id,
  draft,
  isPending,
  errorAt,
  refused,
  onChange,
  onSubmit,
  onClose,
}: {
  /** Of the line that is changed. */
  id?: string
  draft: DutyDraft
  isPending: boolean
  errorAt: (name: string) => string | undefined
  refused: string | undefined
  onChange: (draft: DutyDraft) => void
  onSubmit: () => void
  onClose: () => void
}) {
  const { language, say } = useWords()
  const { rows } = useCategories()
  const preview = useMutation({
    mutationFn: () => call('previewDuty', { body: { ...factsOf(draft), ...(id ? { id } : {}) } }),
  })
  const set = (change: Partial<DutyDraft>) => {
    preview.reset()
    onChange({ ...draft, ...change })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  const { assists, assistLevels } = draft
  return (
    <form className="form panel-body duty-form" onSubmit={submit} noValidate>
      <div className="fields-2">
        <Field label={say(words.category)} error={errorAt('categoryCode')}>
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              value={draft.categoryCode}
              onChange={(event) => set({ categoryCode: event.target.value })}
            >
              <option value="" />
              {rows
                .filter((row) => !row.isClosed || row.code === draft.categoryCode)
                .map((row) => (
                  <option key={row.code} value={row.code}>
                    {row.parentCode === null ? '' : '　'}
                    {row.code} {language === 'zh' ? row.nameZh : row.nameEn}
                    {row.parentCode === null ? ` · ${say(words.wholeClass)}` : ''}
                  </option>
                ))}
            </select>
          )}
        </Field>
        <Field
          label={say(words.area)}
          isOptional
          error={errorAt('areaId')}
          hint={
            draft.area ? (
              <button type="button" className="link" onClick={() => set({ area: null })}>
                {say(words.wholeDistrict)}
              </button>
            ) : (
              say(words.areaFind)
            )
          }
        >
          {(wiring) => (
            <UnitFind
              wiring={wiring}
              unit={draft.area}
              fits={(kind) => areaKinds.includes(kind)}
              placeholder={say(words.wholeDistrict)}
              onPick={(area) => set({ area })}
            />
          )}
        </Field>
      </div>
      <Choices
        label={say(words.mainKind)}
        options={[
          { value: 'unit', label: say(words.mainUnit) },
          ...placeLevels.map((level) => ({ value: level, label: say(placeLevelLabels[level]) })),
        ]}
        value={draft.mainKind}
        error={draft.mainKind === 'unit' ? undefined : errorAt('mainId')}
        onChoose={(mainKind) => set({ mainKind })}
      />
      {draft.mainKind === 'unit' && (
        <Field label={say(words.mainName)} error={errorAt('mainId')}>
          {(wiring) => (
            <UnitFind
              wiring={wiring}
              unit={draft.main}
              fits={handles}
              placeholder={say(words.findUnit)}
              onPick={(main) => set({ main })}
            />
          )}
        </Field>
      )}
      <FieldGroup label={say(words.assists)} isOptional error={errorAt('assistIds')}>
        <div className="duty-assists">
          {placeLevels.map((level) => (
            <Checkbox
              key={level}
              checked={assistLevels.includes(level)}
              onChange={() =>
                set({
                  assistLevels: assistLevels.includes(level)
                    ? assistLevels.filter((one) => one !== level)
                    : [...assistLevels, level],
                })
              }
            >
              {say(placeLevelLabels[level])}
            </Checkbox>
          ))}
          {assists.map((unit) => (
            <span key={unit.id} className="duty-chip">
              {unit.name}
              <Button
                type="text"
                size="small"
                aria-label={say(words.remove, { name: unit.name })}
                onClick={() => set({ assists: assists.filter(({ id: one }) => one !== unit.id) })}
              >
                ×
              </Button>
            </span>
          ))}
        </div>
        <Field label={say(words.assistUnits)} isOptional>
          {(wiring) => (
            <UnitFind
              wiring={wiring}
              unit={null}
              fits={handles}
              placeholder={say(words.addAssist)}
              onPick={(unit) => {
                if (!assists.some(({ id: one }) => one === unit.id)) set({ assists: [...assists, unit] })
              }}
            />
          )}
        </Field>
      </FieldGroup>
      <Field label={say(words.basis)} hint={say(words.basisHint)} error={errorAt('basis')}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            maxLength={300}
            value={draft.basis}
            onChange={(event) => set({ basis: event.target.value })}
          />
        )}
      </Field>
      <div className="fields-2">
        <Field label={say(words.fromOn)} error={errorAt('fromOn')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="date"
              value={draft.fromOn}
              onChange={(event) => set({ fromOn: event.target.value })}
            />
          )}
        </Field>
        <Field label={say(words.toOn)} isOptional hint={say(words.toOnHint)} error={errorAt('toOn')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="date"
              value={draft.toOn}
              onChange={(event) => set({ toOn: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={say(words.reason)} hint={say(words.reasonHint)} error={errorAt('reason')}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            maxLength={300}
            value={draft.reason}
            onChange={(event) => onChange({ ...draft, reason: event.target.value })}
          />
        )}
      </Field>
      <div className="form-actions">
        <Button loading={preview.isPending} onClick={() => preview.mutate()}>
          {say(words.preview)}
        </Button>
      </div>
      {preview.error && (
        <Notice tone="act" live>
          {failureWords(preview.error, language)}
        </Notice>
      )}
      {preview.data && <ShiftList {...preview.data} />}
      <FormEnd
        refused={refused}
        act={say(words.save)}
        later={say(words.cancel)}
        isPending={isPending}
        onClose={onClose}
      />
    </form>
  )
}
