import { type ReactNode, useRef } from 'react'
import type { MediationView, ParticipantView } from '#contract/mediation.ts'
import type { Way } from '#domain/mediation/mediation.ts'
import { refuse } from '#domain/refusal.ts'
import { RefusalError } from '#web/lib/failures.ts'
import type { Ink } from '#web/lib/ink.ts'
import { useWords } from '#web/lib/words.ts'
import { blankHow, type How, HowFields, howInput, howPlaces } from './HowFields.tsx'
import { StepField } from './StepField.tsx'
import { StepForm } from './StepForm.tsx'
import { inputFrom, type StepSpec, type Values } from './spec.ts'

/** An act of a party, entered by the mediator: what it is, who does it for the party, and the proof. */
export function ActForm({
  mediation,
  party,
  spec,
  ways,
  of = '',
  children,
  onClose,
  onDone,
}: {
  mediation: MediationView
  party: ParticipantView
  spec: StepSpec
  ways?: readonly Way[]
  of?: string
  /** Shown above the fields: what is read out, or what is signed. */
  children?: ReactNode
  onClose: () => void
  onDone?: () => void
}) {
  const { say } = useWords()
  const ink = useRef<Ink>(null)
  const inputOf = async ({ how, values }: { how: How; values: Values }): Promise<Values> => {
    const done = await howInput(how, ink.current)
    // the server asks for it, too; told here, nothing has to be sent
    if (how.way !== 'oral' && done['fileId'] === undefined)
      throw new RefusalError(refuse('missingField', { field: 'fileId' }, 'fileId'), 422)
    if (how.way === 'oral' && done['witness'] === undefined)
      throw new RefusalError(refuse('missingField', { field: 'witness' }, 'witness'), 422)
    return { partyId: party.partyId, ...done, ...inputFrom(spec.fields, values), ...spec.named }
  }
  return (
    <StepForm
      mediation={mediation}
      step={spec.step}
      title={say(spec.title)}
      lead={spec.lead && say(spec.lead)}
      blank={{ how: blankHow(party), values: spec.blank ?? {} }}
      of={`${party.partyId}.${of}`}
      places={[...howPlaces, ...spec.fields.map(({ name }) => name)]}
      inputOf={inputOf}
      act={say(spec.act)}
      done={spec.done}
      isGrave={spec.isGrave === true}
      onClose={onClose}
      {...(onDone ? { onDone } : {})}
    >
      {({ value, set, errorAt }) => (
        <>
          {children}
          {spec.fields.map((field) => (
            <StepField
              key={field.name}
              spec={field}
              value={value.values[field.name]}
              error={errorAt(field.name)}
              onChange={(next) => set({ values: { ...value.values, [field.name]: next } })}
            />
          ))}
          <HowFields
            party={party}
            value={value.how}
            set={(more) => set({ how: { ...value.how, ...more } })}
            errorAt={errorAt}
            ink={ink}
            {...(ways ? { ways } : {})}
          />
        </>
      )}
    </StepForm>
  )
}
