import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import {
  courtStageLabels,
  mediationSourceLabels,
  mediationTypeLabels,
} from '#contract/words/mediation-labels.ts'
import { courtStages } from '#domain/mediation/limit.ts'
import { mediationSources, mediationTypes } from '#domain/mediation/mediation.ts'
import type { Language } from '#domain/mediation/proposal.ts'
import { isPrincipal } from '#domain/party/party.ts'
import type { Answer } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { useParties } from '#web/party/queries.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { MediatorFields } from './MediatorFields.tsx'
import { partyName } from './names.ts'
import { ObstacleFields } from './ObstacleFields.tsx'
import { blankOpen, type OpenValue, openInput } from './open-value.ts'
import { openWords as words } from './open-words.ts'
import { useMatterMediations } from './queries.ts'
import { Checks, StepField } from './StepField.tsx'
import { StepForm } from './StepForm.tsx'
import { mediationWords } from './words.ts'

const places = [
  'type',
  'source',
  'stage',
  'obstacles',
  'committeeId',
  'mediators',
  'partyIds',
  'story',
  'requests',
]

/** Opens a mediation: of which type, whether anything stands against it, who mediates, between whom, about what. */
export function OpenForm({
  matter,
  offers,
  onClose,
}: {
  matter: MatterPage
  offers: Answer<'listMatterMediations'>
  onClose: () => void
}) {
  const { say } = useWords()
  const navigate = useNavigate()
  const [mediationId] = useState(newId)
  const [language, setLanguage] = useState<Language>()
  const proposed = useMatterMediations(matter.id, { isOn: language !== undefined, language })
  const parties = useParties(matter.id)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = parties
  useEffect(() => {
    // a mediation names everybody, also on a list of eighty
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  if (!parties.data || hasNextPage) return <Skeleton rows={2} />
  const principals = parties.data.pages.flatMap(({ rows }) => rows).filter(isPrincipal)
  return (
    <StepForm<OpenValue>
      mediation={{ id: mediationId, matterId: matter.id }}
      step="open"
      title={say(mediationWords.open)}
      blank={blankOpen(principals, offers, matter)}
      places={places}
      inputOf={openInput}
      act={say(mediationWords.open)}
      done={words.opened}
      isWide
      onClose={onClose}
      onDone={() =>
        void navigate({ to: '/matters/$id/mediations/$mediationId', params: { id: matter.id, mediationId } })
      }
    >
      {({ value, set, errorAt }) => {
        const has = (side: 'a' | 'b') =>
          principals.some((one) => one.side === side && value.partyIds.includes(one.id))
        return (
          <>
            <Choices
              label={say(mediationWords.type)}
              options={mediationTypes.map((type) => ({ value: type, label: say(mediationTypeLabels[type]) }))}
              value={value.type}
              onChoose={(type) => set({ type })}
              error={errorAt('type')}
            />
            <Choices
              label={say(mediationWords.source)}
              options={mediationSources.map((one) => ({
                value: one,
                label: say(mediationSourceLabels[one]),
              }))}
              value={value.source}
              onChoose={(source) => set({ source })}
              error={errorAt('source')}
            />
            {value.source === 'court' && (
              <Choices
                label={say(words.stage)}
                options={courtStages.map((one) => ({ value: one, label: say(courtStageLabels[one]) }))}
                value={value.stage}
                onChoose={(stage) => set({ stage })}
                error={errorAt('stage')}
              />
            )}
            <ObstacleFields
              type={value.type}
              found={value.obstacles}
              error={errorAt('obstacles')}
              onChange={(obstacles) => set({ obstacles })}
            />
            <Checks
              label={say(words.parties)}
              hint={say(words.partiesHint)}
              error={errorAt('partyIds')}
              options={principals.map((one) => ({
                value: one.id,
                label: partyName(one, say),
                note: say(words[one.side]),
              }))}
              value={value.partyIds}
              onChange={(partyIds) => set({ partyIds })}
            />
            {(['a', 'b'] as const)
              .filter((side) => !has(side))
              .map((side) => (
                <Notice key={side} tone="near">
                  {say(side === 'a' ? words.noneA : words.noneB)}
                </Notice>
              ))}
            <MediatorFields
              offers={(language && proposed.data?.mediators) || offers.mediators}
              language={language}
              onLanguage={setLanguage}
              chosen={value.mediators}
              lead={value.lead}
              error={errorAt('mediators')}
              onChange={set}
            />
            {offers.committees.length > 1 && (
              <StepField
                spec={{
                  ...{
                    name: 'committeeId',
                    as: 'select',
                    label: mediationWords.committee,
                    hint: words.committeeHint,
                  },
                  options: offers.committees.map((one) => ({ value: one.id, label: one.name })),
                }}
                value={value.committeeId}
                error={errorAt('committeeId')}
                onChange={(committeeId) => set({ committeeId: String(committeeId) })}
              />
            )}
            <StepField
              spec={{ name: 'story', as: 'text', label: mediationWords.story }}
              value={value.story}
              error={errorAt('story')}
              onChange={(story) => set({ story: String(story) })}
            />
            <StepField
              spec={{
                name: 'requests',
                as: 'text',
                isOptional: true,
                label: mediationWords.requests,
                hint: words.requestsHint,
              }}
              value={value.requests}
              error={errorAt('requests')}
              onChange={(requests) => set({ requests: String(requests) })}
            />
          </>
        )
      }}
    </StepForm>
  )
}
