import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '#web/lib/words.ts'
import { uiWords } from './ui-words.ts'

export type ShownFile = { id: string; name: string; isPicture: boolean; smallUrl: string; fullUrl: string }

/** Pictures as small squares that open large; other files by name. */
export function FileGrid({ files }: { files: readonly ShownFile[] }) {
  const { say } = useWords()
  const [openAt, setOpenAt] = useState<number>()
  const pictures = files.filter((file) => file.isPicture)
  const open = openAt === undefined ? undefined : pictures[openAt]
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
      <Modal
        open={open !== undefined}
        onCancel={() => setOpenAt(undefined)}
        footer={null}
        width="min(92vw, 60rem)"
        title={open?.name || (openAt === undefined ? '' : say(uiWords.photo, { index: openAt + 1 }))}
        destroyOnHidden
      >
        {open && (
          <div className="viewer">
            <img src={open.fullUrl} alt={open.name || say(uiWords.photo, { index: (openAt ?? 0) + 1 })} />
            <div className="form-actions">
              {pictures.length > 1 && (
                <>
                  <Button disabled={openAt === 0} onClick={() => setOpenAt((openAt ?? 0) - 1)}>
                    {say(uiWords.previous)}
                  </Button>
                  <Button
                    disabled={openAt === pictures.length - 1}
                    onClick={() => setOpenAt((openAt ?? 0) + 1)}
                  >
                    {say(uiWords.next)}
                  </Button>
                </>
              )}
              <a className="link" href={open.fullUrl} target="_blank" rel="noreferrer">
                {say(uiWords.openFile)}
              </a>
            </div>
          </div>
        )}
      </Modal>
    </>
  )
}
