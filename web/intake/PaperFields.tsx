import { useWords } from '#web/lib/words.ts'
import { deskWords as words } from './desk-words.ts'
import type { RegisterValue } from './register-value.ts'
import { TextField } from './TextField.tsx'

const names = ['externalNo', 'senderName', 'paperOn', 'senderDueOn'] as const

/** What the paper of another office says of itself. */
export function PaperFields({
  value,
  errors,
  onChange,
}: {
  value: RegisterValue
  errors: Record<string, string>
  onChange: (part: Partial<RegisterValue>) => void
}) {
  const { say } = useWords()
  return (
    <div className="register-line">
      {names.map((name) => (
        <TextField
          key={name}
          label={say(words[name])}
          error={errors[name]}
          type={name.endsWith('On') ? 'date' : 'text'}
          value={value[name]}
          onChange={(typed) => onChange({ [name]: typed })}
        />
      ))}
    </div>
  )
}
