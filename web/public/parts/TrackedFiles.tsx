/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Opened, type Tracking, trackFile } from '../api.ts'
import { closeDialog, showDialog } from '../dialog.ts'
import { useSay } from '../reader.ts'
import { startWords } from '../words/start.ts'
import { trackWords } from '../words/track.ts'

type File = Tracking['files'][number]
type Where = { opened: Opened }

/** The bytes as an address the page can show; the code travels in the body, so a plain <img> cannot ask for them. */
function useBytes(file: File, size: 'full' | 'small', isWanted: boolean, { opened }: Where) {
  const [url, setUrl] = useState<string>()
  const [tries, setTries] = useState(0)
  const [isGone, setGone] = useState(false)
  useEffect(() => {
    if (!isWanted) return
    let made: string | undefined
    let isOver = false
    setGone(false)
    void trackFile(opened, file.id, size).then((outcome) => {
      if (isOver) return
      if ('ok' in outcome) setUrl((made = URL.createObjectURL(outcome.ok)))
      else setGone(true)
    })
    return () => {
      isOver = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [file.id, size, isWanted, opened, tries])
  return { url, isGone, again: () => setTries((n) => n + 1) }
}

function Photo({ file, ...where }: Where & { file: File }) {
  const { say } = useSay()
  const [isOpen, setOpen] = useState(false)
  const small = useBytes(file, 'small', true, where)
  const full = useBytes(file, 'full', isOpen, where)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isOpen) showDialog(dialog.current)
  }, [isOpen])
  const label = say(small.isGone ? trackWords.photoGone : trackWords.photo, { name: file.name })
  return (
    <li>
      <button
        type="button"
        class="photo"
        aria-label={label}
        onClick={() => (small.isGone ? small.again() : setOpen(true))}
      >
        {small.url ? (
          <img src={small.url} alt="" />
        ) : (
          <span class="blank">{small.isGone && say(trackWords.photoGone)}</span>
        )}
      </button>
      <dialog ref={dialog} class="viewer" aria-label={file.name} onClose={() => setOpen(false)}>
        {isOpen && (
          <>
            <img src={full.url ?? small.url} alt={file.name} />
            <button type="button" onClick={() => closeDialog(dialog.current)}>
              {say(startWords.close)}
            </button>
          </>
        )}
      </dialog>
    </li>
  )
}

function Paper({ file, ...where }: Where & { file: File }) {
  const { say } = useSay()
  const [problem, setProblem] = useState(false)
  const download = async () => {
    const outcome = await trackFile(where.opened, file.id, 'full')
    setProblem(!('ok' in outcome))
    if (!('ok' in outcome)) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(outcome.ok)
    link.download = file.name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  }
  return (
    <li>
      <button type="button" onClick={() => void download()}>
        {say(trackWords.file, { name: file.name })}
      </button>
      <span class="error" role="status">
        {problem && say(startWords.whyServer)}
      </span>
    </li>
  )
}

/** Photos to look at and papers to download. */
export function TrackedFiles({ files, ...where }: Where & { files: readonly File[] }) {
  if (files.length === 0) return null
  return (
    <ul class="tiles">
      {files.map((file) =>
        file.mime.startsWith('image/') ? (
          <Photo key={file.id} file={file} {...where} />
        ) : (
          <Paper key={file.id} file={file} {...where} />
        ),
      )}
    </ul>
  )
}
