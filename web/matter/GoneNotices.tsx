import type { ConditionNames } from '#contract/list.ts'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { type Filters, goneOf } from './filters.ts'
import { listWords as words } from './list-words.ts'

const told: Record<keyof ConditionNames, Sentence> = {
  category: words.goneCategory,
  place: words.gonePlace,
  holder: words.goneHolder,
  handler: words.goneHandler,
}

type Props = { names: ConditionNames | undefined; onFilter: (change: Partial<Filters>) => void }

/** What of the conditions no longer holds: said plainly, with the way to go on without it. */
export function GoneNotices({ names, onFilter }: Props) {
  const { language, say } = useWords()
  const gone = goneOf(names)
  if (!names || gone.length === 0) return null
  const nameOf = (field: keyof ConditionNames) => {
    const name =
      field === 'category' ? names.category?.[language === 'zh' ? 'nameZh' : 'nameEn'] : names[field]?.name
    return name || say(words.unknownName)
  }
  return (
    <div className="list-notices">
      {gone.map((field) => (
        <Notice
          key={field}
          tone="near"
          live
          action={
            <button type="button" className="link" onClick={() => onFilter({ [field]: undefined })}>
              {say(words.withoutGone)}
            </button>
          }
        >
          {say(told[field], { name: nameOf(field) })}
        </Notice>
      ))}
    </div>
  )
}
