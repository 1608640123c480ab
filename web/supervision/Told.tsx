import type { ToldLine } from '#contract/supervision.ts'
import { roleLabels } from '#contract/words/labels.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { When } from '#web/ui/When.tsx'
import { toldWords, supervisionWords as words } from './words.ts'

/** What happened, in sentences: offices and posts, never names. */
export function Told({ lines }: { lines: readonly ToldLine[] }) {
  const { language, say } = useWords()
  const now = useNow()
  return (
    <ol className="supervision-story">
      {lines.map(({ id, at, verb, unitName, role, day, text }) => {
        const post = role ? `${language === 'en' ? ', ' : ' '}${say(roleLabels[role])}` : ''
        const who = unitName === null ? say(words.system) : `${unitName}${post}`
        const sentence = toldWords[verb]
        return (
          <li key={id}>
            <p>
              {sentence ? say(sentence, { who, day: day === null ? '' : dayWords(day, now, language) }) : who}{' '}
              <span className="quiet">
                <When at={at} />
              </span>
            </p>
            {text !== null && <blockquote>{text}</blockquote>}
          </li>
        )
      })}
    </ol>
  )
}
