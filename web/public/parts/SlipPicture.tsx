/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { spacedQueryCode } from '#domain/matter/number.ts'
import { closeDialog, showDialog } from '../dialog.ts'
import type { Mine } from '../mine.ts'
import { trackPath } from '../paths.ts'
import { useSay } from '../reader.ts'
import { dueWords } from '../when.ts'
import { stairwellWords } from '../words/stairwell.ts'
import { startWords } from '../words/start.ts'

/** The slip as a picture. It is shown too, since chat programs take a long press and no download. */
export function SlipPicture({ receipt }: { receipt: Mine }) {
  const { say, language } = useSay()
  const [url, setUrl] = useState<string>()
  const [isFailed, setFailed] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!url) return
    showDialog(dialog.current)
    return () => URL.revokeObjectURL(url)
  }, [url])

  const make = async () => {
    try {
      const { drawSlip } = await import('../slip.ts')
      const due = receipt.dueAt === null ? '' : dueWords(Date.parse(receipt.dueAt), receipt.sentAt, language)
      const blob = await drawSlip({
        brand: say(startWords.brand),
        title: say(stairwellWords.pictureTitle),
        place: receipt.label,
        codeLabel: say(stairwellWords.yourCode),
        code: spacedQueryCode(receipt.queryCode),
        lines: [
          `${say(stairwellWords.number)} ${receipt.number}`,
          say(due ? stairwellWords.receivedDue : stairwellWords.receivedOpen, {
            holder: receipt.holderName,
            due,
          }),
        ],
        scan: say(stairwellWords.pictureScan),
        url: location.origin + trackPath(receipt.district, receipt.queryCode),
      })
      setFailed(blob === undefined)
      if (blob) setUrl(URL.createObjectURL(blob))
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <button type="button" onClick={() => void make()}>
        {say(stairwellWords.picture)}
      </button>
      <span class="hint" role="status">
        {isFailed && say(stairwellWords.pictureFailed)}
      </span>
      <dialog
        ref={dialog}
        class="slip-picture"
        aria-label={say(stairwellWords.pictureTitle)}
        onClose={() => setUrl(undefined)}
      >
        {url && (
          <>
            <img src={url} alt={`${say(stairwellWords.yourCode)} ${spacedQueryCode(receipt.queryCode)}`} />
            <p class="hint">{say(stairwellWords.pictureHint)}</p>
            <div class="row">
              <a class="button primary" href={url} download={`${receipt.number}.png`}>
                {say(stairwellWords.pictureDownload)}
              </a>
              <button type="button" onClick={() => closeDialog(dialog.current)}>
                {say(startWords.close)}
              </button>
            </div>
          </>
        )}
      </dialog>
    </>
  )
}
