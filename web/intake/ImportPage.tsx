import { ArrowLeftOutlined } from '@ant-design/icons'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { ImportState } from './ImportsPage.tsx'
import { MappingForm } from './MappingForm.tsx'
import './intake.css'
import { useImport } from './queries.ts'
import { intakeWords as words } from './words.ts'

/** One import, from checking its columns to its result; it may be left and come back to. */
export function ImportRoute() {
  const { say } = useWords()
  const { id } = useParams({ from: '/staff/imports/$id' })
  const { data, error, refetch } = useImport(id)
  const name = data?.fileName ?? say(words.importsTitle)
  useEffect(() => {
    document.title = name
  }, [name])
  return (
    <div className="page">
      <Link className="link" to="/imports">
        <ArrowLeftOutlined aria-hidden="true" /> {say(words.backToImports)}
      </Link>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <>
          <h1>
            {data.fileName} <ImportState state={data.state} />
          </h1>
          {data.state === 'uploaded' ? <MappingForm id={id} /> : <ImportProgress view={data} />}
        </>
      )}
    </div>
  )
}
