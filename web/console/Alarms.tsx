import { BellOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Popover } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { noticeCap } from '#contract/notice.ts'
import type { Answer } from '#web/lib/api.ts'
import { playChime } from '#web/lib/chime.ts'
import { readPreferences } from '#web/lib/preferences.ts'
import { useWords } from '#web/lib/words.ts'
import { cappedCount } from '#web/matter/counts.ts'
import { FreshNotices } from '#web/notify/FreshNotices.tsx'
import { useFresh } from '#web/notify/queries.ts'
import { besideTrigger } from '#web/ui/beside.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { useAlarms, useMay } from './queries.ts'
import { consoleWords as words } from './words.ts'

type Alarm = Answer<'listAlarms'>['rows'][number]

const tones = {
  calendarMissing: 'near',
  calendarProvisional: 'info',
  workerSilent: 'act',
  clockAhead: 'act',
} as const

/** The bell: what I was told and what needs somebody's attention; the number always, the sentences on request. */
export function Alarms() {
  const { say } = useWords()
  const mayRead = useMay('matter.read')
  const { data } = useAlarms()
  const fresh = useFresh(mayRead).data?.fresh ?? 0
  const [isOpen, setOpen] = useState(false)
  useChime(fresh)
  const rows = data?.rows ?? []
  const loud = rows.filter((row) => row.kind !== 'calendarProvisional').length
  const content = (
    <div className="alarms">
      {rows.map((row) => (
        <AlarmLine key={row.kind + JSON.stringify(row.facts)} alarm={row} onGo={() => setOpen(false)} />
      ))}
      {mayRead
        ? isOpen && <FreshNotices onGo={() => setOpen(false)} />
        : rows.length === 0 && <p className="quiet">{say(words.noAlarms)}</p>}
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
        aria-label={say(words.alarmCount, { count: cappedCount(fresh + rows.length, noticeCap) })}
        className="alarm-button"
      >
        {fresh + loud > 0 && (
          <b className="alarm-dot number" data-tone={loud > 0 ? 'act' : 'new'}>
            {cappedCount(fresh + loud, noticeCap)}
          </b>
        )}
      </Button>
    </Popover>
  )
}

/** One soft sound when something new was told, where its reader switched that on. */
function useChime(fresh: number): void {
  const last = useRef<number>(undefined)
  useEffect(() => {
    if (last.current !== undefined && fresh > last.current && readPreferences().hasSound) playChime()
    last.current = fresh
  }, [fresh])
}

function AlarmLine({ alarm, onGo }: { alarm: Alarm; onGo: () => void }) {
  const { say } = useWords()
  const isCalendar = alarm.kind === 'calendarMissing' || alarm.kind === 'calendarProvisional'
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
