import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import type { RegisterView } from '#contract/record.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { DecideForm } from './DecideForm.tsx'
import { RegisterFileLine } from './RegisterFileLine.tsx'
import './registers.css'
import { useRegister, useRegisterFiles } from './queries.ts'
import { countWords, stateWords, recordWords as words } from './words.ts'

export function RegisterRoute() {
  const { id } = useParams({ from: '/staff/registers/$id' })
  return <RegisterPage key={id} id={id} />
}

/** One register: what is in it, what is kept back, and the decision of somebody else. */
function RegisterPage({ id }: { id: string }) {
  const { say } = useWords()
  const register = useRegister(id)
  const { data } = register
  const files = useRegisterFiles(id, data && `${data.state} ${data.kept} ${data.destroyed}`)
  const title = data?.reason ?? say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = files.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="page registers">
      <p>
        <Link className="link" to="/registers">
          {say(words.back)}
        </Link>
      </p>
      {register.isPending && <Skeleton rows={8} />}
      {register.error && <ErrorState error={register.error} onRetry={() => void register.refetch()} />}
      {data && (
        <>
          <h1>
            {title}{' '}
            <span className="flag" data-tone={data.state === 'drawn' ? 'near' : 'info'}>
              {say(stateWords[data.state])}
            </span>
          </h1>
          <Deeds register={data} />
          {data.mayDecide && <DecideForm register={data} />}
          <section className="panel" aria-labelledby="files">
            <header>
              <h2 id="files">{say(words.files)}</h2>
              <span className="quiet">
                {say(countWords.files, { count: data.count, kept: data.kept, destroyed: data.destroyed })}
              </span>
            </header>
            {files.error && <ErrorState error={files.error} onRetry={() => void files.refetch()} />}
            {rows.length > 0 && (
              <table className="table table-folds register-table">
                <thead>
                  <tr>
                    {(
                      [
                        words.number,
                        words.name,
                        words.archivedOn,
                        words.kept,
                        words.from,
                        words.what,
                      ] as const
                    ).map((name) => (
                      <th key={name.en} scope="col">
                        {say(name)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((file) => (
                    <RegisterFileLine key={file.matterId} register={data} file={file} />
                  ))}
                </tbody>
              </table>
            )}
            {files.hasNextPage && (
              <div className="panel-body">
                <Button loading={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>
                  {say(words.more)}
                </Button>
              </div>
            )}
          </section>
        </>
      )}
    </div>
  )
}

function Deeds({ register: { drawn, decided, state, mayDecide } }: { register: RegisterView }) {
  const { say } = useWords()
  return (
    <>
      <p className="quiet">
        {say(words.drawnBy, { name: drawn.name })} <When at={drawn.at} />
      </p>
      {decided ? (
        <Notice tone="info">
          {say(words.decidedBy, { name: decided.name, why: decided.why || say(words.noOpinion) })}{' '}
          <When at={decided.at} />
        </Notice>
      ) : (
        state === 'drawn' && !mayDecide && <Notice tone="info">{say(words.waits)}</Notice>
      )}
    </>
  )
}
