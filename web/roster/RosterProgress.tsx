import { DownloadOutlined, KeyOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { RosterView } from '#contract/roster.ts'
import { refusalCodes, refuse } from '#domain/refusal.ts'
import { call, hrefOf } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { ShareBar } from '#web/ui/ShareBar.tsx'
import { countsOf } from './RostersPage.tsx'
import { takeFile } from './take-file.ts'
import { rosterWords as words } from './words.ts'

/** How far an import is, what became of the rows, and what comes back: rows to mend, passwords to pass on. */
export function RosterProgress({ roster }: { roster: RosterView }) {
  const { language, say } = useWords()
  const queryClient = useQueryClient()
  const { id, state, rowsDone: done, rowsTotal: total } = roster
  const refetch = () => void queryClient.invalidateQueries({ queryKey: ['roster', id] })
  const again = useMutation({
    mutationFn: async () => {
      const { mapping } = await call('previewRoster', { params: { id }, body: {} })
      return call('startRoster', { params: { id }, body: { mapping } })
    },
    onSettled: refetch,
  })
  const passwords = useMutation({
    mutationFn: () => takeFile('takePasswords', { params: { id }, query: { lang: language } }),
    onSettled: refetch,
  })
  const code = refusalCodes.find((one) => one === roster.failure)
  const why = failureWords(code && new RefusalError(refuse(code, { name: roster.fileName }), 422), language)
  const failure = again.error ?? passwords.error
  const isOver = state === 'done' || state === 'failed'
  return (
    <section className="panel panel-body form roster-result" aria-label={say(words[state])}>
      {state === 'failed' && (
        <Notice tone="act">
          <p>{say(words.failure, { why })}</p>
          <Button loading={again.isPending} onClick={() => again.mutate()}>
            {say(words.again)}
          </Button>
        </Notice>
      )}
      <div
        role="progressbar"
        aria-label={say(words.title)}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <p className="number">{say(words.progress, { done, total })}</p>
        <ShareBar share={total === 0 ? 1 : done / total} tone={state === 'failed' ? 'still' : 'calm'} />
      </div>
      <p className="number" aria-live="polite">
        {say(words.summary, countsOf(roster))}
      </p>
      {state === 'running' && <p className="quiet">{say(words.leave)}</p>}
      {isOver && roster.rowsBad > 0 && (
        <div className="form-actions">
          <Button
            icon={<DownloadOutlined />}
            href={hrefOf('rosterBadRows', { params: { id }, query: { lang: language } })}
            download
          >
            {say(words.downloadBad)}
          </Button>
          <span className="quiet">{say(words.badNote)}</span>
        </div>
      )}
      {state === 'done' && roster.rowsBad === 0 && <Notice tone="good">{say(words.allGood)}</Notice>}
      {isOver && roster.passwords > 0 && (
        <div className="form-actions">
          <Button
            type="primary"
            icon={<KeyOutlined />}
            loading={passwords.isPending}
            onClick={() => passwords.mutate()}
          >
            {say(words.passwords, { count: roster.passwords })}
          </Button>
          <span className="quiet">{say(words.passwordsNote)}</span>
        </div>
      )}
      {failure && (
        <Notice tone="act" live>
          {failureWords(failure, language)}
        </Notice>
      )}
    </section>
  )
}
