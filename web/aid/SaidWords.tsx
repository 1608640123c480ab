import { type Sentence, useWords } from '#web/lib/words.ts'

/** What was said with a step, each under its name; nothing where it is destroyed or nothing was said. */
export function SaidWords({
  said,
  labels,
}: {
  said: Readonly<Record<string, string>>
  labels: Readonly<Record<string, Sentence>>
}) {
  const { say } = useWords()
  const all = Object.entries(said)
  if (all.length === 0) return null
  return (
    <dl className="whistle-words">
      {all.map(([name, text]) => (
        <div key={name}>
          <dt>{labels[name] ? say(labels[name]) : name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
