import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import { channelLabels } from '#contract/words/labels.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { FieldGroup } from '#web/ui/Field.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { retentionWords } from './choice-words.ts'
import { formWords as words } from './form-words.ts'

type Common = {
  label: string
  hint?: string | undefined
  error: string | undefined
  isOptional?: boolean
  matter: MatterPage
}
type Picked = { value: string; onPick: (id: string) => void }
type One = Common & Picked

/** A colleague of the unit that holds the matter, with how much each already has. */
export function ColleagueField({
  matter,
  value,
  onPick,
  ...common
}: Omit<Common, 'matter'> & Picked & { matter: Pick<MatterPage, 'id'> }) {
  const { say } = useWords()
  const { id } = matter
  const colleagues = useQuery({
    queryKey: ['colleagues', id],
    queryFn: ({ signal }) => call('listHandlers', { params: { id } }, signal),
  })
  if (colleagues.isPending) return <Skeleton rows={3} />
  if (colleagues.error)
    return <ErrorState error={colleagues.error} onRetry={() => void colleagues.refetch()} />
  const options = colleagues.data.rows.map((one) => ({
    value: one.id,
    label: one.name,
    note: say(words.unitOpen, { count: one.open }),
  }))
  if (options.length === 0) return <p className="quiet">{say(words.noColleague)}</p>
  return <Choices {...common} options={options} value={value} onChoose={onPick} isWide />
}

/** One of the units whose part is still open. */
export function PartField({ matter, value, onPick, ...common }: One) {
  const options = matter.parts
    .filter((part) => part.outcome === null)
    .map((part) => ({ value: part.unitId, label: part.unitName, note: part.task }))
  return <Choices {...common} options={options} value={value} onChoose={onPick} isWide />
}

/** One of the classes of retention of the place. */
export function RetentionField({ matter, value, onPick, ...common }: One) {
  const { language, say } = useWords()
  const options = matter.retentions.map(({ code, years }) => {
    const name = retentionWords(code, language)
    return { value: code, label: years === null ? name : say(words.retentionYears, { name, years }) }
  })
  return <Choices {...common} options={options} value={value} onChoose={onPick} />
}

/** Some of the voices of the matter, by what each said. */
export function VoiceField({
  matter,
  value,
  onPick,
  ...common
}: Common & { value: readonly string[]; onPick: (ids: string[]) => void }) {
  const { say } = useWords()
  const name = useId()
  const toggle = (id: string) =>
    onPick(value.includes(id) ? value.filter((one) => one !== id) : [...value, id])
  return (
    <FieldGroup {...common}>
      <div className="targets">
        {matter.voices.map((voice) => (
          <label key={voice.id} className="choice target">
            <input
              type="checkbox"
              name={name}
              checked={value.includes(voice.id)}
              onChange={() => toggle(voice.id)}
            />
            <span className="target-name">
              {voice.words.length > 60 ? `${voice.words.slice(0, 59)}…` : voice.words}
              <small>
                {say(channelLabels[voice.channel])}
                {voice.name && ` · ${voice.name}`}
              </small>
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
