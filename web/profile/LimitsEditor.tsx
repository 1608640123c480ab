import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { clockLabels } from '#contract/words/labels.ts'
import { type ClockKind, clockKinds, type LimitRule } from '#domain/matter/clocks.ts'
import type { ProfileProblem } from '#domain/profile/check.ts'
import { useWords } from '#web/lib/words.ts'
import { LimitForm } from './LimitForm.tsx'
import { ruleWords } from './rule-words.ts'
import { sourceWords } from './source-words.ts'
import { profileWords as words } from './words.ts'

type Limits = readonly LimitRule[]
type Props = { limits: Limits; problems: readonly ProfileProblem[]; onChange: (limits: Limits) => void }

/** The lines of every clock in their order, each a sentence; one at a time is open to be changed. */
export function LimitsEditor({ limits, problems, onChange }: Props) {
  const { say } = useWords()
  const [open, setOpen] = useState<number>()
  return (
    <section className="panel profile-part" aria-labelledby="profile-limits">
      <header>
        <h2 id="profile-limits">{say(words.limits)}</h2>
        <small className="quiet">{say(words.limitsHint)}</small>
      </header>
      {clockKinds.map((clock) => (
        <ClockLines
          key={clock}
          {...{ clock, limits, problems, open }}
          onOpen={setOpen}
          onChange={(next, opened) => {
            onChange(next)
            setOpen(opened)
          }}
        />
      ))}
    </section>
  )
}

type ClockProps = Omit<Props, 'onChange'> & {
  clock: ClockKind
  open: number | undefined
  onOpen: (line: number | undefined) => void
  onChange: (limits: Limits, open: number | undefined) => void
}

function ClockLines({ clock, limits, problems, open, onOpen, onChange }: ClockProps) {
  const { language, say } = useWords()
  const lines = limits.map((rule, line) => ({ rule, line })).filter(({ rule }) => rule.clock === clock)
  const wrong = new Map(
    problems.flatMap((problem) => ('line' in problem ? [[problem.line, problem.isGrave] as const] : [])),
  )
  const swap = (line: number, other: number) =>
    onChange(
      limits.map((rule, i) => (i === line ? limits[other] : i === other ? limits[line] : rule)) as Limits,
      undefined,
    )
  // A new line goes before the others: the last one, without a condition, has to stay the last.
  const add = () => {
    const at = lines[0]?.line ?? limits.length
    onChange(limits.toSpliced(at, 0, { clock, limit: { amount: 1, unit: 'workDays' } }), at)
  }
  const name = clockLabels[clock][language]
  return (
    <div className="profile-clock">
      <h3>{name}</h3>
      <ol className="profile-lines">
        {lines.map(({ rule, line }, index) => {
          const said = ruleWords(rule, language)
          const before = lines[index - 1]
          return (
            <li key={line} data-wrong={wrong.has(line) ? (wrong.get(line) ? 'act' : 'near') : undefined}>
              {open === line ? (
                <LimitForm
                  rule={rule}
                  onChange={(changed) => onChange(limits.with(line, changed), line)}
                  onDone={() => onOpen(undefined)}
                />
              ) : (
                <>
                  <span className="profile-line">
                    {said}
                    {rule.source && (
                      <small className="quiet">
                        {say(words.sourceShown, { source: sourceWords(rule.source, language) })}
                      </small>
                    )}
                  </span>
                  <span className="profile-deeds">
                    {before && (
                      <button
                        type="button"
                        className="link"
                        aria-label={say(words.upLine, { line: said })}
                        onClick={() => swap(line, before.line)}
                      >
                        {say(words.up)}
                      </button>
                    )}
                    <button
                      type="button"
                      className="link"
                      aria-label={say(words.editLine, { line: said })}
                      onClick={() => onOpen(line)}
                    >
                      {say(words.edit)}
                    </button>
                    <button
                      type="button"
                      className="link"
                      aria-label={say(words.removeLine, { line: said })}
                      onClick={() => onChange(limits.toSpliced(line, 1), undefined)}
                    >
                      {say(words.remove)}
                    </button>
                  </span>
                </>
              )}
            </li>
          )
        })}
      </ol>
      <Button
        type="text"
        size="small"
        icon={<PlusOutlined />}
        aria-label={say(words.addLineTo, { clock: name })}
        onClick={add}
      >
        {say(words.addLine)}
      </Button>
    </div>
  )
}
