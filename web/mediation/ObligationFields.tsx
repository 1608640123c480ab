import { Button } from 'antd'
import type { ParticipantView } from '#contract/mediation.ts'
import { obligationKindLabels } from '#contract/words/mediation-labels.ts'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { type ObligationKind, obligationKinds } from '#domain/mediation/mediation.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import { agreementWords as words } from './agreement-words.ts'
import { blankRow, type ObligationRow } from './draft-value.ts'
import { InstalmentHelper } from './InstalmentHelper.tsx'
import { PartyOptions } from './PartyOptions.tsx'

type ErrorAt = (place: string) => string | undefined

/** Who does what until when: each by itself, or a sum in instalments. */
export function ObligationFields({
  parties,
  rows,
  errorAt,
  onChange,
}: {
  parties: readonly ParticipantView[]
  rows: readonly ObligationRow[]
  errorAt: ErrorAt
  onChange: (rows: ObligationRow[]) => void
}) {
  const { say } = useWords()
  const today = dayOf(useNow())
  const by = parties.find(({ side }) => side === 'b')?.partyId ?? ''
  const to = parties.find(({ side }) => side === 'a')?.partyId ?? ''
  return (
    <FieldGroup label={say(words.obligations)}>
      {rows.map((row, i) => (
        <RowFields
          key={row.id}
          row={row}
          no={i + 1}
          parties={parties}
          errorAt={(name) => errorAt(`obligations.${i}.${name}`)}
          onChange={(more) => onChange(rows.map((one) => (one.id === row.id ? { ...one, ...more } : one)))}
          onRemove={() => onChange(rows.filter(({ id }) => id !== row.id))}
        />
      ))}
      <div className="form-actions">
        <Button onClick={() => onChange([...rows, blankRow(by, to, addDays(today, 7))])}>
          {say(words.addObligation)}
        </Button>
      </div>
      <InstalmentHelper parties={parties} by={by} to={to} onRows={(more) => onChange([...rows, ...more])} />
    </FieldGroup>
  )
}

function RowFields({
  row,
  no,
  parties,
  errorAt,
  onChange,
  onRemove,
}: {
  row: ObligationRow
  no: number
  parties: readonly ParticipantView[]
  errorAt: ErrorAt
  onChange: (more: Partial<ObligationRow>) => void
  onRemove: () => void
}) {
  const { say } = useWords()
  return (
    <fieldset className="obligation-row">
      <legend>
        {say(words.obligationNo, { n: no })}{' '}
        <button
          type="button"
          className="link"
          aria-label={say(words.removeObligation, { n: no })}
          onClick={onRemove}
        >
          {say(words.remove)}
        </button>
      </legend>
      <Field label={say(words.obligationKind)} error={errorAt('kind')}>
        {(wiring) => (
          <select
            {...wiring}
            className="input"
            value={row.kind}
            onChange={(event) => onChange({ kind: event.target.value as ObligationKind })}
          >
            {obligationKinds.map((kind) => (
              <option key={kind} value={kind}>
                {say(obligationKindLabels[kind])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say(words.by)} error={errorAt('byId')}>
        {(wiring) => (
          <select
            {...wiring}
            className="input"
            value={row.byId}
            onChange={(event) => onChange({ byId: event.target.value })}
          >
            <PartyOptions parties={parties} />
          </select>
        )}
      </Field>
      <Field label={say(words.to)} error={errorAt('toId')}>
        {(wiring) => (
          <select
            {...wiring}
            className="input"
            value={row.toId}
            onChange={(event) => onChange({ toId: event.target.value })}
          >
            {row.kind !== 'pay' && <option value="">{say(words.toNobody)}</option>}
            <PartyOptions parties={parties} />
          </select>
        )}
      </Field>
      {row.kind === 'pay' && (
        <Field label={say(words.amount)} error={errorAt('fen')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input number"
              inputMode="decimal"
              value={row.yuan}
              onChange={(event) => onChange({ yuan: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field label={say(words.dueOn)} error={errorAt('dueOn')}>
        {(wiring) => (
          <input
            {...wiring}
            type="date"
            className="input number"
            value={row.dueOn}
            onChange={(event) => onChange({ dueOn: event.target.value })}
          />
        )}
      </Field>
      <Field label={say(row.kind === 'pay' ? words.whatPay : words.what)} error={errorAt('text')} isOptional>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            value={row.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
    </fieldset>
  )
}
