import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useState } from 'react'
import type { DutyProposal } from '#contract/duty.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { DutyForm } from './DutyForm.tsx'
import { blankDraft, draftFrom, dutyFields, factsOf } from './draft.ts'
import { useProposals } from './queries.ts'
import { dutyWords as words } from './words.ts'

type Props = { of: string | undefined; onClose: () => void }

/** A new line: blank, for a category that lacks one, or out of a proposal. */
export function AddDuty({ proposalId, ...props }: Props & { proposalId: string | undefined }) {
  const proposals = useProposals('open', proposalId !== undefined)
  const proposal = proposals.data?.pages.flatMap(({ rows }) => rows).find(({ id }) => id === proposalId)
  if (proposalId !== undefined && proposals.isPending) return <Skeleton rows={8} />
  return <AddForm {...props} proposal={proposal} />
}

function AddForm({ of, proposal, onClose }: Props & { proposal: DutyProposal | undefined }) {
  const { say } = useWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() =>
    proposal ? draftFrom(proposal, dayOf(Date.now())) : blankDraft(dayOf(Date.now()), of),
  )
  const { run, isPending, errorAt, rest } = useDeed(
    ['rules'],
    (commandId) =>
      call('addDuty', {
        body: {
          ...{ commandId, ...factsOf(draft), basis: draft.basis, reason: draft.reason },
          ...(proposal ? { proposalId: proposal.id } : {}),
        },
      }),
    dutyFields,
    (line) => {
      message.success(say(words.saved))
      void navigate({ to: '/duties', search: { id: line.id } })
    },
  )
  return (
    <section className="panel" aria-labelledby="duty-add">
      <header>
        <h1 id="duty-add">{say(words.add)}</h1>
      </header>
      {proposal && (
        <div className="panel-body">
          <Notice>{say(words.fromProposal)}</Notice>
        </div>
      )}
      <DutyForm
        {...{ draft, isPending, errorAt, onClose }}
        refused={rest}
        onChange={setDraft}
        onSubmit={run}
      />
    </section>
  )
}
