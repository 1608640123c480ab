/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { useSay } from '../reader.ts'
import { refusedWords } from '../refused.ts'
import { type DraftProblem, mostWords, problemsOf } from '../sending/draft.ts'
import type { Parcel } from '../sending/outbox.ts'
import { useStore } from '../store.ts'
import { examples, stairwellWords } from '../words/stairwell.ts'
import { Contact } from './Contact.tsx'
import { Emergency } from './Emergency.tsx'
import { described, Field } from './Field.tsx'
import { PhotoPicker } from './PhotoPicker.tsx'

/** One example for the whole visit: one that changed under the eye would distract. */
const example = examples[Math.floor(Math.random() * examples.length)]

/** One sentence, photos, contact if wanted, send. What was typed is kept at every letter. */
export function AppealForm({ parcel }: { parcel: Parcel }) {
  const { say, language } = useSay()
  const draft = useStore(parcel.draft)
  const isKept = useStore(parcel.isKept)
  const refusal = useStore(parcel.refusal)
  const [problems, setProblems] = useState<readonly DraftProblem[]>([])
  const left = mostWords - draft.words.length
  const no = refusal && refusedWords(refusal, language)
  const fieldOfNo = refusal?.field?.split('.').pop()
  const wordsError = problems.includes('words')
    ? say(stairwellWords.wordsMissing)
    : fieldOfNo === 'words'
      ? no
      : undefined
  const isElsewhere = no !== undefined && !['words', 'name', 'phone'].includes(fieldOfNo ?? '')

  const write: Parcel['write'] = (part) => {
    parcel.write(part)
    if (problems.length > 0) setProblems(problemsOf(parcel.draft.get()).filter((p) => problems.includes(p)))
  }
  const submit = (event: Event) => {
    event.preventDefault()
    const found = problemsOf(parcel.draft.get())
    setProblems(found)
    if (found.length === 0) return parcel.send()
    // The folded part has to open before its field can take the focus.
    requestAnimationFrame(() => document.getElementById(found[0] ?? '')?.focus())
  }
  return (
    <form class="sheet appeal" onSubmit={submit} noValidate>
      <Field id="words" label={say(stairwellWords.ask)} hint={say(stairwellWords.askHint)} error={wordsError}>
        <textarea
          {...described('words', wordsError)}
          rows={5}
          required
          maxLength={mostWords}
          placeholder={example && say(example)}
          value={draft.words}
          onInput={(event) => write({ words: event.currentTarget.value })}
        />
      </Field>
      <p class="hint count" role="status">
        {left <= 200 && say(stairwellWords.left, { count: left })}
      </p>
      <Emergency words={draft.words} />
      <PhotoPicker shelf={parcel.shelf} />
      <Contact
        draft={draft}
        problems={problems}
        refused={fieldOfNo === 'name' && no ? { name: no } : fieldOfNo === 'phone' && no ? { phone: no } : {}}
        write={write}
      />
      <p class="error" role="alert">
        {isElsewhere && no}
      </p>
      <button type="submit" class="primary wide">
        {say(stairwellWords.send)}
      </button>
      <p class="hint">
        {say(stairwellWords.sendHint)} {say(isKept ? stairwellWords.keptHere : stairwellWords.notKept)}
      </p>
    </form>
  )
}
