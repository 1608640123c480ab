import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { MatterPage as Page } from '#contract/matter.ts'
import { verbLabels } from '#contract/words/labels.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { AidPanel } from '#web/aid/AidPanel.tsx'
import { useMe } from '#web/console/queries.ts'
import { DispatchHint } from '#web/duty/DispatchHint.tsx'
import { ProposePanel } from '#web/duty/ProposePanel.tsx'
import { usePhone } from '#web/lib/use-media.ts'
import { useWords } from '#web/lib/words.ts'
import { MediationPanel } from '#web/mediation/MediationPanel.tsx'
import { MeetingPanel } from '#web/meeting/MeetingPanel.tsx'
import { LinksPanel } from '#web/nearby/LinksPanel.tsx'
import { NearbyPanel } from '#web/nearby/NearbyPanel.tsx'
import { PartiesPanel } from '#web/party/PartiesPanel.tsx'
import { PetitionPanel } from '#web/petition/PetitionPanel.tsx'
import { SupervisionPanel } from '#web/supervision/SupervisionPanel.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { WhistlePanel } from '#web/whistle/WhistlePanel.tsx'
import { ActionBar } from './ActionBar.tsx'
import { AskedNotices } from './AskedNotices.tsx'
import { Clocks } from './Clocks.tsx'
import { Details } from './Details.tsx'
import { FilesPanel } from './FilesPanel.tsx'
import { focusAfter } from './focus-after.ts'
import { MatterHead } from './MatterHead.tsx'
import { MergeButton } from './MergeButton.tsx'
import { MoveSheet } from './MoveSheet.tsx'
import { Parts } from './Parts.tsx'
import { PlacePanel } from './PlacePanel.tsx'
import { Present } from './Present.tsx'
import { Proposal } from './Proposal.tsx'
import { type Box, useMatter } from './queries.ts'
import { Said } from './Said.tsx'
import { SaidElsewhere } from './SaidElsewhere.tsx'
import { SimilarPanel } from './SimilarPanel.tsx'
import { Standing } from './Standing.tsx'
import { Story } from './Story.tsx'
import { Turn } from './Turn.tsx'
import { Voices } from './Voices.tsx'
import { verbFields } from './verb-fields.ts'

/** The matter named by the address. */
export function MatterRoute() {
  const { id } = useParams({ from: '/staff/matters/$box/$id' })
  const matter = useMatter(id)
  if (matter.data) return <MatterPage key={id} matter={matter.data} />
  if (matter.error) return <ErrorState error={matter.error} onRetry={() => void matter.refetch()} />
  return <Skeleton rows={10} />
}

/** Whose turn, until when, what can I do now; then the story and everything around it. */
function MatterPage({ matter }: { matter: Page }) {
  const { say } = useWords()
  const me = useMe()
  const { box } = useParams({ strict: false }) as { box: Box }
  const filters = useSearch({ from: '/staff/matters/$box' })
  const navigate = useNavigate()
  const { do: open } = filters
  const isPhone = usePhone()
  useEffect(() => {
    // the list is gone from a phone's screen, so the keyboard and the reader come along
    if (isPhone) document.getElementById('matter-title')?.focus({ preventScroll: true })
  }, [isPhone])
  useEffect(() => {
    document.title = `${matter.title} · ${matter.number}`
  }, [matter.title, matter.number])

  const show = (verb: Verb | undefined) => {
    if (verb === undefined && open !== undefined) focusAfter(open)
    void navigate({
      to: '/matters/$box/$id',
      params: { box, id: matter.id },
      search: { ...filters, do: verb },
      replace: verb === undefined,
    })
  }
  const mergeInto = (other: { id: string; number: string }) => <MergeButton matter={matter} into={other} />
  // a form that lost its right stays as long as it is open, so that its text can be read
  const isForm = open !== undefined && verbFields[open] !== undefined

  return (
    <article className="matter" aria-labelledby="matter-title">
      <MatterHead matter={matter} box={box} filters={filters} />
      <Present matterId={matter.id} verb={isForm ? open : undefined} />
      <div className="matter-now">
        <Turn matter={matter} myUnits={me?.seats.map((seat) => seat.unitId) ?? []} />
        <ActionBar matter={matter} open={open} onOpen={show} />
      </div>
      {isForm && me && (
        <MoveSheet
          key={open}
          matter={matter}
          verb={open}
          accountId={me.accountId}
          title={say(verbLabels[open])}
          onClose={() => show(undefined)}
        />
      )}
      <AskedNotices matter={matter} />
      <Standing matter={matter} />
      {matter.proposal && matter.may.includes('triage') && open !== 'triage' && (
        <Proposal matter={matter} onChange={() => show('triage')} />
      )}
      {matter.may.includes('dispatch') && open !== 'dispatch' && (
        <DispatchHint matter={matter} onChange={() => show('dispatch')} />
      )}
      <div className="matter-columns">
        <div className="matter-main">
          {!matter.destroyedAt && (
            <>
              <Said matter={matter} />
              <PartiesPanel matter={matter} />
              <PetitionPanel matter={matter} />
              <MediationPanel matter={matter} />
              <WhistlePanel matter={matter} />
              <AidPanel matter={matter} />
              <MeetingPanel matter={matter} />
            </>
          )}
          <SupervisionPanel matter={matter} />
          <ProposePanel matter={matter} />
          <Story matter={matter} />
          <NearbyPanel matter={matter} />
        </div>
        <div className="matter-side">
          <Clocks clocks={matter.clocks} />
          <Parts parts={matter.parts} />
          <Details matter={matter} />
          {!matter.destroyedAt && <Voices matter={matter} />}
          <LinksPanel matter={matter} />
          <SimilarPanel matter={matter} action={mergeInto} />
          <SaidElsewhere matter={matter} />
          <FilesPanel matter={matter} />
          <PlacePanel matter={matter} />
        </div>
      </div>
    </article>
  )
}
