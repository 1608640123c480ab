import { type ReactNode, useId } from 'react'
import { FieldGroup } from './Field.tsx'

export type Choice<T> = { value: T; label: string; note?: ReactNode }

/** One of a few, all of them in sight. */
export function Choices<T extends string>({
  label,
  options,
  value,
  onChoose,
  hint,
  error,
  isOptional,
  isWide,
}: {
  label: string
  options: readonly Choice<T>[]
  value: T | null | undefined
  onChoose: (value: T) => void
  hint?: ReactNode
  error?: string | undefined
  isOptional?: boolean
  isWide?: boolean
}) {
  const name = useId()
  return (
    <FieldGroup label={label} {...(isOptional ? { isOptional } : {})} hint={hint} error={error}>
      <div className="choices" data-wide={isWide ? 'yes' : 'no'}>
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              name={name}
              checked={value === option.value}
              onChange={() => onChoose(option.value)}
            />
            <span>
              {option.label}
              {option.note && (
                <>
                  <br />
                  <small>{option.note}</small>
                </>
              )}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
