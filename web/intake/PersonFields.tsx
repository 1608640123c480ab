import { channelLabels, relationLabels } from '#contract/words/labels.ts'
import { isStaffChannel, relations } from '#domain/intake/hand-over.ts'
import { channels } from '#domain/matter/matter.ts'
import { useWords } from '#web/lib/words.ts'
import { deskWords } from './desk-words.ts'
import { phoneIn, type RegisterValue } from './register-value.ts'
import { SelectField } from './SelectField.tsx'
import { TextField } from './TextField.tsx'
import { intakeWords as words } from './words.ts'

type Props = {
  value: RegisterValue
  errors: Record<string, string>
  onChange: (part: Partial<RegisterValue>) => void
}

const staffChannels = channels.filter(isStaffChannel)

/** Who it is, how to reach them, whether they speak for themselves, by which door they came, and whether they want to be kept secret. */
export function PersonFields({ value, errors, onChange }: Props) {
  const { language, say } = useWords()
  const { others } = phoneIn(value.phone)
  return (
    <>
      <div className="register-line">
        <TextField
          label={say(words.name)}
          error={errors['name']}
          value={value.name}
          onChange={(name) => onChange({ name })}
        />
        <TextField
          label={say(words.phone)}
          hint={
            others.length > 0
              ? say(deskWords.otherPhones, { phones: others.join(language === 'zh' ? '、' : ', ') })
              : undefined
          }
          error={errors['phone']}
          type="tel"
          value={value.phone}
          onChange={(phone) => onChange({ phone })}
        />
        <SelectField
          label={say(deskWords.onBehalf)}
          value={value.onBehalf}
          options={[
            ['', say(deskWords.forSelf)],
            ...relations.map((key) => [key, say(relationLabels[key])] as const),
          ]}
          onChange={(onBehalf) => onChange({ onBehalf })}
        />
        <SelectField
          label={say(words.channel)}
          value={value.channel}
          options={staffChannels.map((key) => [key, say(channelLabels[key])] as const)}
          onChange={(channel) => onChange({ channel })}
        />
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={value.isConfidential}
          onChange={(event) => onChange({ isConfidential: event.target.checked })}
        />
        {say(words.confidential)}
      </label>
    </>
  )
}
