import type { RefObject } from 'react'
import type { ParticipantView } from '#contract/mediation.ts'
import { wayLabels } from '#contract/words/mediation-labels.ts'
import type { Way } from '#domain/mediation/mediation.ts'
import { newId } from '#web/lib/ids.ts'
import type { Ink } from '#web/lib/ink.ts'
import { sendFile } from '#web/lib/send-file.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { DrawingPad } from '#web/ui/DrawingPad.tsx'
import { FieldGroup } from '#web/ui/Field.tsx'
import type { KeptFile } from '#web/ui/FileInput.tsx'
import { howWords as words } from './how-words.ts'
import { partyName } from './names.ts'
import { StepField } from './StepField.tsx'
import type { Values } from './spec.ts'

export type How = { byId: string; way: Way; files: KeptFile[]; witness: string }

export const howPlaces = ['byId', 'way', 'fileId', 'witness'] as const

/** How a party begins to answer: itself where it may, otherwise whoever acts for it. */
export function blankHow({ actors }: Pick<ParticipantView, 'actors'>): How {
  return { byId: actors[0]?.id ?? '', way: 'screen', files: [], witness: '' }
}

/** What was sent already from a pad, so that trying again does not send it twice. */
const kept = new WeakMap<Ink, { picture: string; fileId: string }>()

/** What is handed in; a name drawn on the screen is sent before it. Throws as sending a file does. */
export async function howInput({ byId, way, files, witness }: How, ink: Ink | null): Promise<Values> {
  const told = { byId, way }
  if (way === 'oral') return { ...told, ...(witness.trim() === '' ? {} : { witness }) }
  if (way === 'paper') return { ...told, ...(files[0] ? { fileId: files[0].id } : {}) }
  if (!ink || ink.isEmpty()) return told
  const picture = ink.picture()
  const before = kept.get(ink)
  const fileId = before?.picture === picture ? before.fileId : newId()
  if (before?.fileId !== fileId) {
    const bytes = Uint8Array.from(atob(picture.slice(picture.indexOf(',') + 1)), (sign) => sign.charCodeAt(0))
    const file = new Blob([bytes], { type: 'image/png' })
    await sendFile('uploadFile', { params: { id: fileId }, query: { name: 'signature.png' } }, file)
    kept.set(ink, { picture, fileId })
  }
  return { ...told, fileId }
}

/** Who does it for the party, and how: drawn here, on paper that is photographed, by word before a witness. */
export function HowFields({
  party,
  value,
  set,
  errorAt,
  ink,
  ways = ['screen', 'paper', 'oral'],
}: {
  party: ParticipantView
  value: How
  set: (more: Partial<How>) => void
  errorAt: (place: string) => string | undefined
  ink: RefObject<Ink | null>
  ways?: readonly Way[]
}) {
  const { say } = useWords()
  const actors = party.actors.map((one) => ({
    value: one.id,
    label: partyName(one, say),
    note: say(words[one.as]),
  }))
  return (
    <>
      {actors.length > 1 && (
        <Choices
          label={say(words.by)}
          options={actors}
          value={value.byId}
          onChoose={(byId) => set({ byId })}
          error={errorAt('byId')}
        />
      )}
      {actors.length <= 1 && errorAt('byId') && (
        <p className="field-error" role="alert">
          {errorAt('byId')}
        </p>
      )}
      <Choices
        label={say(words.way)}
        options={ways.map((way) => ({ value: way, label: say(wayLabels[way]) }))}
        value={value.way}
        onChoose={(way) => set({ way })}
        error={errorAt('way')}
      />
      {value.way === 'screen' && (
        <FieldGroup label={say(words.drawn)} error={errorAt('fileId')}>
          <DrawingPad label={say(words.pad)} inkRef={ink} />
        </FieldGroup>
      )}
      {value.way === 'paper' && (
        <StepField
          spec={{ name: 'files', as: 'files', label: words.photo, hint: words.photoHint }}
          value={value.files}
          error={errorAt('fileId')}
          onChange={(files) => set({ files: files as KeptFile[] })}
        />
      )}
      {value.way === 'oral' && (
        <StepField
          spec={{ name: 'witness', as: 'line', label: words.witness, hint: words.witnessHint }}
          value={value.witness}
          error={errorAt('witness')}
          onChange={(witness) => set({ witness: String(witness) })}
        />
      )}
    </>
  )
}
