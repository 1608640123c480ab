import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { RosterView } from '#contract/roster.ts'
import { type RosterKind, rosterKinds } from '#domain/roster/fields.ts'
import { hrefOf } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { newId } from '#web/lib/ids.ts'
import { sendFile } from '#web/lib/send-file.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag, type Tone } from '#web/ui/FlagTag.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { rostersQuery } from './queries.ts'
import './roster.css'
import { rosterWords as words } from './words.ts'

const tones: Record<RosterView['state'], Tone> = {
  ...{ uploaded: 'near', running: 'info', done: 'good', failed: 'act' },
}

/** What state an import is in, as word and shape. */
export function RosterState({ state }: { state: RosterView['state'] }) {
  const { say } = useWords()
  return <FlagTag tone={tones[state]}>{say(words[state])}</FlagTag>
}

/** Units, people and codes as workbooks: templates, what there is, uploads, and what was imported before. */
export function RostersPage() {
  const { say } = useWords()
  const list = useInfiniteQuery(rostersQuery)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page">
      <h1>{title}</h1>
      <p className="page-lead">{say(words.lead)}</p>
      <div className="roster-kinds">
        {rosterKinds.map((kind) => (
          <KindCard key={kind} kind={kind} />
        ))}
      </div>
      <section className="panel" aria-labelledby="rosters-past">
        <header>
          <h2 id="rosters-past">{say(words.past)}</h2>
        </header>
        {list.isPending && <Skeleton rows={3} />}
        {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.data && rows.length === 0 && <Empty title={say(words.none)}>{say(words.noneText)}</Empty>}
        <ul className="lines">
          {rows.map((row) => (
            <li key={row.id} className="roster-line">
              <span>
                <Link className="link" to="/rosters/$id" params={{ id: row.id }}>
                  {row.fileName}
                </Link>{' '}
                {say(words[row.kind])}
                <br />
                <small className="quiet">
                  {row.byName} · <When at={row.createdAt} />
                </small>
              </span>
              <span className="roster-line-end">
                <RosterState state={row.state} />
                {row.state !== 'uploaded' && (
                  <small className="number">{say(words.summary, countsOf(row))}</small>
                )}
              </span>
            </li>
          ))}
        </ul>
        {list.hasNextPage && (
          <div className="panel-body">
            <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
              {say(words.more)}
            </Button>
          </div>
        )}
      </section>
    </div>
  )
}

/** The counts of an import as the facts of its sentence. */
export function countsOf({ rowsNew, rowsChanged, rowsSame, rowsBad }: RosterView) {
  return { new: rowsNew, changed: rowsChanged, same: rowsSame, bad: rowsBad }
}

function KindCard({ kind }: { kind: RosterKind }) {
  const { language, say } = useWords()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const name = say(words[kind])
  const send = async (file: File | undefined) => {
    if (!file || isSending) return
    setFailure(undefined)
    setSending(true)
    try {
      const view = await sendFile(
        'uploadRoster',
        { params: { id: newId() }, query: { kind, name: file.name } },
        file,
      )
      queryClient.setQueryData(['roster', view.id], view)
      void queryClient.invalidateQueries({ queryKey: ['rosters'] })
      await navigate({ to: '/rosters/$id', params: { id: view.id } })
    } catch (error) {
      setFailure(error)
    } finally {
      setSending(false)
    }
  }
  const given = { params: { kind }, query: { lang: language } }
  return (
    <section className="panel panel-body form" aria-label={name}>
      <div>
        <h2>{name}</h2>
        <p className="quiet">{say(words[`${kind}Text`])}</p>
      </div>
      <div className="form-actions">
        <Button
          type="primary"
          icon={<UploadOutlined />}
          loading={isSending}
          aria-label={say(words.uploadOf, { kind: name })}
          onClick={() => input.current?.click()}
        >
          {say(words.upload)}
        </Button>
        <Button
          icon={<DownloadOutlined />}
          aria-label={say(words.templateOf, { kind: name })}
          href={hrefOf('rosterTemplate', given)}
          download
        >
          {say(words.template)}
        </Button>
        <Button
          icon={<DownloadOutlined />}
          aria-label={say(words.exportOf, { kind: name })}
          href={hrefOf('rosterExport', given)}
          download
        >
          {say(words.export)}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xls,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-label={say(words.uploadOf, { kind: name })}
        onChange={(event) => {
          void send(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {failure !== undefined && (
        <Notice tone="act" live>
          {failureWords(failure, language)}
        </Notice>
      )}
    </section>
  )
}
