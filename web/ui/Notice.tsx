import {
  CheckCircleOutlined,
  ExclamationCircleOutlined,
  InfoCircleOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'

const icons = {
  info: InfoCircleOutlined,
  act: ExclamationCircleOutlined,
  near: WarningOutlined,
  good: CheckCircleOutlined,
}

/** A sentence that wants to be read before the rest. `live`: read out when it appears. */
export function Notice({
  tone = 'info',
  live = false,
  action,
  children,
}: {
  tone?: keyof typeof icons
  live?: boolean
  action?: ReactNode
  children: ReactNode
}) {
  const Icon = icons[tone]
  return (
    <div className="notice" data-tone={tone} {...(live ? { role: tone === 'act' ? 'alert' : 'status' } : {})}>
      <Icon aria-hidden="true" />
      <div className="notice-text">{children}</div>
      {action}
    </div>
  )
}
