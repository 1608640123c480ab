/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Outcome } from '../../api.ts'
import { digitsOf } from '../../read-typed.ts'
import { useSay } from '../../reader.ts'
import { refusedWords, unreachedWords } from '../../refused.ts'
import { mediationPageWords as words } from '../../words/mediation.ts'
import { described, Field } from '../Field.tsx'

/** The six digits that came by another way than the link; without them nothing is told. */
export function CheckCode({ onCode }: { onCode: (code: string) => Promise<Outcome<unknown>> }) {
  const { say, language } = useSay()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const [isBusy, setBusy] = useState(false)
  const refused = outcome && 'refused' in outcome ? refusedWords(outcome.refused, language) : undefined
  const error = isWrong ? say(words.codeWrong) : refused
  const submit = async (event: Event) => {
    event.preventDefault()
    const code = digitsOf(typed)
    setOutcome(undefined)
    setWrong(code.length !== 6)
    if (code.length !== 6) return document.getElementById('check-code')?.focus()
    if (isBusy) return
    setBusy(true)
    setOutcome(await onCode(code))
    setBusy(false)
  }
  return (
    <section class="sheet">
      <h1>{say(words.codeTitle)}</h1>
      <p>{say(words.codeLead)}</p>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Field id="check-code" label={say(words.code)} hint={say(words.codeHint)} error={error}>
          <input
            {...described('check-code', error)}
            class="digits"
            inputMode="numeric"
            autocomplete="off"
            maxLength={20}
            value={typed}
            onInput={(event) => {
              setWrong(false)
              setTyped(event.currentTarget.value)
            }}
          />
        </Field>
        <p class="error" role="alert">
          {outcome && 'unreached' in outcome && say(unreachedWords(outcome))}
        </p>
        <button type="submit" class="primary wide" aria-disabled={isBusy}>
          {say(isBusy ? words.entering : words.enter)}
        </button>
      </form>
      <p class="hint check-none">{say(words.noCode)}</p>
    </section>
  )
}
