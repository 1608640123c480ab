import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { AccountRow } from '#contract/factor.ts'
import { roleLabels } from '#contract/words/labels.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { type SecuredFilters, useSecured } from './queries.ts'
import { ResetDialog } from './ResetDialog.tsx'
import { securityWords as words } from './words.ts'

/** The accounts in use and what they show who they are with; a lost factor is reset here. */
export function SecuredList() {
  const { say } = useWords()
  const filters = useSearch({ from: '/staff/security' })
  const navigate = useNavigate()
  const accounts = useSecured(filters)
  const [typed, setTyped] = useState(filters.find ?? '')
  const [asked, setAsked] = useState<{ row: AccountRow; what: 'factors' | 'identity' }>()
  const rows = accounts.data?.pages.flatMap((page) => page.rows) ?? []
  const filter = (change: SecuredFilters) =>
    void navigate({ to: '.', search: { ...filters, ...change }, replace: true })
  return (
    <section className="panel" aria-labelledby="secured">
      <header>
        <h2 id="secured">{say(words.accounts)}</h2>
      </header>
      <div className="secured-head">
        <input
          className="input"
          type="search"
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          maxLength={40}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            filter({ find: event.target.value.trim() || undefined })
          }}
        />
        <label className="policy-role">
          <input
            type="checkbox"
            checked={filters.lacking === true}
            onChange={(event) => filter({ lacking: event.target.checked || undefined })}
          />
          {say(words.lacking)}
        </label>
      </div>
      {accounts.isPending && <Skeleton rows={6} />}
      {accounts.error && <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />}
      {accounts.data && rows.length === 0 && <Empty title={say(words.none)} />}
      <ul className="lines">
        {rows.map((row) => (
          <AccountLine key={row.id} row={row} onReset={(what) => setAsked({ row, what })} />
        ))}
      </ul>
      {accounts.hasNextPage && (
        <div className="secured-more">
          <Button loading={accounts.isFetchingNextPage} onClick={() => void accounts.fetchNextPage()}>
            {say(words.more)}
          </Button>
        </div>
      )}
      {asked && <ResetDialog {...asked} onClose={() => setAsked(undefined)} />}
    </section>
  )
}

type LineProps = { row: AccountRow; onReset: (what: 'factors' | 'identity') => void }

function AccountLine({ row, onReset }: LineProps) {
  const { say } = useWords()
  const has = row.hasTotp || row.passkeys > 0
  const shown = [
    ...(row.hasTotp ? [say(words.totp)] : []),
    ...(row.passkeys > 0 ? [say(words.passkeys, { count: row.passkeys })] : []),
  ]
  return (
    <li>
      <span>
        <b>{row.name}</b> <small className="quiet">{row.login}</small>{' '}
        {row.isMe && (
          <span className="flag" data-tone="info">
            {say(words.isMe)}
          </span>
        )}
        <br />
        <small>
          {row.roles.length > 0
            ? row.roles.map((role) => say(roleLabels[role])).join('、')
            : say(words.noPost)}{' '}
          · {has ? shown.join('、') : row.isNeeded ? '' : say(words.noFactor)}
          {row.hasIdentity && ` · ${say(words.identity)}`}
        </small>
        {!has && row.isNeeded && (
          <span className="flag" data-tone="near">
            {say(words.isLacking)}
          </span>
        )}
      </span>
      {!row.isMe && (has || row.hasIdentity) && (
        <span className="secured-deeds">
          {row.hasIdentity && (
            <Button aria-label={say(words.unlinkOf, { name: row.name })} onClick={() => onReset('identity')}>
              {say(words.unlink)}
            </Button>
          )}
          {has && (
            <Button aria-label={say(words.resetOf, { name: row.name })} onClick={() => onReset('factors')}>
              {say(words.reset)}
            </Button>
          )}
        </span>
      )}
    </li>
  )
}
