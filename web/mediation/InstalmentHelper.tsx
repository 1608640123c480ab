import { Button } from 'antd'
import { useState } from 'react'
import type { ParticipantView } from '#contract/mediation.ts'
import { sentences, useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { agreementWords as words } from './agreement-words.ts'
import { instalmentRows, type ObligationRow } from './draft-value.ts'
import { PartyOptions } from './PartyOptions.tsx'

const own = sentences({ part: { zh: '第 {no} 期，共 {of} 期', en: 'instalment {no} of {of}' } })

/** A sum, how many, the first day: rows a month apart, which can then be changed one by one. */
export function InstalmentHelper({
  parties,
  by,
  to,
  onRows,
}: {
  parties: readonly ParticipantView[]
  by: string
  to: string
  onRows: (rows: ObligationRow[]) => void
}) {
  const { say } = useWords()
  const [value, setValue] = useState({ byId: '', toId: '', whole: '', count: '2', first: '' })
  const [isWrong, setWrong] = useState(false)
  const set = (more: Partial<typeof value>) => {
    setWrong(false)
    setValue((was) => ({ ...was, ...more }))
  }
  const make = () => {
    const rows = instalmentRows(
      {
        byId: value.byId || by,
        toId: value.toId || to,
        text: (no, of) => say(own.part, { no, of }),
      },
      value.whole,
      Number(value.count),
      value.first,
    )
    if (!rows) return setWrong(true)
    onRows(rows)
    set({ whole: '' })
  }
  const select = (name: 'byId' | 'toId', otherwise: string) => (
    <Field label={say(name === 'byId' ? words.by : words.to)}>
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          value={value[name] || otherwise}
          onChange={(event) => set({ [name]: event.target.value })}
        >
          <PartyOptions parties={parties} />
        </select>
      )}
    </Field>
  )
  return (
    <details className="instalments">
      <summary>{say(words.instalments)}</summary>
      <p className="quiet">{say(words.instalmentsLead)}</p>
      <div className="obligation-row">
        {select('byId', by)}
        {select('toId', to)}
        <Field label={say(words.whole)} error={isWrong ? say(words.instalmentsWrong) : undefined}>
          {(wiring) => (
            <input
              {...wiring}
              className="input number"
              inputMode="decimal"
              value={value.whole}
              onChange={(event) => set({ whole: event.target.value })}
            />
          )}
        </Field>
        <Field label={say(words.count)}>
          {(wiring) => (
            <input
              {...wiring}
              type="number"
              className="input number"
              min={2}
              max={60}
              value={value.count}
              onChange={(event) => set({ count: event.target.value })}
            />
          )}
        </Field>
        <Field label={say(words.first)}>
          {(wiring) => (
            <input
              {...wiring}
              type="date"
              className="input number"
              value={value.first}
              onChange={(event) => set({ first: event.target.value })}
            />
          )}
        </Field>
        <div className="field instalments-go">
          <Button onClick={make}>{say(words.makeRows)}</Button>
        </div>
      </div>
    </details>
  )
}
