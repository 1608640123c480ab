import { BellOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import type { Answer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { besideTrigger } from '#web/ui/beside.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { useAlarms } from './queries.ts'
import { consoleWords as words } from './words.ts'

type Alarm = Answer<'listAlarms'>['rows'][number]

const tones = { calendarMissing: 'near', calendarProvisional: 'info', workerSilent: 'act' } as const

/** What needs somebody's attention: the number always, the sentences on request. */
export function Alarms() {
  const { say } = useWords()
  const { data } = useAlarms()
  const [isOpen, setOpen] = useState(false)
  const rows = data?.rows ?? []
  const loud = rows.filter((row) => row.kind !== 'calendarProvisional')
  const content = (
    <div className="alarms">
      {rows.length === 0 && <p className="quiet">{say(words.noAlarms)}</p>}
      {rows.map((row) => (
        <AlarmLine key={row.kind + JSON.stringify(row.facts)} alarm={row} onGo={() => setOpen(false)} />
      ))}
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
      title={say(words.alarms)}
    >
      <Button
        type="text"
        icon={<BellOutlined />}
        aria-label={say(words.alarmCount, { count: rows.length })}
        className="alarm-button"
      >
        {loud.length > 0 && <b className="alarm-dot number">{loud.length}</b>}
      </Button>
    </Popover>
  )
}

function AlarmLine({ alarm, onGo }: { alarm: Alarm; onGo: () => void }) {
  const { say } = useWords()
  const isCalendar = alarm.kind !== 'workerSilent'
  return (
    <Notice tone={tones[alarm.kind]}>
      <p>{say(words[alarm.kind], alarm.facts)}</p>
      {isCalendar && (
        <Link
          className="link"
          to="/calendar/$year"
          params={{ year: String(alarm.facts['year'] ?? '') }}
          onClick={onGo}
        >
          {say(words.openCalendar)}
        </Link>
      )}
    </Notice>
  )
}
