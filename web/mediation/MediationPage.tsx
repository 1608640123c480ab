import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { MediationView } from '#contract/mediation.ts'
import { mediationStateLabels } from '#contract/words/mediation-labels.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { AboutPanel } from './AboutPanel.tsx'
import { AfterPanel } from './AfterPanel.tsx'
import { AgreementsPanel } from './AgreementsPanel.tsx'
import { Dialogs, type Opened } from './Dialogs.tsx'
import { dueTone, dueWords } from './due.ts'
import { NextThing } from './NextThing.tsx'
import { inRow } from './names.ts'
import { PapersPanel } from './PapersPanel.tsx'
import { PartyTable } from './PartyTable.tsx'
import { PrecedentsPanel } from './PrecedentsPanel.tsx'
import { useMediation } from './queries.ts'
import { SessionsPanel } from './SessionsPanel.tsx'
import { StepsPanel } from './StepsPanel.tsx'
import { mediationWords as words } from './words.ts'
import '#web/matter/matter.css'
import '#web/matter/matter-small.css'
import '#web/matter/side.css'
import './mediation.css'

/** The mediation named by the address. */
export function MediationRoute() {
  const { id, mediationId } = useParams({ from: '/staff/matters/$id/mediations/$mediationId' })
  const mediation = useMediation(id, mediationId)
  if (mediation.data) return <MediationPage key={mediationId} m={mediation.data} />
  if (mediation.error) return <ErrorState error={mediation.error} onRetry={() => void mediation.refetch()} />
  return <Skeleton rows={10} />
}

/** Which state, until when, what next; then parties, sessions, agreements and what comes after. */
function MediationPage({ m }: { m: MediationView }) {
  const [open, setOpen] = useState<Opened>()
  const { say } = useWords()
  useEffect(() => {
    document.title = `${m.number} · ${m.matterTitle}`
  }, [m.number, m.matterTitle])
  return (
    <article className="matter mediation" aria-labelledby="mediation-head">
      <Head m={m} />
      <NextThing m={m} onOpen={setOpen} />
      {m.may.length === 0 && m.state !== 'filed' && <Notice>{say(words.notMine)}</Notice>}
      <div className="matter-columns">
        <div className="matter-main">
          <PartyTable m={m} onOpen={setOpen} />
          <SessionsPanel m={m} onOpen={setOpen} />
          <AgreementsPanel m={m} onOpen={setOpen} />
          <AfterPanel m={m} onOpen={setOpen} />
        </div>
        <div className="matter-side">
          <AboutPanel m={m} onOpen={setOpen} />
          <StepsPanel m={m} onOpen={setOpen} />
          <PapersPanel m={m} />
          {(m.state === 'asking' || m.state === 'running') && <PrecedentsPanel m={m} />}
        </div>
      </div>
      {open && (
        <Dialogs
          key={[
            open.step,
            open.party?.partyId,
            open.session?.id,
            open.agreement?.id,
            open.obligation?.id,
          ].join()}
          m={m}
          open={open}
          onOpen={setOpen}
          onClose={() => setOpen(undefined)}
        />
      )}
    </article>
  )
}

function Head({ m }: { m: MediationView }) {
  const { language, say } = useWords()
  const now = useNow()
  const due = dueWords(m, now, language)
  const tone = dueTone(m, now)
  const mediators = m.mediators.filter(({ isNow }) => isNow).map(({ name }) => name)
  return (
    <header className="matter-head">
      <p className="matter-line">
        <Link className="link" to="/matters/$box/$id" params={{ box: 'all', id: m.matterId }} search={{}}>
          {say(words.back, { number: m.matterNumber })}
        </Link>
      </p>
      <h1 id="mediation-head">{m.matterTitle}</h1>
      <p className="matter-line mediation-facts">
        <span className="turn-state">{say(mediationStateLabels[m.state])}</span>
        <b className="number">{m.number}</b>
        <span>{m.committee.name}</span>
        <span>{inRow(mediators, language)}</span>
        {due && <FlagTag tone={tone === 'calm' ? 'info' : tone}>{due}</FlagTag>}
        {m.isExtensionAsked && <FlagTag tone="near">{say(words.extensionAsked)}</FlagTag>}
      </p>
    </header>
  )
}
