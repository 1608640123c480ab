import { useEffect } from 'react'
import { bulkWords as words } from '#web/bulk/words.ts'
import { useMay } from '#web/console/queries.ts'
import { ExportList } from '#web/export/ExportList.tsx'
import { useWords } from '#web/lib/words.ts'
import { RunList } from './RunList.tsx'
import '#web/bulk/bulk.css'
import './work.css'

/** What I began and the worker finishes: workbooks and moves of many. */
export function WorkPage() {
  const { say } = useWords()
  const mayExport = useMay('matter.export')
  const title = say(words.work)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page">
      <h1>{title}</h1>
      <p className="page-lead">{say(words.workLead)}</p>
      {mayExport && <ExportList />}
      <RunList />
    </div>
  )
}
