import { useState } from 'react'
import type {
  AgreementView,
  MediationView,
  ObligationView,
  ParticipantView,
  SessionView,
} from '#contract/mediation.ts'
import { rightsNotice } from '#contract/words/mediation-labels.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { Step } from '#domain/mediation/moves.ts'
import { newId } from '#web/lib/ids.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { useParties } from '#web/party/queries.ts'
import { ActForm } from './ActForm.tsx'
import {
  confirmSpec,
  dropSpec,
  mediatorSpec,
  missSpec,
  performSpec,
  sealSpec,
  signSpec,
} from './agreement-specs.ts'
import {
  askExtensionSpec,
  beginSpec,
  endSpec,
  extendSpec,
  fileSpec,
  pauseSpec,
  resumeSpec,
  revisitSpec,
  settleSpec,
} from './course-specs.ts'
import { DraftForm } from './DraftForm.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { partyName } from './names.ts'
import {
  appointSpec,
  consentSpec,
  discloseSpec,
  leaveSpec,
  mandateSpec,
  recuseSpec,
  revokeSpec,
  tellSpec,
} from './people-specs.ts'
import { useMatterMediations } from './queries.ts'
import { SessionForm } from './SessionForm.tsx'
import { SpecForm } from './SpecForm.tsx'
import { cancelSpec, holdSpec, replySpec, signRecordSpec } from './session-specs.ts'
import { type StepSpec, typedTime } from './spec.ts'
import { Terms } from './Terms.tsx'

/** What stands open on the page: a step, and what it is about. */
export type Opened = {
  step: Step | 'link'
  party?: ParticipantView
  session?: SessionView
  agreement?: AgreementView
  obligation?: ObligationView
  mandateId?: string
}

type Props = { m: MediationView; open: Opened; onOpen: (open: Opened) => void; onClose: () => void }

/** The form that is open. */
export function Dialogs(props: Props) {
  const { m, open, onOpen, onClose } = props
  const { say } = useWords()
  const [id] = useState(newId)
  const { step, party, session, agreement } = open
  if (step === 'link' && party) return <LinkDialog m={m} party={party} onClose={onClose} />
  if (step === 'schedule') return <SessionForm m={props.m} id={id} onClose={props.onClose} />
  if (step === 'draft') return <DraftForm m={m} before={agreement} newAgreementId={id} onClose={onClose} />
  if (step === 'tell' && party)
    return (
      <ActForm
        mediation={m}
        party={party}
        spec={titled(tellSpec, party, say)}
        onClose={onClose}
        onDone={() => onOpen({ step: 'consent', party })}
      >
        <RightsNotice />
      </ActForm>
    )
  if (step === 'consent' && party)
    return (
      <ActForm
        mediation={m}
        party={party}
        spec={titled(consentSpec(m, party, say), party, say)}
        onClose={onClose}
      />
    )
  if (step === 'leave' && party)
    return <ActForm mediation={m} party={party} spec={titled(leaveSpec(say), party, say)} onClose={onClose} />
  if (step === 'signRecord' && party && session)
    return (
      <ActForm
        mediation={m}
        party={party}
        of={session.id}
        spec={titled(signRecordSpec(session), party, say)}
        onClose={onClose}
      >
        {session.record !== null && <p className="prose step-text">{session.record}</p>}
      </ActForm>
    )
  if (step === 'sign' && party && agreement)
    return (
      <ActForm
        mediation={m}
        party={party}
        of={`${agreement.id}.${agreement.version}`}
        spec={titled(signSpec(agreement), party, say)}
        ways={['screen', 'paper']}
        onClose={onClose}
      >
        <div className="step-text">
          <Terms m={m} agreement={agreement} />
        </div>
      </ActForm>
    )
  return <PlainDialog {...props} />
}

/** A step with the party it is about in its title. */
function titled(spec: StepSpec, party: ParticipantView, say: ReturnType<typeof useWords>['say']): StepSpec {
  const name = partyName(party, say)
  return { ...spec, title: { zh: `${spec.title.zh}：${name}`, en: `${spec.title.en}: ${name}` } }
}

function RightsNotice() {
  const { say } = useWords()
  return (
    <ol className="rights step-text">
      {rightsNotice.map((one) => (
        <li key={one.en}>{say(one)}</li>
      ))}
    </ol>
  )
}

/** The steps whose form is nothing but its row. */
function PlainDialog({ m, open, onClose }: Props) {
  const spec = usePlainSpec(m, open)
  if (!spec) return null
  const about = open.session?.id ?? open.obligation?.id ?? open.agreement?.id ?? open.mandateId
  return <SpecForm mediation={m} spec={spec} of={about ?? ''} onClose={onClose} />
}

function usePlainSpec(m: MediationView, open: Opened): StepSpec | undefined {
  const { say } = useWords()
  const today = dayOf(useNow())
  const parties = useParties(m.matterId)
  const others = useMatterMediations(m.matterId, { isOn: open.step === 'appoint' })
  const { step, session, agreement, obligation, party } = open
  const now = useNow()
  const [newMandateId] = useState(newId)
  if (session && step === 'hold')
    return holdSpec(m, session, typedTime(Math.min(now, Date.parse(session.startsAt ?? '') || now)), say)
  if (session && step === 'cancel') return cancelSpec(session)
  if (session && party && step === 'reply') return replySpec(session, party.partyId)
  if (agreement && obligation && step === 'perform') return performSpec(agreement.id, obligation, today)
  if (agreement && obligation && step === 'miss') return missSpec(agreement.id, obligation.id)
  if (agreement) {
    if (step === 'signAsMediator') return mediatorSpec(agreement)
    if (step === 'seal') return sealSpec(agreement)
    if (step === 'dropDraft') return dropSpec(agreement)
    if (step === 'confirm') return confirmSpec(agreement, today, say)
  }
  if (open.mandateId !== undefined) return revokeSpec(open.mandateId)
  if (step === 'mandate')
    return parties.data
      ? mandateSpec(
          m,
          newMandateId,
          parties.data.pages.flatMap(({ rows }) => rows),
          today,
          say,
        )
      : undefined
  if (step === 'appoint') {
    const known = new Set(m.mediators.map(({ accountId }) => accountId))
    return others.data
      ? appointSpec(
          others.data.mediators.filter(({ accountId }) => !known.has(accountId)),
          say,
        )
      : undefined
  }
  if (step === 'pause') return pauseSpec(today, say)
  if (step === 'resume') return resumeSpec(today)
  if (step === 'end') return endSpec(say)
  if (step === 'recuse') return recuseSpec(m, say)
  if (step === 'revisit') return revisitSpec(m)
  return {
    begin: beginSpec,
    settle: settleSpec,
    file: fileSpec,
    askExtension: askExtensionSpec,
    extend: extendSpec,
    disclose: discloseSpec,
  }[step as 'begin']
}
