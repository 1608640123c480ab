import type { PaperView } from '#contract/paper.ts'
import { papers } from '#domain/paper/paper.ts'
import { exactTime } from '#web/lib/time.ts'
import { QrPicture } from '#web/ui/QrPicture.tsx'
import { titles, chinese as words } from './chinese.ts'
import { FormPaper } from './FormPaper.tsx'
import { LetterPaper } from './LetterPaper.tsx'

/** One paper as it leaves the printer, always black on white. */
export function Sheet({ view, label, isOnRecord }: { view: PaperView; label: string; isOnRecord: boolean }) {
  const at = view.refusal && view.paper === 'refusal' ? view.refusal.at : view.printedAt
  const day = exactTime(Date.parse(at), 'zh').split(' ')[0]
  // a paper that charges a unit comes from whoever charged it
  const office = (papers[view.paper].to === 'unit' && view.dispatch?.byUnit) || view.centreName
  const footer = words.footer
    .replace('{name}', view.printedBy)
    .replace('{time}', exactTime(Date.parse(view.printedAt), 'zh'))
  return (
    <article
      className="paper-sheet"
      lang="zh-CN"
      aria-label={label}
      data-recorded={isOnRecord ? 'yes' : 'no'}
    >
      <header>
        <p className="paper-office">{office}</p>
        <h1>{titles[view.paper]}</h1>
        <p className="paper-number">
          {words.number}：{view.number}
        </p>
      </header>
      {view.paper === 'refusal' ? <LetterPaper view={view} /> : <FormPaper view={view} />}
      <footer>
        <div className="paper-qr">
          <QrPicture text={view.trackUrl} label={words.scan} />
          <span>{words.scan}</span>
        </div>
        <div className="paper-seal">
          <span>
            {office}
            {words.seal}
          </span>
          <span>{day}</span>
        </div>
        <p className="paper-footer">{footer}</p>
      </footer>
    </article>
  )
}
