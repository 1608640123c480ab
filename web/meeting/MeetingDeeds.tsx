import { Button } from 'antd'
import { useState } from 'react'
import type { MeetingPage } from '#contract/meeting.ts'
import { useWords } from '#web/lib/words.ts'
import { type Deed, MeetingDeed } from './MeetingDeed.tsx'
import { pageWords as words } from './page-words.ts'

const deeds = ['confirm', 'note', 'change', 'adjourn', 'cancel'] as const satisfies readonly Deed[]

/** What I may do with the meeting now, the likely thing first. */
export function MeetingDeeds({ meeting, onWrite }: { meeting: MeetingPage; onWrite: () => void }) {
  const { say } = useWords()
  const [deed, setDeed] = useState<Deed>()
  const isWritten = meeting.present.length > 0
  const shown = deeds.filter((one) => meeting.may.includes(one) && (one !== 'confirm' || isWritten))
  const mayWrite = meeting.may.includes('record')
  if (shown.length === 0 && !mayWrite) return null
  return (
    <div className="form-actions">
      {mayWrite && (
        <Button type={isWritten ? 'default' : 'primary'} onClick={onWrite}>
          {say(words.record)}
        </Button>
      )}
      {shown.map((one) => (
        <Button
          key={one}
          type={one === 'confirm' ? 'primary' : 'default'}
          danger={one === 'cancel'}
          onClick={() => setDeed(one)}
        >
          {say(words[one])}
        </Button>
      ))}
      {deed && <MeetingDeed meeting={meeting} deed={deed} onClose={() => setDeed(undefined)} />}
    </div>
  )
}
