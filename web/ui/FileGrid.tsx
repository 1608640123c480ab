import { useState } from 'react'
import { useWords } from '#web/lib/words.ts'
import { Lightbox } from './Lightbox.tsx'
import { uiWords } from './ui-words.ts'

export type ShownFile = { id: string; name: string; isPicture: boolean; smallUrl: string; fullUrl: string }

/** Pictures as small squares that open large; other files by name. */
export function FileGrid({ files }: { files: readonly ShownFile[] }) {
  const { say } = useWords()
  const [openAt, setOpenAt] = useState<number>()
  const pictures = files.filter((file) => file.isPicture)
  if (files.length === 0) return null
  return (
    <>
      <ul className="files">
        {files.map((file, index) => (
          <li key={file.id}>
            {file.isPicture ? (
              <button type="button" className="file" onClick={() => setOpenAt(pictures.indexOf(file))}>
                <img
                  src={file.smallUrl}
                  alt={say(uiWords.viewFile, { name: file.name || say(uiWords.photo, { index: index + 1 }) })}
                  loading="lazy"
                />
              </button>
            ) : (
              <a className="file" href={file.fullUrl} target="_blank" rel="noreferrer">
                <span>{file.name || 'PDF'}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      {openAt !== undefined && (
        <Lightbox pictures={pictures} at={openAt} onAt={setOpenAt} onClose={() => setOpenAt(undefined)} />
      )}
    </>
  )
}
