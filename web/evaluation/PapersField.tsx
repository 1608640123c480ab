import { sendFile } from '#web/lib/send-file.ts'
import { useWords } from '#web/lib/words.ts'
import { FieldGroup } from '#web/ui/Field.tsx'
import { FileInput, type KeptFile } from '#web/ui/FileInput.tsx'
import { exclusionWords as words } from './words.ts'

/** Photographs and papers that show the panel what is said in words. */
export function PapersField({
  value,
  error,
  onChange,
}: {
  value: readonly KeptFile[]
  error: string | undefined
  onChange: (files: readonly KeptFile[]) => void
}) {
  const { say } = useWords()
  const label = say(words.papers)
  return (
    <FieldGroup label={label} hint={say(words.papersHint)} error={error} isOptional>
      <FileInput
        label={label}
        value={value}
        onChange={onChange}
        send={(id, file, onProgress) =>
          sendFile('uploadFile', { params: { id }, query: { name: file.name } }, file, onProgress)
        }
      />
    </FieldGroup>
  )
}
