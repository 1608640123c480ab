import { LogoutOutlined, UserOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Popover } from 'antd'
import { useState } from 'react'
import { call } from '#web/lib/api.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { usePhone } from '#web/lib/use-media.ts'
import { useWords } from '#web/lib/words.ts'
import { Avatar } from '#web/ui/Avatar.tsx'
import { besideTrigger } from '#web/ui/beside.ts'
import { useMe } from './queries.ts'
import { SeatName } from './SeatName.tsx'
import { StandIn } from './StandIn.tsx'
import { consoleWords as words } from './words.ts'

/** Who I am, my page, and the way out. */
export function AccountMenu() {
  const { language, say } = useWords()
  const me = useMe()
  const isPhone = usePhone()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  if (!me) return null

  const signOut = async () => {
    try {
      await call('signOut', {})
      queryClient.clear()
      await navigate({ to: '/sign-in', search: {} })
    } catch (error) {
      message.error(failureWords(error, language))
    }
  }
  const content = (
    <div className="account-menu">
      <b>{me.name}</b>
      {me.seats.map((seat) => (
        <span key={seat.postId} className="quiet">
          <SeatName seat={seat} />
        </span>
      ))}
      {isPhone && <StandIn />}
      <Link to="/account" className="link" onClick={() => setOpen(false)}>
        <UserOutlined aria-hidden="true" /> {say(words.account)}
      </Link>
      <Button icon={<LogoutOutlined />} onClick={() => void signOut()}>
        {say(words.signOut)}
      </Button>
    </div>
  )
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      getPopupContainer={besideTrigger}
      open={isOpen}
      onOpenChange={setOpen}
      content={content}
    >
      <Button type="text" className="account-button">
        <Avatar name={me.name} />
        <span className="hidden-text">{say(words.account)}</span>
        <span className={isPhone ? 'hidden-text' : undefined}>{me.name}</span>
      </Button>
    </Popover>
  )
}
