import { useWords } from '#web/lib/words.ts'
import { uiWords } from './ui-words.ts'

const widths = ['62%', '88%', '74%', '55%', '81%']

/** The shape of what is coming. */
export function Skeleton({ rows = 5 }: { rows?: number }) {
  const { say } = useWords()
  return (
    <div className="skeleton" role="status">
      <span className="hidden-text">{say(uiWords.loading)}</span>
      {Array.from({ length: rows }, (_, index) => (
        <i key={index} style={{ width: widths[index % widths.length] }} />
      ))}
    </div>
  )
}
