import { FilterOutlined, SettingOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '#web/lib/words.ts'
import { addressOf, useViews } from './queries.ts'
import './view.css'
import { ViewsSheet } from './ViewsSheet.tsx'
import { viewWords as words } from './words.ts'

/** The saved views below the lists of the rail. */
export function ViewLinks({ isOn }: { isOn: boolean }) {
  const { say } = useWords()
  const { data } = useViews(isOn)
  const [isManaging, setManaging] = useState(false)
  const views = data?.rows ?? []
  if (views.length === 0) return null
  return (
    <>
      <div className="rail-heading">
        <span id="views-heading">{say(words.views)}</span>
        <Button
          type="text"
          icon={<SettingOutlined />}
          aria-label={say(words.manage)}
          onClick={() => setManaging(true)}
        />
      </div>
      <ul className="rail-list" aria-labelledby="views-heading">
        {views.map((view) => (
          <li key={view.id}>
            <Link {...addressOf(view)} className="rail-link">
              <FilterOutlined aria-hidden="true" />
              <span>{view.name}</span>
            </Link>
          </li>
        ))}
      </ul>
      <ViewsSheet isOpen={isManaging} onClose={() => setManaging(false)} />
    </>
  )
}
