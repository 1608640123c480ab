/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Outcome } from '../api.ts'
import { type ReadDigits, readMobile } from '../read-phone.ts'
import { useSay } from '../reader.ts'
import { refusedWords, unreachedWords } from '../refused.ts'
import { myWords } from '../words/my.ts'
import { described, Field } from './Field.tsx'

const problems = {
  none: myWords.phoneNone,
  short: myWords.phoneShort,
  long: myWords.phoneLong,
  wrong: myWords.phoneWrong,
} as const

type Props = {
  phone: string
  onType: (phone: string) => void
  onAsk: (phone: string) => Promise<Outcome<unknown>>
  isDemo: boolean
}

/** The number, checked before anything is asked. What was typed stays, whatever comes of it. */
export function AskCode({ phone, onType, onAsk, isDemo }: Props) {
  const { say, language } = useSay()
  const [read, setRead] = useState<ReadDigits>()
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const [isAsking, setAsking] = useState(false)
  const told =
    read && !('digits' in read)
      ? say(problems[Object.keys(read)[0] as keyof typeof problems], {
          count: 'short' in read ? read.short : 'long' in read ? read.long : 0,
        })
      : undefined
  const no = outcome && 'refused' in outcome ? outcome.refused : undefined
  const error = told ?? (no?.field === 'phone' ? refusedWords(no, language) : undefined)
  const elsewhere = no && error === undefined ? refusedWords(no, language) : undefined

  const submit = async (event: Event) => {
    event.preventDefault()
    if (isAsking) return
    const found = readMobile(phone)
    setRead(found)
    setOutcome(undefined)
    if (!('digits' in found)) return document.getElementById('my-phone')?.focus()
    setAsking(true)
    setOutcome(await onAsk(found.digits))
    setAsking(false)
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Field id="my-phone" label={say(myWords.phone)} hint={say(myWords.phoneHint)} error={error}>
        <input
          {...described('my-phone', error)}
          class="digits"
          type="tel"
          inputMode="tel"
          autocomplete="tel-national"
          maxLength={60}
          value={phone}
          onInput={(event) => {
            setRead(undefined)
            setOutcome(undefined)
            onType(event.currentTarget.value)
          }}
        />
      </Field>
      <p class="error" role="alert">
        {elsewhere}
        {outcome && 'unreached' in outcome && say(unreachedWords(outcome))}
      </p>
      <button type="submit" class="primary wide" aria-disabled={isAsking}>
        {say(isAsking ? myWords.asking : myWords.ask)}
      </button>
      <p class="hint">{!isDemo && say(myWords.anyNumber)}</p>
    </form>
  )
}
