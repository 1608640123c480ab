import {
  AccountBookOutlined,
  ApartmentOutlined,
  ApiOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BarChartOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  ClusterOutlined,
  CommentOutlined,
  DashboardOutlined,
  EditOutlined,
  EyeOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  FileExcelOutlined,
  FileProtectOutlined,
  FileSearchOutlined,
  FormOutlined,
  HistoryOutlined,
  HomeOutlined,
  IdcardOutlined,
  ImportOutlined,
  InboxOutlined,
  NotificationOutlined,
  ProfileOutlined,
  QrcodeOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SendOutlined,
  SnippetsOutlined,
  SolutionOutlined,
  SoundOutlined,
  StarOutlined,
  TagsOutlined,
  TeamOutlined,
  ToolOutlined,
  UsergroupAddOutlined,
} from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { boxes } from '#contract/list.ts'
import type { Permission } from '#domain/org/grants.ts'
import { aidWords } from '#web/aid/words.ts'
import { bulkWords } from '#web/bulk/words.ts'
import { dutyWords } from '#web/duty/words.ts'
import { evaluationWords } from '#web/evaluation/words.ts'
import { insightWords } from '#web/insight/words.ts'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { cappedCount } from '#web/matter/counts.ts'
import { boxesFor } from '#web/matter/my-boxes.ts'
import { useCounts } from '#web/matter/queries.ts'
import { matterWords } from '#web/matter/words.ts'
import { figureWords } from '#web/mediation/figure-words.ts'
import { subsidyWords } from '#web/mediation/subsidy-words.ts'
import { mediationWords } from '#web/mediation/words.ts'
import { meetingWords } from '#web/meeting/words.ts'
import { petitionWords } from '#web/petition/words.ts'
import { supervisionWords } from '#web/supervision/words.ts'
import { teamWords } from '#web/team/words.ts'
import { ViewLinks } from '#web/view/ViewLinks.tsx'
import { whistleWords } from '#web/whistle/words.ts'
import { useMe } from './queries.ts'
import { consoleWords as words } from './words.ts'

const boxIcons: Record<(typeof boxes)[number], ComponentType> = {
  mine: ScheduleOutlined,
  pool: InboxOutlined,
  request: AuditOutlined,
  assist: UsergroupAddOutlined,
  area: AppstoreOutlined,
  closed: FileDoneOutlined,
}

const tools: readonly { to: string; name: Sentence; needs: Permission; Icon: ComponentType }[] = [
  { to: '/queue', name: words.queue, needs: 'hall.serve', Icon: SoundOutlined },
  { to: '/register', name: words.register, needs: 'matter.receive', Icon: EditOutlined },
  { to: '/imports', name: words.imports, needs: 'intake.import', Icon: ImportOutlined },
  { to: '/mediations', name: mediationWords.title, needs: 'mediation.run', Icon: CommentOutlined },
  { to: '/mediations/figures', name: figureWords.title, needs: 'matter.export', Icon: BarChartOutlined },
  { to: '/mediations/subsidy', name: subsidyWords.title, needs: 'subsidy.read', Icon: AccountBookOutlined },
  { to: '/petitions', name: petitionWords.list, needs: 'petition.run', Icon: FormOutlined },
  { to: '/supervision', name: supervisionWords.title, needs: 'supervision.read', Icon: EyeOutlined },
  { to: '/evaluation', name: evaluationWords.title, needs: 'evaluation.read', Icon: DashboardOutlined },
  { to: '/whistles', name: whistleWords.title, needs: 'whistle.read', Icon: NotificationOutlined },
  { to: '/aids', name: aidWords.title, needs: 'aid.read', Icon: ToolOutlined },
  { to: '/teams', name: teamWords.title, needs: 'aid.read', Icon: ClusterOutlined },
  { to: '/meetings', name: meetingWords.title, needs: 'meeting.read', Icon: SolutionOutlined },
  { to: '/work', name: bulkWords.work, needs: 'matter.read', Icon: CarryOutOutlined },
  { to: '/places', name: words.places, needs: 'place.read', Icon: QrcodeOutlined },
  { to: '/calendar', name: words.calendar, needs: 'calendar.read', Icon: CalendarOutlined },
  { to: '/units', name: words.units, needs: 'org.edit', Icon: ApartmentOutlined },
  { to: '/rosters', name: words.rosters, needs: 'org.edit', Icon: FileExcelOutlined },
  { to: '/people', name: words.people, needs: 'org.edit', Icon: TeamOutlined },
  { to: '/partners', name: words.partners, needs: 'org.edit', Icon: ApiOutlined },
  { to: '/categories', name: words.categories, needs: 'rules.edit', Icon: TagsOutlined },
  { to: '/duties', name: dutyWords.title, needs: 'org.read', Icon: ProfileOutlined },
  { to: '/aids/kinds', name: aidWords.kinds, needs: 'rules.edit', Icon: ProfileOutlined },
  { to: '/profile', name: words.profile, needs: 'rules.edit', Icon: FieldTimeOutlined },
  { to: '/templates', name: words.templates, needs: 'template.edit', Icon: SnippetsOutlined },
  { to: '/outlets', name: words.outlets, needs: 'org.edit', Icon: SendOutlined },
  { to: '/security', name: words.security, needs: 'security.edit', Icon: SafetyCertificateOutlined },
  { to: '/subjects', name: words.subjects, needs: 'subject.read', Icon: IdcardOutlined },
  { to: '/registers', name: words.registers, needs: 'record.read', Icon: FileProtectOutlined },
  { to: '/audit', name: words.audit, needs: 'audit.read', Icon: FileSearchOutlined },
]

/** The four lists with their counts, and the tools my posts allow. */
export function RailLinks() {
  const { say } = useWords()
  const me = useMe()
  const { data: counts } = useCounts(me !== undefined && me.permissions.includes('matter.read'))
  const may = (permission: Permission) => me?.permissions.includes(permission) ?? false
  const kept = [
    ['followed', StarOutlined, counts?.news ?? 0],
    ['recent', HistoryOutlined, 0],
  ] as const
  const shownBoxes = boxesFor(me?.permissions ?? [])
  return (
    <>
      {shownBoxes.length > 0 && (
        <ul className="rail-list">
          <li>
            <Link to="/start" search={{}} className="rail-link" activeOptions={{ includeSearch: false }}>
              <HomeOutlined aria-hidden="true" />
              <span>{say(insightWords.start)}</span>
            </Link>
          </li>
          {shownBoxes.map((box) => {
            const Icon = boxIcons[box]
            const count = box === 'closed' ? undefined : counts?.[box]
            return (
              <li key={box}>
                <Link
                  to="/matters/$box"
                  params={{ box }}
                  search={{}}
                  className="rail-link"
                  activeOptions={{ includeSearch: false }}
                >
                  <Icon aria-hidden="true" />
                  <span>{say(matterWords[box])}</span>
                  {count !== undefined && count > 0 && (
                    <b className="number">{cappedCount(count, counts?.cap ?? 999)}</b>
                  )}
                </Link>
              </li>
            )
          })}
          {kept.map(([box, Icon, count]) => (
            <li key={box}>
              <Link
                to="/matters/$box"
                params={{ box }}
                search={{}}
                className="rail-link"
                activeOptions={{ includeSearch: false }}
              >
                <Icon aria-hidden="true" />
                <span>{say(matterWords[box])}</span>
                {count > 0 && <b className="number">{count}</b>}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <ViewLinks isOn={may('matter.read')} />
      <ul className="rail-list">
        {tools
          .filter((tool) => may(tool.needs))
          .map(({ to, name, Icon }) => (
            <li key={to}>
              <Link
                to={to}
                className="rail-link"
                activeOptions={{ exact: to === '/mediations' || to === '/aids', includeSearch: false }}
              >
                <Icon aria-hidden="true" />
                <span>{say(name)}</span>
              </Link>
            </li>
          ))}
      </ul>
    </>
  )
}

/** The same as a column beside every page. */
export function Rail() {
  const { say } = useWords()
  return (
    <nav className="rail" aria-label={say(words.boxesNav)}>
      <RailLinks />
    </nav>
  )
}
