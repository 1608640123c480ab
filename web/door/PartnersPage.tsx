import { PlusOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { AddPartner } from './AddPartner.tsx'
import { PartnerPanel } from './PartnerPanel.tsx'
import './partners.css'
import { usePartners } from './queries.ts'
import { doorWords as words } from './words.ts'

/** The other systems that may come to the door: who they are, their keys, what they asked. */
export function PartnersPage() {
  const { say } = useWords()
  const { add } = useSearch({ from: '/staff/partners' })
  const navigate = useNavigate()
  const partners = usePartners()
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = partners.data?.pages.flatMap((page) => page.rows) ?? []
  const show = (isAdding: boolean) =>
    void navigate({ to: '/partners', search: isAdding ? { add: true } : {} })
  return (
    <div className="page partners">
      <div className="page-top">
        <h1>{title}</h1>
        {!add && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => show(true)}>
            {say(words.add)}
          </Button>
        )}
      </div>
      <p className="quiet">
        {say(words.lead)}{' '}
        <a className="link" href="/api/door/v1/openapi.json" target="_blank" rel="noreferrer">
          {say(words.document)}
        </a>
      </p>
      {add && <AddPartner onClose={() => show(false)} />}
      {partners.isPending && <Skeleton rows={6} />}
      {partners.error && <ErrorState error={partners.error} onRetry={() => void partners.refetch()} />}
      {partners.data && rows.length === 0 && !add && (
        <Empty title={say(words.none)}>{say(words.noneText)}</Empty>
      )}
      {rows.map((partner) => (
        <PartnerPanel key={partner.id} partner={partner} />
      ))}
      {partners.hasNextPage && (
        <Button loading={partners.isFetchingNextPage} onClick={() => void partners.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}
