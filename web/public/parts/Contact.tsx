/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { useSay } from '../reader.ts'
import type { Draft, DraftProblem } from '../sending/draft.ts'
import { stairwellWords } from '../words/stairwell.ts'
import { described, Field } from './Field.tsx'

type Props = {
  draft: Draft
  problems: readonly DraftProblem[]
  refused?: { name?: string; phone?: string }
  write: (part: Partial<Draft>) => void
}

/** By name or not, a number to call, secrecy: folded away, since none of it is needed. */
export function Contact({ draft, problems, refused, write }: Props) {
  const { say } = useSay()
  const [isOpen, setOpen] = useState(draft.byName || draft.phone !== '' || draft.isConfidential)
  const nameError = problems.includes('name') ? say(stairwellWords.nameMissing) : refused?.name
  const phoneError = problems.includes('phone') ? say(stairwellWords.phoneWrong) : refused?.phone
  const needsLook = nameError !== undefined || phoneError !== undefined
  return (
    <details
      class="contact"
      open={isOpen || needsLook}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{say(stairwellWords.contact)}</summary>
      <p class="hint">{say(stairwellWords.contactWhy)}</p>
      <fieldset>
        <legend>{say(stairwellWords.how)}</legend>
        <div class="choices">
          <label>
            <input
              type="radio"
              name="byName"
              checked={!draft.byName}
              onChange={() => write({ byName: false })}
            />
            {say(stairwellWords.nameless)}
          </label>
          <label>
            <input
              type="radio"
              name="byName"
              checked={draft.byName}
              onChange={() => write({ byName: true })}
            />
            {say(stairwellWords.named)}
          </label>
        </div>
      </fieldset>
      {draft.byName && (
        <Field id="name" label={say(stairwellWords.name)} error={nameError}>
          <input
            {...described('name', nameError)}
            autocomplete="name"
            maxLength={40}
            value={draft.name}
            onInput={(event) => write({ name: event.currentTarget.value })}
          />
        </Field>
      )}
      <Field id="phone" label={say(stairwellWords.phone)} error={phoneError}>
        <input
          {...described('phone', phoneError)}
          type="tel"
          inputMode="tel"
          autocomplete="tel"
          maxLength={60}
          value={draft.phone}
          onInput={(event) => write({ phone: event.currentTarget.value })}
        />
      </Field>
      <label class="check">
        <input
          type="checkbox"
          checked={draft.isConfidential}
          onChange={(event) => write({ isConfidential: event.currentTarget.checked })}
        />
        <span>
          {say(stairwellWords.secret)}
          <small>{say(stairwellWords.secretHint)}</small>
        </span>
      </label>
    </details>
  )
}
