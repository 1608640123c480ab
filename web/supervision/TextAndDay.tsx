import { Field } from '#web/ui/Field.tsx'

type Control = { label: string; hint?: string | undefined; value: string; onChange: (value: string) => void }

/** The whole of what is ever asked in supervision: one text, and perhaps one day. */
export function TextAndDay({
  text,
  day,
  errorAt,
  maxLength = 1000,
}: {
  text: Control
  day?: Control | undefined
  errorAt: (field: string) => string | undefined
  maxLength?: number
}) {
  return (
    <>
      <Field label={text.label} hint={text.hint} error={errorAt('text')}>
        {(wiring) => (
          <textarea
            {...wiring}
            className="input"
            rows={4}
            required
            maxLength={maxLength}
            value={text.value}
            onChange={(event) => text.onChange(event.target.value)}
          />
        )}
      </Field>
      {day && (
        <Field label={day.label} hint={day.hint} error={errorAt('day') ?? errorAt('answerOn')}>
          {(wiring) => (
            <input
              {...wiring}
              type="date"
              className="input supervision-day"
              required
              value={day.value}
              onChange={(event) => day.onChange(event.target.value)}
            />
          )}
        </Field>
      )}
    </>
  )
}
