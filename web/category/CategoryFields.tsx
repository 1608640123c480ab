import { justiceLabels, kindLabels } from '#contract/words/labels.ts'
import { type Kind, kinds } from '#domain/matter/matter.ts'
import { type JusticeLine, justiceLines } from '#domain/triage/category.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import type { Category } from './CategoriesPage.tsx'
import { categoryWords as words } from './words.ts'

const lines = ['sure', 'likely', 'hint'] as const
const names = ['nameZh', 'nameEn'] as const
const outer = ['governanceCode', 'oldCode'] as const

/** The fields of a category, by the names of the contract. */
export const categoryFields = [...names, 'kind', 'mediable', ...lines, ...outer, 'justiceLine'] as const
export type CategoryFacts = Pick<Category, (typeof categoryFields)[number]>

export const blankCategory: CategoryFacts = {
  ...{ nameZh: '', nameEn: '', kind: null, mediable: false, sure: '', likely: '', hint: '' },
  ...{ governanceCode: null, oldCode: null, justiceLine: null },
}

export function factsOf(row: Category): CategoryFacts {
  return Object.fromEntries(categoryFields.map((name) => [name, row[name]])) as CategoryFacts
}

/** The facts as the contract takes them. */
export const bodyOf = (facts: CategoryFacts) => ({
  ...facts,
  justiceLine: facts.justiceLine as JusticeLine | null,
})

/** Names, usual kind, words that suggest it, and where it is counted. */
export function CategoryFields({
  facts,
  onChange,
  errorAt,
}: {
  facts: CategoryFacts
  onChange: (facts: CategoryFacts) => void
  errorAt: (name: string) => string | undefined
}) {
  const { say } = useWords()
  const set = (change: Partial<CategoryFacts>) => onChange({ ...facts, ...change })
  return (
    <>
      <div className="fields-2">
        {names.map((name) => (
          <Field key={name} label={say(words[name])} error={errorAt(name)}>
            {(wiring) => (
              <input
                {...wiring}
                className="input"
                maxLength={name === 'nameZh' ? 40 : 80}
                value={facts[name]}
                onChange={(event) => set({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="fields-2">
        <Field label={say(words.kind)} error={errorAt('kind')}>
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              value={facts.kind ?? ''}
              onChange={(event) => set({ kind: (event.target.value || null) as Kind | null })}
            >
              <option value="">{say(words.kindOpen)}</option>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {say(kindLabels[kind])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <label className="check category-check">
          <input
            type="checkbox"
            checked={facts.mediable}
            onChange={(event) => set({ mediable: event.target.checked })}
          />
          {say(words.mediable)}
        </label>
      </div>
      <h3 className="category-part">{say(words.wordsTitle)}</h3>
      <p className="quiet">{say(words.wordsHint)}</p>
      {lines.map((name) => (
        <Field key={name} label={say(words[name])} isOptional error={errorAt(name)}>
          {(wiring) => (
            <textarea
              {...wiring}
              className="input category-words"
              rows={2}
              maxLength={2000}
              value={facts[name]}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <h3 className="category-part">{say(words.countedTitle)}</h3>
      <div className="fields-2">
        {outer.map((name) => (
          <Field key={name} label={say(words[name])} isOptional error={errorAt(name)}>
            {(wiring) => (
              <input
                {...wiring}
                className="input"
                maxLength={12}
                value={facts[name] ?? ''}
                onChange={(event) => set({ [name]: event.target.value || null })}
              />
            )}
          </Field>
        ))}
        <Field label={say(words.justiceLine)} isOptional error={errorAt('justiceLine')}>
          {(wiring) => (
            <select
              {...wiring}
              className="input"
              value={facts.justiceLine ?? ''}
              onChange={(event) => set({ justiceLine: event.target.value || null })}
            >
              <option value="">{say(words.noLine)}</option>
              {justiceLines.map((line) => (
                <option key={line} value={line}>
                  {say(justiceLabels[line])}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </>
  )
}
