import { PrinterOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { SlipView } from '#contract/slip.ts'
import { useWords } from '#web/lib/words.ts'
import { deskWords } from './desk-words.ts'
import { SlipPaper } from './SlipPaper.tsx'
import { intakeWords as words } from './words.ts'

/** What was registered, for the screen and for the printer, and the way to the next one. */
export function Slip({ slip, onAnother }: { slip: SlipView; onAnother: () => void }) {
  const { say } = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onAnother()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onAnother])
  return (
    <div className="page">
      <section aria-labelledby="slip-title">
        <h1 ref={title} tabIndex={-1} className="screen-only slip-done">
          {say(words.registered)}
        </h1>
        <p className="screen-only">{say(words.slipLead)}</p>
        <SlipPaper slip={slip} titleId="slip-title" />
      </section>
      <div className="form-actions screen-only">
        <Button type="primary" onClick={onAnother}>
          {say(words.another)}
        </Button>
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {say(deskWords.print)}
        </Button>
        <Link className="link" to="/matters/$box/$id" params={{ box: 'area', id: slip.matterId }} search={{}}>
          {say(words.openMatter)}
        </Link>
        <span className="quiet desk-only">{say(deskWords.nextKeys)}</span>
      </div>
    </div>
  )
}
