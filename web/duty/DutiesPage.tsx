import { PlusOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useMay } from '#web/console/queries.ts'
import { useWords } from '#web/lib/words.ts'
import { AddDuty } from './AddDuty.tsx'
import { CommunityList } from './CommunityList.tsx'
import { DutyDetail } from './DutyDetail.tsx'
import { DutyTable } from './DutyTable.tsx'
import { Gaps } from './Gaps.tsx'
import { Proposals } from './Proposals.tsx'
import { useDutyList } from './queries.ts'
import type { DutyView } from './search.ts'
import { dutyWords as words } from './words.ts'
import './duty.css'

const names = {
  list: words.viewList,
  gaps: words.viewGaps,
  proposals: words.viewProposals,
  community: words.viewCommunity,
} as const

/** The responsibility list: its lines, what is to mend in it, what is proposed for it, and whether it binds for communities. */
export function DutiesPage() {
  const { say } = useWords()
  const navigate = useNavigate()
  const search = useSearch({ from: '/staff/duties' })
  const mayEdit = useMay('rules.edit')
  const list = useDutyList()
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const { view = 'list', id, add } = search
  const toList = () => void navigate({ to: '/duties', search: {} })
  if (id !== undefined)
    return (
      <div className="page duty">
        <DutyDetail key={id} id={id} mayEdit={mayEdit} />
      </div>
    )
  if (add && mayEdit)
    return (
      <div className="page duty">
        <AddDuty of={search.of} proposalId={search.proposal} onClose={toList} />
      </div>
    )
  const shown: readonly DutyView[] = mayEdit
    ? ['list', 'gaps', 'proposals', 'community']
    : ['list', 'gaps', 'community']
  const waiting = list.data?.proposals ?? 0
  return (
    <div className="page duty">
      <div className="page-top">
        <h1>{title}</h1>
        {mayEdit && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => void navigate({ to: '/duties', search: { add: true } })}
          >
            {say(words.add)}
          </Button>
        )}
      </div>
      <p className="page-lead">{say(words.lead)}</p>
      <nav className="duty-nav" aria-label={say(words.nav)}>
        {shown.map((one) => (
          <Link
            key={one}
            to="/duties"
            search={one === 'list' ? {} : { view: one }}
            // which page it is stands in one part of the search; the link's own look at all of it would mark two
            activeProps={{ 'aria-current': one === view ? 'page' : undefined }}
            inactiveProps={{ 'aria-current': one === view ? 'page' : undefined }}
          >
            {say(names[one])}
            {one === 'proposals' && waiting > 0 && <span className="duty-count number">{waiting}</span>}
          </Link>
        ))}
      </nav>
      {view === 'list' && <DutyTable search={search} mayEdit={mayEdit} isBlank={list.data?.lines === 0} />}
      {view === 'gaps' && <Gaps kind={search.gap} mayEdit={mayEdit} />}
      {view === 'proposals' && mayEdit && <Proposals />}
      {view === 'community' && <CommunityList mayEdit={mayEdit} />}
    </div>
  )
}
