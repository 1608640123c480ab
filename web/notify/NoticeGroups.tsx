import { CheckOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { clockLabels } from '#contract/words/labels.ts'
import { noticeWords } from '#contract/words/notices.ts'
import { useWords } from '#web/lib/words.ts'
import { When } from '#web/ui/When.tsx'
import { groupNotices, type NoticeGroup, type NoticeRow } from './groups.ts'
import './notify.css'
import { useSee } from './queries.ts'
import { notifyWords as words } from './words.ts'

type Props = { rows: readonly NoticeRow[]; most?: number; onGo?: () => void }

/** Notices by what they are about; opening it marks what was told of it as seen. */
export function NoticeGroups({ rows, most = 100, onGo }: Props) {
  return (
    <ul className="notices">
      {groupNotices(rows).map((group) => (
        <Group key={group.about.id} group={group} most={most} onGo={onGo} />
      ))}
    </ul>
  )
}

type GroupProps = { group: NoticeGroup; most: number; onGo: (() => void) | undefined }

function Group({ group, most, onGo }: GroupProps) {
  const { say } = useWords()
  const see = useSee()
  const { about, rows, newIds } = group
  const name = about.is === 'meeting' ? about.title : about.is === 'team' ? about.name : about.number
  const isNew = newIds.length > 0
  const seeThese = () => see.mutate({ ids: newIds })
  const go = {
    className: 'notice-link',
    onClick: () => {
      if (isNew) seeThese()
      onGo?.()
    },
  }
  return (
    <li className="notice-group" data-new={isNew ? 'yes' : 'no'}>
      <div className="notice-group-head">
        {about.is === 'meeting' && (
          <Link to="/meetings/$id" params={{ id: about.id }} {...go}>
            <b>{about.title || say(words.meeting)}</b>
          </Link>
        )}
        {about.is === 'exclusion' && (
          <Link to="/evaluation/exclusions/$id" params={{ id: about.id }} {...go}>
            <b>{say(words.exclusion)}</b> <small className="number quiet">{about.number}</small>
          </Link>
        )}
        {about.is === 'matter' && (
          <Link to="/matters/$box/$id" params={{ box: 'all', id: about.id }} search={{}} {...go}>
            <b>{about.title}</b> <small className="number quiet">{about.number}</small>
          </Link>
        )}
        {about.is === 'whistle' && (
          <Link to="/whistles/$id" params={{ id: about.id }} {...go}>
            <b>{say(words.whistleOf, { unit: about.unitName })}</b>{' '}
            <small className="number quiet">{about.number}</small>
          </Link>
        )}
        {about.is === 'aid' && (
          <Link to="/aids/$id" params={{ id: about.id }} {...go}>
            <b>{say(words.aidOf, { unit: about.unitName })}</b>{' '}
            <small className="number quiet">{about.number}</small>
          </Link>
        )}
        {about.is === 'team' && (
          <Link to="/teams/$id" params={{ id: about.id }} {...go}>
            <b>{about.name}</b>
          </Link>
        )}
        {isNew && (
          <Button
            type="text"
            icon={<CheckOutlined />}
            aria-label={say(words.seeOf, { number: name })}
            title={say(words.see)}
            loading={see.isPending}
            onClick={seeThese}
          />
        )}
      </div>
      <ul className="notice-lines">
        {rows.slice(0, most).map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </ul>
    </li>
  )
}

function Line({ row }: { row: NoticeRow }) {
  const { say } = useWords()
  const clock = row.clock === null ? '' : say(clockLabels[row.clock])
  return (
    <li>
      {row.isNew && <span className="notice-new">{say(words.isNew)}</span>}
      {row.pressing === 'critical' && (
        <span className="flag" data-tone="act">
          {say(words.critical)}
        </span>
      )}
      <span>{say(noticeWords[row.kind], { clock })}</span>
      <small className="quiet">
        <When at={row.createdAt} />
        {row.byName !== null && ` · ${say(words.by, { name: row.byName })}`}
        {row.unitName !== null && ` · ${say(words.toUnit, { unit: row.unitName })}`}
      </small>
    </li>
  )
}
