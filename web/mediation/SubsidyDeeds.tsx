import { useMutation } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { SubsidyListView } from '#contract/subsidy.ts'
import { call } from '#web/lib/api.ts'
import { keepFile } from '#web/lib/fetch-file.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { yuanOf } from './money.ts'
import { useSubsidyDeed } from './subsidy-queries.ts'
import { subsidyWords as words } from './subsidy-words.ts'

/** What may be done with a list now: by who draws it up, and by who approves it. */
export function SubsidyDeeds({ list }: { list: SubsidyListView }) {
  const { say } = useWords()
  const params = { id: list.id }
  const decide = (approves: boolean) => (commandId: string) =>
    call('decideSubsidy', { params, body: { commandId, approves } })
  const check = useSubsidyDeed((commandId) => call('checkSubsidy', { params, body: { commandId } }))
  const redraw = useSubsidyDeed((commandId) => call('redrawSubsidy', { params, body: { commandId } }))
  const approve = useSubsidyDeed(decide(true))
  const reject = useSubsidyDeed(decide(false))
  const deeds = [check, redraw, approve, reject]
  const failed = deeds.find(({ rest }) => rest !== undefined)
  const isBusy = deeds.some(({ isPending }) => isPending)
  if (list.state === 'approved') return null
  return (
    <div className="subsidy-deeds">
      {list.state === 'checked' && !list.mayApprove && <Notice tone="info">{say(words.waits)}</Notice>}
      {list.mayApprove && <Notice tone="near">{say(words.decideLead)}</Notice>}
      {failed?.rest && (
        <Notice tone="act" live>
          {failed.rest}
        </Notice>
      )}
      <div className="subsidy-buttons">
        {list.mayApprove && (
          <>
            <Button type="primary" loading={approve.isPending} disabled={isBusy} onClick={approve.run}>
              {say(words.approve, { yuan: yuanOf(list.fen) })}
            </Button>
            <Button loading={reject.isPending} disabled={isBusy} onClick={reject.run}>
              {say(words.reject)}
            </Button>
          </>
        )}
        {list.mayEdit && list.state === 'drawn' && (
          <Button type="primary" loading={check.isPending} disabled={isBusy} onClick={check.run}>
            {say(words.check)}
          </Button>
        )}
        {list.mayEdit && (
          <Button loading={redraw.isPending} disabled={isBusy} onClick={redraw.run}>
            {say(words.redraw)}
          </Button>
        )}
      </div>
    </div>
  )
}

const purposes = ['forPay', 'forMeeting', 'forCheck'] as const

/** Takes a list out as a sheet, under a mark, for a purpose that is put on record. */
export function TakeSubsidy({ id }: { id: string }) {
  const { language, say } = useWords()
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>('forPay')
  const take = useMutation({
    mutationFn: () =>
      keepFile('exportSubsidy', {
        params: { id },
        body: { commandId: newId(), language, purpose: words[purpose].zh },
      }),
  })
  return (
    <div className="subsidy-buttons subsidy-take">
      <span className="quiet">{say(words.purpose)}</span>
      <Select
        aria-label={say(words.purpose)}
        value={purpose}
        onChange={setPurpose}
        options={purposes.map((value) => ({ value, label: say(words[value]) }))}
      />
      <Button loading={take.isPending} onClick={() => take.mutate()}>
        {say(words.excel)}
      </Button>
      {take.error && <ErrorState error={take.error} onRetry={() => take.mutate()} />}
    </div>
  )
}
