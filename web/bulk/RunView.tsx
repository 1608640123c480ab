import { Button } from 'antd'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { useBulkCommands, useRun } from './queries.ts'
import { RefusedList } from './RefusedList.tsx'
import { bulkWords as words } from './words.ts'

/** How far a run is, and what became of it. */
export function RunView({ id, onClose }: { id: string; onClose?: () => void }) {
  const { say } = useWords()
  const { data: run, error, refetch } = useRun(id)
  const { resume } = useBulkCommands()
  if (error && !run) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!run) return <Skeleton rows={3} />
  const { done, notDone, total, state } = run
  return (
    <div className="run">
      {state === 'running' && (
        <>
          <p role="status" className="number">
            {say(words.running, { done: done + notDone, total })}
          </p>
          <progress max={total} value={done + notDone} aria-label={say(words.work)} />
          <p className="quiet">{say(words.mayLeave)}</p>
        </>
      )}
      {state === 'done' && (
        <Notice tone={notDone === 0 ? 'good' : 'near'} live>
          {say(words.finished, { done, notDone })}
        </Notice>
      )}
      {state === 'failed' && (
        <Notice
          tone="act"
          live
          action={
            <Button loading={resume.isPending} onClick={() => resume.mutate(id)}>
              {say(words.resume)}
            </Button>
          }
        >
          {say(words.stopped, { done })}
        </Notice>
      )}
      {run.refusals.length > 0 && (
        <RefusedList title={say(words.notDone, { count: run.refusals.length })} rows={run.refusals} />
      )}
      {onClose && (
        <div className="form-actions">
          <Button type={state === 'running' ? 'default' : 'primary'} onClick={onClose}>
            {say(words.close)}
          </Button>
        </div>
      )}
    </div>
  )
}
