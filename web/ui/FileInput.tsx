import { CameraOutlined, CloseOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { failureWords } from '#web/lib/failure-words.ts'
import { newId } from '#web/lib/ids.ts'
import { usePhone } from '#web/lib/use-media.ts'
import { useWords } from '#web/lib/words.ts'
import { uiWords } from './ui-words.ts'

export type KeptFile = { id: string; name: string; isPicture: boolean }

const accept = 'image/jpeg,image/png,image/webp,image/heic,application/pdf'

/** Pictures chosen in this visit, drawn from memory: the server shows a file only once it belongs to something. */
const previews = new Map<string, string>()

/** Sends files as soon as they are chosen, so that the form itself is quick; what is sent stays in the draft. */
export function FileInput({
  label,
  value,
  onChange,
  send,
  max = 9,
}: {
  label: string
  value: readonly KeptFile[]
  onChange: (files: KeptFile[]) => void
  send: (id: string, file: File, onProgress: (share: number) => void) => Promise<unknown>
  max?: number
}) {
  const { language, say } = useWords()
  const isPhone = usePhone()
  const [going, setGoing] = useState<{ id: string; name: string; share: number }[]>([])
  const [failed, setFailed] = useState<{ id: string; file: File; words: string }[]>([])
  const [left, setLeft] = useState<string[]>([])
  const [told, setTold] = useState('')
  const pickInput = useRef<HTMLInputElement>(null)
  const cameraInput = useRef<HTMLInputElement>(null)
  const latest = useRef(value)
  latest.current = value

  const sendOne = async (file: File, id = newId()) => {
    setFailed((list) => list.filter((one) => one.id !== id))
    setGoing((list) => [...list, { id, name: file.name, share: 0 }])
    try {
      await send(id, file, (share) =>
        setGoing((list) => list.map((one) => (one.id === id ? { ...one, share } : one))),
      )
      if (file.type.startsWith('image/')) previews.set(id, URL.createObjectURL(file))
      // known at once: the next file may have gone before this one is drawn
      latest.current = [...latest.current, { id, name: file.name, isPicture: file.type.startsWith('image/') }]
      onChange([...latest.current])
      setTold(say(uiWords.sent, { name: file.name }))
    } catch (error) {
      setFailed((list) => [...list, { id, file, words: failureWords(error, language) }])
    } finally {
      setGoing((list) => list.filter((one) => one.id !== id))
    }
  }
  const choose = async (list: FileList | null) => {
    const chosen = [...(list ?? [])]
    const room = Math.max(0, max - latest.current.length - going.length)
    setLeft(chosen.slice(room).map((file) => file.name))
    for (const file of chosen.slice(0, room)) await sendOne(file)
  }
  const isFull = value.length + going.length >= max

  return (
    <div className="field">
      <span aria-live="polite" className="hidden-text">
        {told}
      </span>
      <div className="form-actions">
        {isPhone && (
          <Button icon={<CameraOutlined />} disabled={isFull} onClick={() => cameraInput.current?.click()}>
            {say(uiWords.takePhoto)}
          </Button>
        )}
        <Button icon={<PaperClipOutlined />} disabled={isFull} onClick={() => pickInput.current?.click()}>
          {say(uiWords.addFile)}
        </Button>
        <span className="field-hint">{say(uiWords.filesHint, { max })}</span>
      </div>
      <input
        ref={pickInput}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          void choose(event.target.files)
          event.target.value = ''
        }}
      />
      <input
        ref={cameraInput}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        aria-label={say(uiWords.takePhoto)}
        onChange={(event) => {
          void choose(event.target.files)
          event.target.value = ''
        }}
      />
      {value.length > 0 && (
        <ul className="files">
          {value.map((file) => (
            <li key={file.id} className="file-item">
              <span className="file">
                {previews.has(file.id) ? (
                  <img src={previews.get(file.id)} alt={file.name} />
                ) : (
                  <span>{file.name}</span>
                )}
              </span>
              <button
                type="button"
                className="file-remove"
                aria-label={say(uiWords.removeFile, { name: file.name })}
                onClick={() => onChange(value.filter((one) => one.id !== file.id))}
              >
                <CloseOutlined aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {going.map((one) => (
        <progress key={one.id} value={one.share} aria-label={say(uiWords.sending, { name: one.name })} />
      ))}
      {left.length > 0 && (
        <div className="field-error files-left" role="alert">
          {say(uiWords.filesLeft, {
            max,
            count: left.length,
            names: left.join(language === 'zh' ? '、' : ', '),
          })}
        </div>
      )}
      {failed.map((one) => (
        <div key={one.id} className="field-error" role="alert">
          <span>
            {one.file.name}：{one.words}
          </span>
          <button type="button" className="link" onClick={() => void sendOne(one.file, one.id)}>
            {say(uiWords.retry)}
          </button>
        </div>
      ))}
    </div>
  )
}
