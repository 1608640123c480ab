import type { RefObject } from 'react'
import type { Ink } from '#web/lib/ink.ts'
import { useWords } from '#web/lib/words.ts'
import { StepField } from '#web/mediation/StepField.tsx'
import type { Values } from '#web/mediation/spec.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { DrawingPad } from '#web/ui/DrawingPad.tsx'
import { FieldGroup } from '#web/ui/Field.tsx'
import { formWords as words } from './words.ts'

/** How the petitioner signs a mandate: here with a finger or the mouse, or on paper that is photographed. */
export function SignFields({
  values,
  error,
  ink,
  onChange,
}: {
  values: Values
  error: string | undefined
  ink: RefObject<Ink | null>
  onChange: (name: string, value: unknown) => void
}) {
  const { say } = useWords()
  const isPaper = values['way'] === 'paper'
  return (
    <>
      <Choices
        label={say(words.signWay)}
        options={[
          { value: 'screen', label: say(words.signScreen) },
          { value: 'paper', label: say(words.signPaper) },
        ]}
        value={isPaper ? 'paper' : 'screen'}
        onChoose={(way) => onChange('way', way)}
      />
      {isPaper ? (
        <StepField
          spec={{ name: 'files', as: 'files', label: words.photo }}
          value={values['files']}
          error={error}
          onChange={(files) => onChange('files', files)}
        />
      ) : (
        <FieldGroup label={say(words.sign)} error={error}>
          <DrawingPad label={say(words.sign)} inkRef={ink} onWritten={() => onChange('fileId', true)} />
        </FieldGroup>
      )}
    </>
  )
}
