import type { Suggestions } from '#contract/search.ts'
import { roleLabels, stateLabels, unitKindLabels } from '#contract/words/labels.ts'
import { inWords, type Language, type Sentence } from '#contract/words/language.ts'
import type { Filters } from '#web/matter/filters.ts'
import type { Box } from '#web/matter/queries.ts'
import { searchWords as words } from './words.ts'

/** One line of the suggestions, and where it leads. */
export type SearchOption = {
  key: string
  group: 'matters' | 'units' | 'staff' | 'recent' | 'all'
  label: string
  note: string
  to: { box: Box; id?: string; search: Filters }
}

/** What the suggestions lead to. In: what the server found and what is typed. Out: the lines in order. */
export function optionsOf(
  found: Suggestions | undefined,
  typed: string,
  box: Box,
  language: Language,
): SearchOption[] {
  const say = (sentence: Sentence, facts = {}) => inWords(sentence, language, facts)
  const { matters = [], units = [], staff = [] } = found ?? {}
  return [
    ...matters.map(
      (hit): SearchOption => ({
        ...{ key: hit.id, group: 'matters', label: hit.title },
        note: [
          hit.number,
          say(stateLabels[hit.state]),
          ...(hit.by === 'person' ? [say(words.byPerson)] : []),
        ].join(' · '),
        to: { box: 'all', id: hit.id, search: {} },
      }),
    ),
    ...units.map(
      (unit): SearchOption => ({
        ...{ key: unit.id, group: 'units', label: unit.name },
        note: [...unit.names.filter((name) => name !== unit.name), say(unitKindLabels[unit.kind])].join(
          ' › ',
        ),
        to: { box: 'area', search: { holder: unit.id } },
      }),
    ),
    ...staff.map(
      (one): SearchOption => ({
        ...{ key: one.accountId, group: 'staff', label: one.name },
        note:
          one.role && one.unitName
            ? say(words.staffNote, { unit: one.unitName, role: say(roleLabels[one.role]) })
            : '',
        to: { box: 'area', search: { handler: one.accountId } },
      }),
    ),
    {
      key: 'all',
      group: 'all',
      label: say(words.all, { q: typed }),
      note: '',
      to: { box, search: { q: typed } },
    },
  ]
}
