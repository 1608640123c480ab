import { FilePdfOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import { verbLabels } from '#contract/words/labels.ts'
import { sentences, useWords } from '#web/lib/words.ts'
import { Lightbox } from '#web/ui/Lightbox.tsx'
import { uiWords } from '#web/ui/ui-words.ts'
import { When } from '#web/ui/When.tsx'
import { sizeWords } from './file-words.ts'
import { filesOf, shownFiles } from './files.ts'
import { whoOf } from './story-words.ts'

const words = sentences({
  title: { zh: '全部附件（{count}）', en: 'All files ({count})' },
  picture: { zh: '照片，{size}', en: 'photo, {size}' },
  pdf: { zh: 'PDF 文件，{size}', en: 'PDF, {size}' },
  thePerson: { zh: '诉求人', en: 'the person' },
  more: { zh: '再看 {count} 个', en: 'Show {count} more' },
  keep: { zh: '下载', en: 'Download' },
  keepName: { zh: '下载 {name}', en: 'Download {name}' },
})

const atFirst = 6

/** Every paper and photo of the matter in one place: what it is, who brought it, when and with which step. */
export function FilesPanel({ matter }: { matter: MatterPage }) {
  const { language, say } = useWords()
  const [isAll, setAll] = useState(false)
  const [openAt, setOpenAt] = useState<number>()
  const files = filesOf(matter.actionLog)
  if (files.length === 0) return null
  const shown = shownFiles(files.map(({ file }) => file))
  const pictures = shown.filter((file) => file.isPicture)
  return (
    <section className="panel" aria-labelledby="files-title">
      <header>
        <h2 id="files-title">{say(words.title, { count: files.length })}</h2>
      </header>
      <ul className="file-lines">
        {files.slice(0, isAll ? files.length : atFirst).map(({ file, action }, index) => {
          const one = shown[index]
          if (!one) return null
          const size = sizeWords(file.bytes)
          const isPerson = action.actor.kind === 'resident' || action.actor.kind === 'visitor'
          const name = file.name || say(uiWords.photo, { index: index + 1 })
          return (
            <li key={file.id}>
              {one.isPicture ? (
                <button type="button" className="file" onClick={() => setOpenAt(pictures.indexOf(one))}>
                  <img src={one.smallUrl} alt={say(uiWords.viewFile, { name })} loading="lazy" />
                </button>
              ) : (
                <a
                  className="file"
                  href={one.fullUrl}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={say(uiWords.viewFile, { name })}
                >
                  <FilePdfOutlined aria-hidden="true" />
                </a>
              )}
              <div>
                <p className="file-name">{name}</p>
                <p className="quiet">
                  {say(one.isPicture ? words.picture : words.pdf, { size })} ·{' '}
                  <a className="link" href={one.keepUrl} aria-label={say(words.keepName, { name })}>
                    {say(words.keep)}
                  </a>
                </p>
                <p className="quiet">
                  {isPerson ? say(words.thePerson) : whoOf(action.actor, language)} ·{' '}
                  {say(verbLabels[action.verb])} · <When at={action.at} />
                </p>
              </div>
            </li>
          )
        })}
      </ul>
      {files.length > atFirst && !isAll && (
        <div className="voices-more">
          <button type="button" className="link" onClick={() => setAll(true)}>
            {say(words.more, { count: files.length - atFirst })}
          </button>
        </div>
      )}
      {openAt !== undefined && (
        <Lightbox pictures={pictures} at={openAt} onAt={setOpenAt} onClose={() => setOpenAt(undefined)} />
      )}
    </section>
  )
}
