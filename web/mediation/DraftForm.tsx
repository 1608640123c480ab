import { useState } from 'react'
import type { AgreementView, MediationView } from '#contract/mediation.ts'
import type { OfferView } from '#contract/room.ts'
import { agreementKindLabels } from '#contract/words/mediation-labels.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { agreementKinds } from '#domain/mediation/mediation.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { agreementWords as words } from './agreement-words.ts'
import { ClauseFields } from './ClauseFields.tsx'
import { type DraftValue, draftInput, draftOf } from './draft-value.ts'
import { partyName } from './names.ts'
import { ObligationFields } from './ObligationFields.tsx'
import { withOffer } from './offer-draft.ts'
import { ShareFields } from './ShareFields.tsx'
import { Checks, StepField } from './StepField.tsx'
import { StepForm } from './StepForm.tsx'
import type { StepField as Spec } from './spec.ts'

const places = [
  'kind',
  'partyIds',
  'facts',
  'issues',
  'clauses',
  'manner',
  'whyOral',
  'reachedOn',
  'obligations',
  'wholeFen',
  'shares',
]

const texts = {
  facts: { name: 'facts', as: 'text', label: words.facts },
  issues: { name: 'issues', as: 'text', label: words.issues },
  manner: { name: 'manner', as: 'text', label: words.manner },
  whyOral: { name: 'whyOral', as: 'line', label: words.whyOral },
  reachedOn: { name: 'reachedOn', as: 'day', label: words.reachedOn },
} as const satisfies Record<string, Spec>

/** An agreement as it is written: who, what happened, what is agreed, who does what until when, and how a sum is divided. */
export function DraftForm({
  m,
  before,
  offer,
  newAgreementId,
  onClose,
}: {
  m: MediationView
  before: AgreementView | undefined
  /** An accepted offer that is taken over. */
  offer?: OfferView
  newAgreementId: string
  onClose: () => void
}) {
  const { say } = useWords()
  const today = dayOf(useNow())
  const [blank] = useState(() =>
    withOffer(draftOf(m, before, { id: newAgreementId, manner: say(words.mannerBlank), today }), offer, {
      ...{ sideOf: (id) => m.participants.find(({ partyId }) => partyId === id)?.side, say, today },
    }),
  )
  const taking = m.participants.filter(({ standing }) => standing === 'in')
  return (
    <StepForm<DraftValue>
      mediation={m}
      step="draft"
      title={say(before ? words.edit : words.draft)}
      lead={before && say(words.changeLead)}
      blank={blank}
      of={before ? `${before.id}.${before.version}` : (offer?.id ?? '')}
      places={places}
      inputOf={draftInput}
      act={say(words.save)}
      done={words.saved}
      isWide
      onClose={onClose}
    >
      {({ value, set, errorAt }) => {
        const text = (name: keyof typeof texts) => (
          <StepField
            spec={texts[name]}
            value={value[name]}
            error={errorAt(name)}
            onChange={(next) => set({ [name]: next })}
          />
        )
        const named = taking.filter(({ partyId }) => value.partyIds.includes(partyId))
        return (
          <>
            <Choices
              label={say(words.kind)}
              hint={say(words.kindHint)}
              options={agreementKinds.map((kind) => ({ value: kind, label: say(agreementKindLabels[kind]) }))}
              value={value.kind}
              onChoose={(kind) => set({ kind })}
              error={errorAt('kind')}
            />
            {value.kind === 'oral' && (
              <div className="fields-2">
                {text('reachedOn')}
                {text('whyOral')}
              </div>
            )}
            <Checks
              label={say(words.who)}
              hint={say(words.whoHint)}
              error={errorAt('partyIds')}
              options={taking.map((one) => ({ value: one.partyId, label: partyName(one, say) }))}
              value={value.partyIds}
              onChange={(partyIds) => set({ partyIds })}
            />
            {text('facts')}
            {text('issues')}
            <ClauseFields
              clauses={value.clauses}
              errorAt={errorAt}
              onChange={(clauses) => set({ clauses })}
            />
            <ObligationFields
              parties={named}
              rows={value.obligations}
              errorAt={errorAt}
              onChange={(obligations) => set({ obligations })}
            />
            <ShareFields parties={named} value={value} set={set} errorAt={errorAt} />
            {text('manner')}
          </>
        )
      }}
    </StepForm>
  )
}
