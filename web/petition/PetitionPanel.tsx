import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import type { PetitionView } from '#contract/petition.ts'
import {
  petitionChannelLabels,
  petitionEndingLabels,
  petitionKindLabels,
  petitionStateLabels,
  petitionStepLabels,
  reviewStanceLabels,
  stanceLabels,
} from '#contract/words/petition.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { type PetitionStep, petitionMoveOf } from '#domain/petition/moves.ts'
import { useMe } from '#web/console/queries.ts'
import { newId } from '#web/lib/ids.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { Agents } from './Agents.tsx'
import { Beside } from './Beside.tsx'
import { ClockLine } from './ClockLine.tsx'
import { dayText } from './day-text.ts'
import { PapersList } from './PapersList.tsx'
import './petition.css'
import { useMatterPetition } from './queries.ts'
import { StepForm } from './StepForm.tsx'
import { specOf } from './specs.ts'
import { petitionWords as words } from './words.ts'

type Opened = { step: PetitionStep; of?: string }
/** Done where what they concern is shown. */
const inLines: ReadonlySet<PetitionStep> = new Set(['judge', 'deliver', 'revoke', 'actFor', 'register'])
/** The likely ones, which come first where several may be done. */
const likely: readonly PetitionStep[] = [
  ...(['send', 'decide', 'accept', 'opine', 'reply', 'giveReview', 'giveRereview', 'agreeReturn'] as const),
]

/** On the page of a matter: how its petition stands, whose turn it is until when, and what may be done now. */
export function PetitionPanel({ matter }: { matter: MatterPage }) {
  const { language, say } = useWords()
  const me = useMe()
  const now = useNow()
  const isOn = me?.permissions.includes('petition.run') === true
  const wasOne = matter.actionLog.some(({ verb }) => verb === 'petition')
  const petition = useMatterPetition(matter.id, isOn || wasOne)
  const [open, setOpen] = useState<Opened>()
  const [newPetitionId] = useState(newId)
  if (petition.error) return <ErrorState error={petition.error} onRetry={() => void petition.refetch()} />
  const { data } = petition
  if (!data || (!data.petition && !data.mayRegister && !data.wasDestroyed)) return null
  const { petition: p, parties, agents } = data
  const nameOf = (one: { no: number; name: string | null }) =>
    one.name ?? say(words.hiddenName, { no: one.no })
  const mine = p?.mandates.find((one) => one.isMine && one.isStanding)
  const about = { p, parties, agents, today: dayOf(now), nameOf, mandateId: mine?.id ?? null }
  // whoever acts for the petitioner does so by the own mandate
  const named =
    mine && open && (petitionMoveOf(open.step).by === 'person' || open.step === 'actFor')
      ? { mandateId: mine.id }
      : {}
  return (
    <section className="panel petition-panel" aria-labelledby="petition-title">
      <header>
        <h2 id="petition-title">
          {say(words.title)} {p && <span className="number petition-number">{p.number}</span>}
        </h2>
        {p && (
          <FlagTag tone={p.state === 'ended' ? 'still' : 'info'}>{say(petitionStateLabels[p.state])}</FlagTag>
        )}
        {data.mayRegister && parties.length > 0 && (
          <Button size="small" onClick={() => setOpen({ step: 'register' })}>
            {say(petitionStepLabels.register)}
          </Button>
        )}
      </header>
      {!p && (
        <p className="quiet panel-body">
          {data.wasDestroyed
            ? say(words.destroyed)
            : say(parties.length > 0 ? words.noneHint : words.partiesFirst)}
        </p>
      )}
      {p && (
        <div className="panel-body petition-body">
          <Stand p={p} />
          <Verbs p={p} onOpen={(step) => setOpen({ step })} />
          <Said p={p} nameOf={nameOf} />
          <Beside p={p} />
          <PapersList p={p} onDeliver={(form) => setOpen({ step: 'deliver', of: form })} />
          <Agents p={p} onStep={(step, of) => setOpen({ step, of })} />
        </div>
      )}
      {open && (
        <StepForm
          key={`${open.step}${open.of ?? ''}`}
          petition={{ id: p?.id ?? newPetitionId, matterId: matter.id }}
          step={open.step}
          spec={specOf(open.step, about, open.of, say)}
          named={named}
          lead={
            open.step === 'object' && p?.objectUntil
              ? say(words.objectUntil, { day: dayText(dayOf(Date.parse(p.objectUntil)), language) })
              : undefined
          }
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}

/** Whose turn it is, until when by which article, and how it ended. */
function Stand({ p }: { p: PetitionView }) {
  const { language, say } = useWords()
  const running = p.clocks.filter(({ stoppedAt }) => stoppedAt === null)
  const over = p.clocks.filter(({ stoppedAt }) => stoppedAt !== null)
  return (
    <>
      {p.kind === 'report' && <Notice tone="near">{say(words.locked)}</Notice>}
      <p className="petition-turn">
        <b>
          {p.ending
            ? say(words.ended, { ending: say(petitionEndingLabels[p.ending]) })
            : p.turnName
              ? say(words.turn, { unit: p.turnName })
              : say(words.turnPerson)}
        </b>{' '}
        <FlagTag tone="info">{say(petitionKindLabels[p.kind])}</FlagTag>
        {p.reportedUpAt && <FlagTag tone="act">{say(words.reportedUp)}</FlagTag>}
        {p.isHearing && <FlagTag tone="near">{say(words.hearing)}</FlagTag>}
      </p>
      {p.ending && <p className="quiet">{say(words.notMeans)}</p>}
      {running.length > 0 && (
        <ul className="petition-lines">
          {running.map((clock) => (
            <ClockLine key={clock.kind} clock={clock} />
          ))}
        </ul>
      )}
      {p.objectUntil && (
        <p className="quiet">
          {say(words.objectUntil, { day: dayText(dayOf(Date.parse(p.objectUntil)), language) })}
        </p>
      )}
      {over.length > 0 && (
        <details>
          <summary className="link">{say(words.clocksBefore, { n: over.length })}</summary>
          <ul className="petition-lines">
            {over.map((clock, i) => (
              <ClockLine key={`${clock.kind}${i}`} clock={clock} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Verbs({ p, onOpen }: { p: PetitionView; onOpen: (step: PetitionStep) => void }) {
  const { say } = useWords()
  const may = p.may.filter((step) => !inLines.has(step))
  if (may.length === 0) return null
  const isGrave = (step: PetitionStep) => petitionMoveOf(step).grave === true
  const first = likely.find((step) => may.includes(step))
  const shown = [
    ...may.filter((step) => step === first),
    ...may.filter((step) => step !== first && !isGrave(step)),
  ]
  return (
    <div className="petition-verbs">
      {shown.map((step) => (
        <Button key={step} type={step === first ? 'primary' : 'default'} onClick={() => onOpen(step)}>
          {say(petitionStepLabels[step])}
        </Button>
      ))}
      <span className="petition-grave">
        {may.filter(isGrave).map((step) => (
          <Button key={step} danger onClick={() => onOpen(step)}>
            {say(petitionStepLabels[step])}
          </Button>
        ))}
      </span>
    </div>
  )
}

/** What was asked, by whom, and what was decided so far. */
function Said({
  p,
  nameOf,
}: {
  p: PetitionView
  nameOf: (one: PetitionView['petitioners'][number]) => string
}) {
  const { language, say } = useWords()
  const separator = language === 'zh' ? '、' : ', '
  const names = p.petitioners.map((one) =>
    p.representativeIds.includes(one.id) ? `${nameOf(one)}（${say(words.representative)}）` : nameOf(one),
  )
  const decided = [
    p.stance && say(words.stance, { stance: say(stanceLabels[p.stance]) }),
    p.reviewStance &&
      say(words.review, { unit: p.reviewerName ?? '', stance: say(reviewStanceLabels[p.reviewStance]) }),
    p.rereviewStance &&
      say(words.rereview, {
        unit: p.rereviewerName ?? '',
        stance: say(reviewStanceLabels[p.rereviewStance]),
      }),
  ].filter((line): line is string => typeof line === 'string')
  const facts: [label: string, value: string][] = [
    [
      say(words.petitioners),
      `${names.join(separator)}${p.people > 1 ? ` · ${say(words.people, { n: p.people })}` : ''}`,
    ],
    [
      say(words.office),
      `${p.office.name} · ${say(words.received, {
        day: dayText(p.receivedOn, language),
        channel: say(petitionChannelLabels[p.channel]),
      })}`,
    ],
    ...(p.body ? [[say(words.body), p.body.name] as [string, string]] : []),
    ...(p.words
      ? ([
          [say(words.asked), p.words.request],
          [say(words.facts), p.words.facts],
          ...(p.words.reasons === '' ? [] : [[say(words.reasons), p.words.reasons]]),
        ] as [string, string][])
      : []),
  ]
  return (
    <div className="petition-part">
      <dl className="petition-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="petition-words">{value}</dd>
          </div>
        ))}
      </dl>
      {!p.words && <p className="quiet">{say(words.hidden)}</p>}
      {p.competent.length > 1 && (
        <p>{say(words.competent, { units: p.competent.map(({ name }) => name).join(separator) })}</p>
      )}
      {p.reported.length > 0 && <p>{say(words.reported, { units: p.reported.join(separator) })}</p>}
      {p.mediation && (
        <p>
          {say(words.settledBy)}{' '}
          <Link
            className="link number"
            to="/matters/$id/mediations/$mediationId"
            params={{ id: p.matterId, mediationId: p.mediation.id }}
          >
            {p.mediation.number}
          </Link>
        </p>
      )}
      {decided.map((line) => (
        <p key={line}>
          <b>{line}</b>
        </p>
      ))}
    </div>
  )
}
