/** @jsxImportSource preact */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { handOut } from '#web/lib/hand-out.ts'
import { type Opened, type Outcome, type Tracking, trackFile } from '../api.ts'
import { closeDialog, showDialog } from '../dialog.ts'
import { useSay } from '../reader.ts'
import { startWords } from '../words/start.ts'
import { trackWords } from '../words/track.ts'

type File = Tracking['files'][number]
/** How the bytes of a file are asked for; the same function as long as it is the same place. */
export type LoadFile = (fileId: string, size: 'full' | 'small') => Promise<Outcome<Blob>>
type Where = { load: LoadFile }

/** The bytes as an address the page can show; the code travels in the body, so a plain <img> cannot ask for them. */
function useBytes(file: File, size: 'full' | 'small', isWanted: boolean, { load }: Where) {
  const [url, setUrl] = useState<string>()
  const [tries, setTries] = useState(0)
  const [isGone, setGone] = useState(false)
  useEffect(() => {
    if (!isWanted) return
    let made: string | undefined
    let isOver = false
    setGone(false)
    void load(file.id, size).then((outcome) => {
      if (isOver) return
      if ('ok' in outcome) setUrl((made = URL.createObjectURL(outcome.ok)))
      else setGone(true)
    })
    return () => {
      isOver = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [file.id, size, isWanted, load, tries])
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
    const outcome = await where.load(file.id, 'full')
    setProblem(!('ok' in outcome))
    if ('ok' in outcome) handOut(outcome.ok, file.name)
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

/** Photos to look at and papers to download, of an appeal. */
export function TrackedFiles({ files, opened }: { opened: Opened; files: readonly File[] }) {
  const load = useCallback<LoadFile>((fileId, size) => trackFile(opened, fileId, size), [opened])
  return <ShownFiles files={files} load={load} />
}

/** Photos to look at and papers to download. */
export function ShownFiles({ files, ...where }: Where & { files: readonly File[] }) {
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
