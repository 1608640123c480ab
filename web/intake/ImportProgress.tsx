import { DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Popconfirm } from 'antd'
import { useEffect } from 'react'
import type { ImportView } from '#contract/intake.ts'
import type { Language } from '#contract/words/language.ts'
import { refusalCodes, refuse } from '#domain/refusal.ts'
import { call, hrefOf } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { RefusalError } from '#web/lib/failures.ts'
import { useWords } from '#web/lib/words.ts'
import { besideTrigger } from '#web/ui/beside.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { ShareBar } from '#web/ui/ShareBar.tsx'
import { intakeWords as words } from './words.ts'

const tallies = ['rowsNew', 'rowsJoined', 'rowsKnown', 'rowsBad'] as const

/** Why an import did not finish: a refusal of the workbook in its words, anything else as a fault of ours. */
function failureOf({ failure, fileName }: ImportView, language: Language): string {
  const code = refusalCodes.find((one) => one === failure)
  return failureWords(code && new RefusalError(refuse(code, { name: fileName }), 422), language)
}

/** How far it is, what became of the rows, and the files that come back. */
export function ImportProgress({ view }: { view: ImportView }) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const stop = useMutation({
    mutationFn: () => call('stopImport', { params: { id: view.id } }),
    onSuccess: (next) => queryClient.setQueryData(['import', view.id], next),
    onError: (error) => void message.error(failureWords(error, language)),
  })
  const isRunning = view.state === 'running'
  useEffect(() => {
    // imported rows are told in no nudge of their own
    if (!isRunning) void queryClient.invalidateQueries({ queryKey: ['matters'] })
  }, [isRunning, queryClient])
  const share = view.rowsTotal ? view.rowsDone / view.rowsTotal : 0
  const words_ = view.rowsTotal === null ? words.progressUnknown : words.progress

  return (
    <>
      <section className="panel panel-body form" aria-label={say(words.counts)}>
        {view.state === 'failed' && (
          <Notice tone="act">{say(words.failure, { why: failureOf(view, language) })}</Notice>
        )}
        <div
          role="progressbar"
          aria-label={say(words.progressBar)}
          aria-valuemin={0}
          aria-valuemax={view.rowsTotal ?? 0}
          aria-valuenow={view.rowsDone}
        >
          <p className="number import-progress">
            {say(words_, { done: view.rowsDone, total: view.rowsTotal ?? 0 })}
          </p>
          <ShareBar
            share={view.state === 'done' ? 1 : share}
            tone={isRunning || view.state === 'done' ? 'calm' : 'still'}
          />
        </div>
        <dl className="tallies" aria-live="polite">
          {tallies.map((key) => (
            <div key={key} data-key={key}>
              <dt>{say(words[key])}</dt>
              <dd className="number">{view[key]}</dd>
            </div>
          ))}
        </dl>
        {isRunning && (
          <div className="form-actions">
            <span className="quiet">{say(words.leave)}</span>
            <Popconfirm
              getPopupContainer={besideTrigger}
              title={say(words.stopSure)}
              description={say(words.stopNote)}
              okText={say(words.stop)}
              cancelText={say(words.keepGoing)}
              onConfirm={() => stop.mutate()}
            >
              <Button danger loading={stop.isPending}>
                {say(words.stop)}
              </Button>
            </Popconfirm>
          </div>
        )}
      </section>
      {!isRunning && (
        <section className="panel panel-body form" aria-label={say(words.downloadReply)}>
          {view.rowsBad > 0 ? (
            <div className="form-actions">
              <Button
                icon={<DownloadOutlined />}
                href={hrefOf('badRows', { params: { id: view.id }, query: { lang: language } })}
                download
              >
                {say(words.downloadBad)}
              </Button>
              <span className="quiet">{say(words.badNote)}</span>
            </div>
          ) : (
            view.state === 'done' && <Notice tone="good">{say(words.allGood)}</Notice>
          )}
          <div className="form-actions">
            <Button
              icon={<DownloadOutlined />}
              href={hrefOf('replies', { params: { id: view.id }, query: { lang: language } })}
              download
            >
              {say(words.downloadReply)}
            </Button>
            {view.rowsNew > 0 && (
              <Link
                className="link"
                to="/matters/$box"
                params={{ box: 'pool' }}
                search={{ channel: 'hotline', sort: 'new' }}
              >
                {say(words.toPool)}
              </Link>
            )}
          </div>
        </section>
      )}
    </>
  )
}
