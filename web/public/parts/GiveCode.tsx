/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { maskPhone } from '#domain/person/mask.ts'
import { textCode } from '#domain/resident/asking.ts'
import type { Outcome } from '../api.ts'
import type { AskedFor } from '../my-asked.ts'
import { type ReadDigits, readTextCode } from '../read-phone.ts'
import { useSay } from '../reader.ts'
import { refusedWords, unreachedWords } from '../refused.ts'
import { myWords } from '../words/my.ts'
import { described, Field } from './Field.tsx'

/** Now, every second while somebody waits. */
function useSeconds(): number {
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

const problems = {
  none: myWords.codeNone,
  short: myWords.codeShort,
  long: myWords.codeLong,
  wrong: myWords.codeNone,
} as const

type Props = {
  phone: string
  code: NonNullable<AskedFor['code']>
  onGive: (code: string) => Promise<Outcome<unknown>>
  onAgain: () => Promise<Outcome<unknown>>
  onOther: () => void
}

/** The code out of the message; says how many tries are left, when it has ended, and when another may be asked for. */
export function GiveCode({ phone, code, onGive, onAgain, onOther }: Props) {
  const { say, language } = useSay()
  const now = useSeconds()
  const [typed, setTyped] = useState('')
  const [read, setRead] = useState<ReadDigits>()
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const [isBusy, setBusy] = useState(false)
  const wait = Math.max(0, Math.ceil((code.nextAt - now) / 1_000))
  const isOver = now >= code.endsAt
  useEffect(() => {
    document.getElementById('my-code')?.focus()
  }, [code.id])

  const told =
    read && !('digits' in read)
      ? say(problems[Object.keys(read)[0] as keyof typeof problems], {
          count: 'short' in read ? read.short : 'long' in read ? read.long : 0,
        })
      : undefined
  const no = outcome && 'refused' in outcome ? refusedWords(outcome.refused, language) : undefined
  const error = told ?? no ?? (isOver ? say(myWords.over) : undefined)

  const work = async (todo: () => Promise<Outcome<unknown>>) => {
    if (isBusy) return
    setBusy(true)
    setRead(undefined)
    setOutcome(await todo())
    setBusy(false)
  }
  const submit = async (event: Event) => {
    event.preventDefault()
    const found = readTextCode(typed)
    if (!('digits' in found)) {
      setRead(found)
      return document.getElementById('my-code')?.focus()
    }
    await work(() => onGive(found.digits))
    document.getElementById('my-code')?.focus()
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <p class={code.shown === null ? undefined : 'notice'} role="status">
        {code.shown !== null
          ? say(myWords.demo, { code: code.shown })
          : say(myWords.sentTo, { phone: maskPhone(phone), minutes: textCode.lifeMs / 60_000 })}
      </p>
      <Field id="my-code" label={say(myWords.code)} hint={say(myWords.codeHint)} error={error}>
        <input
          {...described('my-code', error)}
          class="digits"
          inputMode="numeric"
          autocomplete="one-time-code"
          spellcheck={false}
          maxLength={60}
          value={typed}
          onInput={(event) => {
            setRead(undefined)
            setOutcome(undefined)
            setTyped(event.currentTarget.value)
          }}
        />
      </Field>
      <p class="error" role="alert">
        {outcome && 'unreached' in outcome && say(unreachedWords(outcome))}
      </p>
      <button type="submit" class="primary wide" aria-disabled={isBusy}>
        {say(isBusy ? myWords.entering : myWords.enter)}
      </button>
      <div class="row again">
        <button
          type="button"
          class="tabular"
          disabled={wait > 0}
          onClick={() => {
            setTyped('')
            void work(onAgain)
          }}
        >
          {wait > 0 ? say(myWords.againIn, { seconds: wait }) : say(myWords.again)}
        </button>
        <button type="button" class="quiet" onClick={onOther}>
          {say(myWords.otherPhone)}
        </button>
      </div>
      <p class="hint" role="status">
        {wait === 0 && !error && say(myWords.mayAgain)}
      </p>
    </form>
  )
}
