import { App, Button } from 'antd'
import { useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import type { PartyView } from '#contract/party.ts'
import { verbLabels } from '#contract/words/labels.ts'
import { partyRoleLabels, sideLabels } from '#contract/words/party-labels.ts'
import { sides } from '#domain/party/party.ts'
import { useMay } from '#web/console/queries.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { useWords } from '#web/lib/words.ts'
import { ReasonDialog } from '#web/matter/ReasonDialog.tsx'
import { useMove } from '#web/matter/use-move.ts'
import { ErrorState } from '#web/ui/States.tsx'
import { blankParty, type PartyValue } from './form-value.ts'
import { PartyForm } from './PartyForm.tsx'
import { PartyLine } from './PartyLine.tsx'
import { useParties, usePartiesElsewhere } from './queries.ts'
import { partyWords as words } from './words.ts'
import './party.css'

/** Callers named at first who are not parties yet. */
const callersAtFirst = 3

type Open =
  | { what: 'add'; begun: PartyValue; appealId?: string | undefined }
  | { what: 'edit'; party: PartyView }
  | { what: 'remove'; party: PartyView }

/** Who is concerned, side by side; the callers who may become parties; and what may be done with each. */
export function PartiesPanel({ matter }: { matter: MatterPage }) {
  const { say } = useWords()
  const parties = useParties(matter.id)
  const mayReveal = useMay('contact.reveal')
  const [open, setOpen] = useState<Open>()
  const pages = parties.data?.pages ?? []
  const [first] = pages
  const rows = pages.flatMap((page) => page.rows)
  const elsewhere = usePartiesElsewhere(
    matter.id,
    mayReveal && rows.some((party) => party.mayReveal && party.phone !== null),
  )
  const mayAdd = matter.may.includes('addParty')
  const isDispute = matter.kind === 'dispute'
  if (parties.error) return <ErrorState error={parties.error} onRetry={() => void parties.refetch()} />
  if (!first || (rows.length === 0 && first.removed.length === 0 && !mayAdd)) return null
  const callers = mayAdd
    ? matter.voices.filter((voice) => voice.mayReveal && !first.taken.includes(voice.id))
    : []
  const lineOf = (party: PartyView) => (
    <PartyLine
      key={party.id}
      party={party}
      matter={matter}
      elsewhere={elsewhere.data?.parties.find((one) => one.partyId === party.id)}
      onEdit={() => setOpen({ what: 'edit', party })}
      onRemove={() => setOpen({ what: 'remove', party })}
      onGuardian={() =>
        setOpen({
          what: 'add',
          begun: blankParty(isDispute, { side: party.side, role: 'guardian', actsFor: [party.id] }),
        })
      }
    />
  )
  return (
    <section className="panel parties" aria-labelledby="parties-title">
      <header>
        <h2 id="parties-title">{say(words.title)}</h2>
        {mayAdd && (
          <Button size="small" onClick={() => setOpen({ what: 'add', begun: blankParty(isDispute) })}>
            {say(words.add)}
          </Button>
        )}
      </header>
      {rows.length === 0 && <p className="quiet parties-none">{say(mayAdd ? words.none : words.noneToDo)}</p>}
      <div className="party-sides">
        {sides.map((side) => {
          const there = rows.filter((party) => party.side === side)
          const facts = {
            side: say(sideLabels[side]),
            count: first.counts[side],
            representatives: first.representatives[side],
          }
          return there.length === 0 ? null : (
            <div key={side} className="party-side">
              <h3>{say(facts.representatives > 0 ? words.sideRepresented : words.sideCount, facts)}</h3>
              <ul>{there.map(lineOf)}</ul>
            </div>
          )
        })}
      </div>
      {parties.hasNextPage && (
        <p className="parties-none">
          <button type="button" className="link" onClick={() => void parties.fetchNextPage()}>
            {say(words.more)}
          </button>
        </p>
      )}
      {callers.length > 0 && (
        <div className="party-side">
          <h3>{say(words.callers)}</h3>
          <ul>
            {callers.slice(0, callersAtFirst).map((voice) => (
              <CallerLine
                key={voice.id}
                voice={voice}
                matter={matter}
                onForm={() =>
                  setOpen({
                    what: 'add',
                    begun: blankParty(isDispute, { side: 'a', role: isDispute ? 'applicant' : 'concerned' }),
                    appealId: voice.id,
                  })
                }
              />
            ))}
          </ul>
          {callers.length > callersAtFirst && (
            <p className="quiet">{say(words.callersMore, { count: callers.length - callersAtFirst })}</p>
          )}
        </div>
      )}
      {first.removed.length > 0 && (
        <details className="party-side">
          <summary>{say(words.removed, { count: first.removed.length })}</summary>
          <ul>
            {first.removed.map((party) => (
              <PartyLine key={party.id} party={party} matter={matter} isRemoved />
            ))}
          </ul>
        </details>
      )}
      {open?.what === 'add' && (
        <PartyForm
          matter={matter}
          present={rows}
          begun={open.begun}
          appealId={open.appealId}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.what === 'edit' && (
        <PartyForm matter={matter} present={rows} party={open.party} onClose={() => setOpen(undefined)} />
      )}
      {open?.what === 'remove' && (
        <ReasonDialog
          matter={matter}
          verb="removeParty"
          named={{ partyId: open.party.id }}
          title={say(words.partyNamed, {
            what: say(verbLabels.removeParty),
            no: open.party.no,
            role: say(partyRoleLabels[open.party.role]),
          })}
          lead={say(words.removeLead)}
          label={say(words.reason)}
          act={say(words.remove)}
          done={say(words.removedDone)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}

/** A caller who is no party yet: one press where there is a name, otherwise the form asks for it. */
function CallerLine({
  voice,
  matter,
  onForm,
}: {
  voice: MatterPage['voices'][number]
  matter: MatterPage
  onForm: () => void
}) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const move = useMove(matter)
  const take = () =>
    move.mutate(
      {
        verb: 'addParty',
        input: {
          ...{ appealId: voice.id, side: 'a', kind: 'person' },
          role: matter.kind === 'dispute' ? 'applicant' : 'concerned',
        },
      },
      {
        onSuccess: () => void message.success(say(words.added)),
        onError: (error) => void message.error(failureWords(error, language)),
      },
    )
  return (
    <li className="party-caller">
      <span className="number">{[voice.name, voice.phone].filter(Boolean).join(' · ')}</span>
      <Button size="small" loading={move.isPending} onClick={voice.name === null ? onForm : take}>
        {say(words.takeOver)}
      </Button>
    </li>
  )
}
