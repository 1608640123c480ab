import { PlusOutlined } from '@ant-design/icons'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import './notify.css'
import { OutboxPanel } from './OutboxPanel.tsx'
import { OutletForm } from './OutletForm.tsx'
import { OutletLine } from './OutletLine.tsx'
import { type OutletRow, useOutlets } from './outlet-queries.ts'
import { outletWords as words } from './outlet-words.ts'

/** Which other systems are told of moves, and what became of everything that left. */
export function OutletsPage() {
  const { say } = useWords()
  const { outbox: state = 'dead' } = useSearch({ from: '/staff/outlets' })
  const outlets = useOutlets()
  const [isAdding, setAdding] = useState(false)
  const [told, setTold] = useState<{ name: string; secret: string }>()
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const keep = ({ name }: OutletRow, secret: string | null) => {
    if (secret !== null) setTold({ name, secret })
  }
  const rows = outlets.data?.rows ?? []
  return (
    <div className="page">
      <h1>{title}</h1>
      <p className="page-lead">{say(words.lead)}</p>
      {told && (
        <Notice
          tone="near"
          live
          action={<Button onClick={() => setTold(undefined)}>{say(words.noted)}</Button>}
        >
          <p>{say(words.secret, { name: told.name })}</p>
          <code className="outlet-secret">{told.secret}</code>
        </Notice>
      )}
      <section className="panel" aria-labelledby="outlets">
        <header>
          <h2 id="outlets">{say(words.receivers)}</h2>
          {!isAdding && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {say(words.add)}
            </Button>
          )}
        </header>
        {isAdding && (
          <OutletForm
            outlet={undefined}
            onDone={(outlet, secret) => {
              keep(outlet, secret)
              setAdding(false)
            }}
            onCancel={() => setAdding(false)}
          />
        )}
        {outlets.isPending && <Skeleton rows={3} />}
        {outlets.error && <ErrorState error={outlets.error} onRetry={() => void outlets.refetch()} />}
        {outlets.data && rows.length === 0 && !isAdding && (
          <Empty title={say(words.none)}>{say(words.noneText)}</Empty>
        )}
        <ul className="outlets">
          {rows.map((outlet) => (
            <OutletLine key={outlet.id} outlet={outlet} onSecret={keep} />
          ))}
        </ul>
      </section>
      <OutboxPanel state={state} />
    </div>
  )
}
