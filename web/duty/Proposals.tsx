import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { DutyProposal } from '#contract/duty.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { useProposals } from './queries.ts'
import { dutyWords as words } from './words.ts'

/** What adjudicators want the list to learn, to be taken or declined. */
export function Proposals() {
  const { say } = useWords()
  const [state, setState] = useState<'open' | 'decided'>('open')
  const proposals = useProposals(state)
  const rows = proposals.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <p className="quiet">{say(words.proposalsLead)}</p>
      <Choices
        label={say(words.viewProposals)}
        options={(['open', 'decided'] as const).map((value) => ({ value, label: say(words[value]) }))}
        value={state}
        onChoose={setState}
      />
      {proposals.isPending && <Skeleton rows={4} />}
      {proposals.error && <ErrorState error={proposals.error} onRetry={() => void proposals.refetch()} />}
      {proposals.data && rows.length === 0 && (
        <Empty title={say(words.proposalsNone)}>{say(words.proposalsNoneText)}</Empty>
      )}
      {rows.length > 0 && (
        <ul className="panel duty-gaps">
          {rows.map((proposal) => (
            <Item key={proposal.id} proposal={proposal} />
          ))}
        </ul>
      )}
      {proposals.hasNextPage && (
        <Button loading={proposals.isFetchingNextPage} onClick={() => void proposals.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </>
  )
}

function Item({ proposal }: { proposal: DutyProposal }) {
  const { language, say } = useWords()
  const [isDeclining, setDeclining] = useState(false)
  const { category, area, main } = proposal
  return (
    <li className="duty-proposal">
      <div>
        <p>
          <b>
            {language === 'zh' ? category.nameZh : category.nameEn}
            {proposal.isClass && <small className="duty-mark">{say(words.wholeClass)}</small>}
          </b>{' '}
          · {area.kind === 'district' ? say(words.wholeDistrict) : area.name} ·{' '}
          {say(words.hintMain, { main: main.name })}
        </p>
        {proposal.basis === null ? (
          <p className="quiet">{say(words.gone)}</p>
        ) : (
          <>
            <p>{say(words.hintBasis, { basis: proposal.basis })}</p>
            {proposal.reason && <p>{proposal.reason}</p>}
          </>
        )}
        <p className="quiet">
          {say(words.proposed, { unit: proposal.byUnitName, by: proposal.byName })} <When at={proposal.at} />
          {proposal.number !== null && <> · {say(words.ofMatter, { number: proposal.number })}</>}
        </p>
        {proposal.state === 'taken' && <p>{say(words.taken, { no: proposal.no ?? '' })}</p>}
        {proposal.state === 'declined' && <p>{say(words.declined)}</p>}
        {isDeclining && <Decline id={proposal.id} onClose={() => setDeclining(false)} />}
      </div>
      {proposal.state === 'open' && !isDeclining && (
        <div className="form-actions">
          <Link className="link" to="/duties" search={{ add: true, proposal: proposal.id }}>
            {say(words.take)}
          </Link>
          <button type="button" className="link" onClick={() => setDeclining(true)}>
            {say(words.decline)}
          </button>
        </div>
      )}
    </li>
  )
}

function Decline({ id, onClose }: { id: string; onClose: () => void }) {
  const { say } = useWords()
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const { run, isPending, errorAt, rest } = useDeed(
    ['rules'],
    (commandId) => call('declineDuty', { params: { id }, body: { commandId, reason } }),
    ['reason'],
    () => void message.success(say(words.saved)),
  )
  return (
    <form
      className="form"
      aria-label={say(words.decline)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        run()
      }}
    >
      <Field label={say(words.reason)} error={errorAt('reason')}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <FormEnd
        refused={rest}
        act={say(words.decline)}
        later={say(words.cancel)}
        isPending={isPending}
        onClose={onClose}
      />
    </form>
  )
}
