import {
  LeftOutlined,
  RightOutlined,
  RotateRightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useWords } from '#web/lib/words.ts'
import type { ShownFile } from './FileGrid.tsx'
import { uiWords } from './ui-words.ts'

type Props = { pictures: readonly ShownFile[]; at: number; onAt: (at: number) => void; onClose: () => void }
type View = { zoom: number; turn: number }

const whole: View = { zoom: 1, turn: 0 }
const most = 4

/** Pictures one at a time: arrows go on, + and − zoom, R turns on the screen only, Escape closes and gives the focus back. */
export function Lightbox({ pictures, at, onAt, onClose }: Props) {
  const { say } = useWords()
  const [{ zoom, turn }, setView] = useState(whole)
  // It is taken away as a whole when it closes, so the dialog itself has no time to give the focus back.
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus()
    },
    [opener],
  )
  const open = pictures[at]
  if (!open) return null
  // round and round: a button that is switched off under the finger would lose the keyboard
  const go = (step: number) => {
    onAt((at + step + pictures.length) % pictures.length)
    setView(whole)
  }
  const zoomBy = (factor: number) =>
    setView((view) => ({ ...view, zoom: Math.min(Math.max(view.zoom * factor, 1), most) }))
  const turnOn = () => setView((view) => ({ ...view, turn: (view.turn + 90) % 360 }))
  const onKeyDown = (event: KeyboardEvent) => {
    const keys: Record<string, () => void> = {
      ArrowLeft: () => go(-1),
      ArrowRight: () => go(1),
      '+': () => zoomBy(1.5),
      '=': () => zoomBy(1.5),
      '-': () => zoomBy(1 / 1.5),
      '0': () => setView(whole),
      r: turnOn,
    }
    const act = keys[event.key]
    const scrolls = event.key.startsWith('Arrow') && (event.target as HTMLElement).closest('.viewer-frame')
    if (!act || scrolls || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    act()
  }
  const name = open.name || say(uiWords.photo, { index: at + 1 })
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      width="min(94vw, 72rem)"
      title={
        pictures.length > 1 ? say(uiWords.ofMany, { name, index: at + 1, count: pictures.length }) : name
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys for the buttons below, wherever the focus is */}
      <div className="viewer" onKeyDown={onKeyDown}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is larger than its frame is scrolled by the keyboard too */}
        <section
          className="viewer-frame"
          aria-label={name}
          data-zoomed={zoom > 1 ? 'yes' : 'no'}
          tabIndex={zoom > 1 ? 0 : undefined}
        >
          <img
            src={open.fullUrl}
            alt={name}
            style={{
              transform: `rotate(${turn}deg)`,
              ...(zoom > 1 ? { maxWidth: 'none', maxHeight: 'none', width: `${zoom * 100}%` } : {}),
            }}
          />
        </section>
        <div className="form-actions">
          {pictures.length > 1 && (
            <>
              <Button icon={<LeftOutlined />} onClick={() => go(-1)}>
                {say(uiWords.previous)}
              </Button>
              <Button icon={<RightOutlined />} autoFocus onClick={() => go(1)}>
                {say(uiWords.next)}
              </Button>
            </>
          )}
          <Button icon={<ZoomInOutlined />} onClick={() => zoomBy(1.5)}>
            {say(uiWords.zoomIn)}
          </Button>
          <Button icon={<ZoomOutOutlined />} onClick={() => zoomBy(1 / 1.5)}>
            {say(uiWords.zoomOut)}
          </Button>
          <Button icon={<RotateRightOutlined />} onClick={turnOn}>
            {say(uiWords.turn)}
          </Button>
          <a className="link" href={open.fullUrl} target="_blank" rel="noreferrer">
            {say(uiWords.openFile)}
          </a>
        </div>
      </div>
    </Modal>
  )
}
