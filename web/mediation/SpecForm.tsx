import type { ReactNode } from 'react'
import { useWords } from '#web/lib/words.ts'
import { StepField } from './StepField.tsx'
import { StepForm } from './StepForm.tsx'
import { inputFrom, type StepSpec, type Values } from './spec.ts'

/** A step whose form is a row in a table. */
export function SpecForm({
  mediation,
  spec,
  of,
  more,
  onClose,
  onDone,
}: {
  mediation: { id: string; matterId: string }
  spec: StepSpec
  of?: string
  /** Shown below the fields, from what was filled in. */
  more?: (values: Values) => ReactNode
  onClose: () => void
  onDone?: () => void
}) {
  const { say } = useWords()
  return (
    <StepForm<Values>
      mediation={mediation}
      step={spec.step}
      title={say(spec.title)}
      lead={spec.lead && say(spec.lead)}
      blank={spec.blank ?? {}}
      {...(of === undefined ? {} : { of })}
      places={spec.fields.map(({ name }) => name)}
      inputOf={(values) => ({ ...inputFrom(spec.fields, values), ...spec.named })}
      act={say(spec.act)}
      done={spec.done}
      isGrave={spec.isGrave === true}
      onClose={onClose}
      {...(onDone ? { onDone } : {})}
    >
      {({ value, set, errorAt }) => (
        <>
          {spec.fields.map((field) => (
            <StepField
              key={field.name}
              spec={field}
              value={value[field.name]}
              error={errorAt(field.name)}
              onChange={(next) => set({ [field.name]: next })}
            />
          ))}
          {more?.(value)}
        </>
      )}
    </StepForm>
  )
}
