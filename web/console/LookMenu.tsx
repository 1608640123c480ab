import { BgColorsOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { setPreferences, type Theme, usePreferences } from '#web/lib/preferences.ts'
import { useWords } from '#web/lib/words.ts'
import { besideTrigger } from '#web/ui/beside.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { consoleWords as words } from './words.ts'

/** One press to the other language; its name stands in that language. */
export function LanguageSwitch() {
  const { language, say } = useWords()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <Button
      type="text"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      aria-label={say(words.languageName)}
      onClick={() => setPreferences({ language: other })}
    >
      {say(words.otherLanguage)}
    </Button>
  )
}

/** Light or dark, large type, sound. */
export function LookSettings() {
  const { say } = useWords()
  const { theme, isCare, hasSound } = usePreferences()
  const themes: { value: Theme; label: string }[] = [
    { value: 'auto', label: say(words.themeAuto) },
    { value: 'light', label: say(words.themeLight) },
    { value: 'dark', label: say(words.themeDark) },
  ]
  return (
    <div className="form">
      <Choices
        label={say(words.theme)}
        options={themes}
        value={theme}
        onChoose={(value) => setPreferences({ theme: value })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={isCare}
          onChange={(event) => setPreferences({ isCare: event.target.checked })}
        />
        {say(words.care)}
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={hasSound}
          onChange={(event) => setPreferences({ hasSound: event.target.checked })}
        />
        {say(words.sound)}
      </label>
    </div>
  )
}

/** The same behind a button of the header. */
export function LookMenu() {
  const { say } = useWords()
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      getPopupContainer={besideTrigger}
      content={<LookSettings />}
    >
      <Button type="text" icon={<BgColorsOutlined />}>
        {say(words.look)}
      </Button>
    </Popover>
  )
}
