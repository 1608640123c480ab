import { Button, Drawer } from 'antd'
import type { ConditionNames } from '#contract/list.ts'
import {
  channelLabels,
  closureLabels,
  flagLabels,
  kindLabels,
  levelLabels,
  stateLabels,
  urgencyLabels,
} from '#contract/words/labels.ts'
import { listedFlags } from '#domain/matter/flags.ts'
import { channels, closureKinds, kinds, states, urgencies } from '#domain/matter/matter.ts'
import { levels } from '#domain/org/roles.ts'
import { usePhone } from '#web/lib/use-media.ts'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { BranchPicker } from './BranchPicker.tsx'
import { type FilterName, type Filters, noFilters } from './filters.ts'
import { filterLabels, listWords as words } from './list-words.ts'
import type { Box } from './queries.ts'
import { UnitFilter } from './UnitFilter.tsx'

type Props = {
  box: Box
  filters: Filters
  names: ConditionNames | undefined
  isOpen: boolean
  onFilter: (change: Partial<Filters>) => void
  onClose: () => void
}

const isOpenBox = (box: Box) => box === 'mine' || box === 'pool' || box === 'area'

/** Every condition there is, each in force as soon as it is chosen. */
export function FilterDrawer({ box, filters, names, isOpen, onFilter, onClose }: Props) {
  const { say } = useWords()
  const isPhone = usePhone()
  const select = <N extends FilterName>(
    name: N,
    values: readonly string[],
    labels: Record<string, Sentence>,
  ) => (
    <Field key={name} label={say(filterLabels[name])}>
      {(wiring) => (
        <select
          {...wiring}
          aria-required={undefined}
          className="input"
          value={filters[name] ?? ''}
          onChange={(event) => onFilter({ [name]: event.target.value || undefined })}
        >
          <option value="">{say(words.any)}</option>
          {values.map((value) => (
            <option key={value} value={value}>
              {say(labels[value] ?? { zh: value, en: value })}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  const day = (name: 'from' | 'to', label: Sentence) => (
    <Field label={say(label)}>
      {(wiring) => (
        <input
          {...wiring}
          aria-required={undefined}
          type="date"
          className="input"
          value={filters[name] ?? ''}
          onChange={(event) => onFilter({ [name]: event.target.value || undefined })}
        />
      )}
    </Field>
  )
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      placement={isPhone ? 'bottom' : 'left'}
      size={isPhone ? '88%' : 400}
      title={say(words.filters)}
      footer={
        <div className="filter-foot">
          <Button type="primary" onClick={onClose}>
            {say(words.showResults)}
          </Button>
          <Button onClick={() => onFilter(noFilters)}>{say(words.clearAll)}</Button>
        </div>
      }
    >
      <div className="form filter-form">
        <p className="quiet">{say(words.filtersLead)}</p>
        <BranchPicker
          value={filters.category}
          shown={names?.category}
          onPick={(category) => onFilter({ category })}
        />
        <UnitFilter name="place" value={filters.place} shown={names?.place?.name} onFilter={onFilter} />
        <UnitFilter name="holder" value={filters.holder} shown={names?.holder?.name} onFilter={onFilter} />
        <label className="check">
          <input
            type="checkbox"
            checked={filters.handler === 'me'}
            onChange={(event) => onFilter({ handler: event.target.checked ? 'me' : undefined })}
          />
          {say(words.handledByMe)}
        </label>
        <div className="fields-2">
          {isOpenBox(box) &&
            select(
              'state',
              states.filter((one) => one !== 'closed'),
              stateLabels,
            )}
          {!isOpenBox(box) && select('closureKind', closureKinds, closureLabels)}
          {select('kind', kinds, kindLabels)}
          {select('channel', channels, channelLabels)}
          {select('urgency', urgencies, urgencyLabels)}
          {select('flag', listedFlags, flagLabels)}
          {select('level', levels, levelLabels)}
          {day('from', words.receivedFrom)}
          {day('to', words.receivedTo)}
        </div>
      </div>
    </Drawer>
  )
}
