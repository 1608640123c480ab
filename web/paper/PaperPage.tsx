import { ArrowLeftOutlined } from '@ant-design/icons'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { paperLabels } from '#contract/words/labels.ts'
import type { Paper } from '#domain/paper/paper.ts'
import { call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { PrintBar } from './PrintBar.tsx'
import { Sheet } from './Sheet.tsx'
import { paperWords as words } from './words.ts'
import './paper.css'

/** How long a recorded paper, perhaps with a name on it, stays on the screen (milliseconds). */
const shownMs = 60_000

/** One paper of a matter: seen masked, printed on record. */
export function PaperPage() {
  const { language, say } = useWords()
  const { id, paper } = useParams({ from: '/print/$id/$paper' }) as { id: string; paper: Paper }
  const [appealId, setAppealId] = useState<string>()
  const preview = useQuery({
    queryKey: ['paper', id, paper, appealId],
    queryFn: ({ signal }) => call('getPaper', { params: { id, paper }, query: { appealId } }, signal),
    placeholderData: keepPreviousData,
  })
  const print = useMutation({
    mutationFn: (asked: { purpose: string; withContact: boolean }) =>
      call('printPaper', { params: { id, paper }, body: { commandId: newId(), appealId, ...asked } }),
  })
  const { data: printed, reset } = print
  useEffect(() => {
    if (!printed) return undefined
    window.print()
    const timer = window.setTimeout(reset, shownMs)
    return () => window.clearTimeout(timer)
  }, [printed, reset])
  const label = paperLabels[paper]?.[language] ?? ''
  useEffect(() => {
    // browsers propose the title as the file's name: number only, never a person
    document.title = `${label} ${preview.data?.number ?? ''}`
  }, [label, preview.data?.number])

  const view = printed ?? preview.data
  return (
    <div className="paper-page">
      <nav className="print-nav" aria-label={say(words.menu)}>
        <Link className="link" to="/matters/$box/$id" params={{ box: 'all', id }} search={{}}>
          <ArrowLeftOutlined aria-hidden="true" /> {say(words.back)}
        </Link>
      </nav>
      {view ? (
        <main id="main">
          <PrintBar
            view={view}
            onVoice={(next) => {
              reset()
              setAppealId(next)
            }}
            onPrint={(asked) => print.mutate(asked)}
            isPending={print.isPending}
            isOnRecord={printed !== undefined}
            error={print.error}
          />
          <Sheet
            view={view}
            label={say(words.preview, { paper: label })}
            isOnRecord={printed !== undefined}
          />
          <p className="paper-unrecorded" data-recorded={printed ? 'yes' : 'no'}>
            {say(words.byButton)}
          </p>
        </main>
      ) : preview.error ? (
        <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
      ) : (
        <Skeleton rows={10} />
      )}
    </div>
  )
}
