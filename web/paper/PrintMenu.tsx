import { PrinterOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import type { MatterPage } from '#contract/matter.ts'
import { paperLabels } from '#contract/words/labels.ts'
import { papersFor } from '#domain/paper/paper.ts'
import { useWords } from '#web/lib/words.ts'
import { paperWords as words } from './words.ts'

/** This page, and the papers that fit the matter as it stands. */
export function PrintMenu({ matter }: { matter: MatterPage }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const done = matter.actionLog.map((action) => action.verb)
  const items = [
    ...papersFor({ ...matter, done }).map((paper) => ({
      key: paper,
      label: say(paperLabels[paper]),
      onClick: () => void navigate({ to: '/print/$id/$paper', params: { id: matter.id, paper } }),
    })),
    { type: 'divider' as const },
    { key: 'page', label: say(words.thisPage), onClick: () => window.print() },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" size="small" icon={<PrinterOutlined />} className="print-button">
        {say(words.menu)}
      </Button>
    </Dropdown>
  )
}
