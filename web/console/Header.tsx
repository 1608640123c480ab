import { MenuOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { usePhone } from '#web/lib/use-media.ts'
import { useWords } from '#web/lib/words.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { Alarms } from './Alarms.tsx'
import { Brand } from './Brand.tsx'
import { LanguageSwitch, LookMenu, LookSettings } from './LookMenu.tsx'
import { useMe } from './queries.ts'
import { RailLinks } from './Rail.tsx'
import { SearchBox } from './SearchBox.tsx'
import { StandIn } from './StandIn.tsx'
import { consoleWords as words } from './words.ts'

/** Brand, search, language, look, alarms, account; on the phone the rest is behind the menu. */
export function Header({ onHelp }: { onHelp: () => void }) {
  const { say } = useWords()
  const me = useMe()
  const isPhone = usePhone()
  const [isMenuOpen, setMenuOpen] = useState(false)
  return (
    <header className="header">
      {isPhone && (
        <Button
          type="text"
          icon={<MenuOutlined />}
          aria-label={say(words.menu)}
          aria-expanded={isMenuOpen}
          onClick={() => setMenuOpen(true)}
        />
      )}
      {!isPhone && <Brand name={say(words.product)} note={me?.districtName ?? ''} />}
      <SearchBox />
      <div className="header-end">
        {!isPhone && (
          <>
            <LanguageSwitch />
            <LookMenu />
            <Button type="text" icon={<QuestionCircleOutlined />} onClick={onHelp}>
              {say(words.help)}
            </Button>
          </>
        )}
        {!isPhone && <StandIn />}
        <Alarms />
        <AccountMenu />
      </div>
      {isPhone && (
        <Drawer
          open={isMenuOpen}
          onClose={() => setMenuOpen(false)}
          placement="left"
          size={320}
          title={<Brand name={say(words.product)} note={me?.districtName ?? ''} />}
        >
          <div className="form">
            <nav aria-label={say(words.menu)} onClick={() => setMenuOpen(false)} onKeyDown={() => {}}>
              <RailLinks />
            </nav>
            <LookSettings />
            <div>
              <LanguageSwitch />
            </div>
          </div>
        </Drawer>
      )}
    </header>
  )
}
