import type { MatterPage } from '#contract/matter.ts'
import type { PartyView } from '#contract/party.ts'
import type { CourtStage } from '#domain/mediation/limit.ts'
import type { MediationSource, MediationType } from '#domain/mediation/mediation.ts'
import type { ObstacleName } from '#domain/mediation/suitability.ts'
import type { Answer } from '#web/lib/api.ts'
import type { Values } from './spec.ts'

/** A mediation as it is being opened. */
export type OpenValue = {
  type: MediationType
  source: MediationSource
  stage: CourtStage
  obstacles: ObstacleName[]
  committeeId: string
  mediators: string[]
  lead: string
  partyIds: string[]
  story: string
  requests: string
}

/** What is proposed: people's mediation on application, between everybody who stands on a side, led by nobody yet. */
export function blankOpen(
  principals: readonly Pick<PartyView, 'id' | 'side'>[],
  { committees }: Pick<Answer<'listMatterMediations'>, 'committees'>,
  { voices }: Pick<MatterPage, 'voices'>,
): OpenValue {
  return {
    ...{ type: 'people', source: 'applied', stage: 'before', obstacles: [], mediators: [], lead: '' },
    committeeId: committees[0]?.id ?? '',
    partyIds: principals.map(({ id }) => id),
    story: voices[0]?.words ?? '',
    requests: '',
  }
}

/** The input of the step from what is chosen; requests stand one in a line. */
export function openInput(value: OpenValue): Values {
  const { type, source, stage, obstacles, committeeId, mediators, lead, partyIds, story, requests } = value
  return {
    ...{ type, source, obstacles, partyIds, story },
    ...(source === 'court' ? { stage } : {}),
    ...(committeeId === '' ? {} : { committeeId }),
    mediators: mediators.map((accountId) => ({ accountId, part: accountId === lead ? 'lead' : 'member' })),
    requests: requests
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }
}
