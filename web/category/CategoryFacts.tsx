import { justiceLabels, kindLabels } from '#contract/words/labels.ts'
import type { JusticeLine } from '#domain/triage/category.ts'
import { useWords } from '#web/lib/words.ts'
import type { Category } from './CategoriesPage.tsx'
import { categoryWords as words } from './words.ts'

/** The same to read, for whoever does not keep the list. */
export function CategoryFacts({ category }: { category: Category }) {
  const { say } = useWords()
  const { nameZh, nameEn, kind, sure, likely, hint, governanceCode, oldCode, justiceLine } = category
  const lines = [
    [words.nameZh, nameZh],
    [words.nameEn, nameEn],
    [words.kind, say(kind ? kindLabels[kind] : words.kindOpen)],
    [words.sure, sure],
    [words.likely, likely],
    [words.hint, hint],
    [words.governanceCode, governanceCode],
    [words.oldCode, oldCode],
    [words.justiceLine, justiceLine && say(justiceLabels[justiceLine as JusticeLine])],
  ] as const
  return (
    <div className="panel-body form">
      <p className="quiet">{say(words.readOnly)}</p>
      <dl className="category-facts">
        {lines.map(([name, value]) => (
          <div key={name.en}>
            <dt>{say(name)}</dt>
            <dd>{value || '—'}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
