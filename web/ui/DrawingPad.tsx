import { Button } from 'antd'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { type Ink, inkOn } from '#web/lib/ink.ts'
import { useWords } from '#web/lib/words.ts'
import { uiWords } from './ui-words.ts'

/** Where somebody writes their name with a finger, a pen or the mouse; who cannot is offered another way by the form around it. */
export function DrawingPad({
  label,
  inkRef,
  onWritten,
}: {
  label: string
  /** Filled with what is written, for whoever sends it. */
  inkRef: RefObject<Ink | null>
  onWritten?: () => void
}) {
  const { say } = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isEmpty, setEmpty] = useState(true)
  const told = useRef(onWritten)
  told.current = onWritten
  useEffect(() => {
    if (!canvas.current) return
    const made = inkOn(canvas.current, () => {
      setEmpty(made.isEmpty())
      told.current?.()
    })
    inkRef.current = made
    return () => {
      made.stop()
      inkRef.current = null
    }
  }, [inkRef])
  return (
    <div className="pad">
      <canvas ref={canvas} className="pad-paper" role="img" aria-label={label} />
      <div className="pad-foot">
        <span className="quiet" role="status">
          {say(isEmpty ? uiWords.padEmpty : uiWords.padWritten)}
        </span>
        <Button size="small" disabled={isEmpty} onClick={() => inkRef.current?.clear()}>
          {say(uiWords.padClear)}
        </Button>
      </div>
    </div>
  )
}
