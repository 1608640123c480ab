import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import type { LinkView } from '#contract/nearby.ts'
import { linkLabels } from '#contract/words/party-labels.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { MatterLinks } from '#web/matter/MatterLinks.tsx'
import { ReasonDialog } from '#web/matter/ReasonDialog.tsx'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { RelateForm } from './RelateForm.tsx'
import { nearbyWords as words } from './words.ts'
import './nearby.css'

type Open = { what: 'relate' } | { what: 'unrelate'; linkId: string; number: string }

/** What hangs together with a matter; the server names only what the reader may see. */
export function LinksPanel({ matter }: { matter: MatterPage }) {
  const { say } = useWords()
  const [open, setOpen] = useState<Open>()
  const links = useQuery({
    queryKey: ['matter', matter.id, 'links'],
    queryFn: ({ signal }) => call('listLinks', { params: { id: matter.id } }, signal),
    staleTime: 60_000,
  })
  const mayRelate = matter.may.includes('relate')
  if (links.error) return <ErrorState error={links.error} onRetry={() => void links.refetch()} />
  const rows = links.data?.rows ?? []
  if (!links.data || (rows.length === 0 && !mayRelate)) return null
  const away = ({ linkId, other }: LinkView) =>
    linkId !== null &&
    matter.may.includes('unrelate') && (
      <button
        type="button"
        className="link link-away"
        aria-label={say(words.unrelateOf, { number: other.number })}
        onClick={() => setOpen({ what: 'unrelate', linkId, number: other.number })}
      >
        {say(words.unrelate)}
      </button>
    )
  const actionOf = (_other: LinkView['other'], index: number) => {
    const link = rows[index]
    return (
      link && (
        <p className="link-line">
          <FlagTag tone="info">{say(linkLabels[link.relation])}</FlagTag>
          {away(link)}
        </p>
      )
    )
  }
  return (
    <section className="panel links-panel" aria-labelledby="links-title">
      <header>
        <h2 id="links-title">{say(words.links)}</h2>
        {mayRelate && (
          <Button size="small" onClick={() => setOpen({ what: 'relate' })}>
            {say(words.relate)}
          </Button>
        )}
      </header>
      {rows.length === 0 && <p className="quiet links-none">{say(words.noLinks)}</p>}
      <MatterLinks rows={rows.map(({ other }) => other)} action={actionOf} />
      {open?.what === 'relate' && <RelateForm matter={matter} onClose={() => setOpen(undefined)} />}
      {open?.what === 'unrelate' && (
        <ReasonDialog
          matter={matter}
          verb="unrelate"
          named={{ linkId: open.linkId }}
          title={say(words.unrelateOf, { number: open.number })}
          label={say(words.unrelateReason)}
          act={say(words.unrelate)}
          done={say(words.unrelateDone)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}
