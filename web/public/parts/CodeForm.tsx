/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { recall, remember } from '../memory.ts'
import { go } from '../navigate.ts'
import { trackPath } from '../paths.ts'
import { digitsOf, readTypedCode } from '../read-typed.ts'
import { type Say, useSay } from '../reader.ts'
import { startWords } from '../words/start.ts'
import { described, Field } from './Field.tsx'

function problemOf(typed: string, say: Say): string | undefined {
  const read = readTypedCode(typed)
  if ('code' in read) return undefined
  if ('wrong' in read) return say(startWords.codeWrong)
  if ('long' in read) return say(startWords.codeLong, { count: read.long })
  return digitsOf(typed) === '' ? say(startWords.codeNone) : say(startWords.codeShort, { count: read.short })
}

/** The district whose code this device met last, so that nobody has to know its number. */
export const rememberDistrict = (district: number) => remember('district', district)

export function knownDistrict(): string {
  const last = recall<number>('district', 0)
  return last > 0
    ? String(last)
    : (document.querySelector<HTMLMetaElement>('meta[name=district]')?.content ?? '')
}

type Props = { district?: number; refused?: string | undefined; typed?: string }

/** Twelve digits, checked before anything is sent; `district` absent: asked for where this device does not know it. */
export function CodeForm({ district, refused, typed: before = '' }: Props) {
  const { say } = useSay()
  const [typed, setTyped] = useState(before)
  const [area, setArea] = useState(knownDistrict)
  const [askArea] = useState(district === undefined && knownDistrict() === '')
  const [isChecked, setChecked] = useState(before !== '')
  const error = isChecked ? problemOf(typed, say) : undefined
  const areaDigits = digitsOf(area)
  const isAreaWrong = askArea && !/^\d{6}$/.test(areaDigits)
  const areaError = isChecked && isAreaWrong ? say(startWords.areaWrong) : undefined

  const submit = (event: Event) => {
    event.preventDefault()
    setChecked(true)
    const read = readTypedCode(typed)
    if (!('code' in read)) return document.getElementById('code')?.focus()
    if (isAreaWrong) return document.getElementById('area')?.focus()
    go(trackPath(district ?? Number(areaDigits), read.code))
  }
  return (
    <form class="code-form" onSubmit={submit} noValidate>
      <Field id="code" label={say(startWords.code)} hint={say(startWords.codeHint)} error={error ?? refused}>
        <input
          {...described('code', error ?? refused)}
          class="digits"
          inputMode="numeric"
          autocomplete="off"
          spellcheck={false}
          maxLength={60}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            setChecked(false)
          }}
        />
      </Field>
      {askArea && (
        <Field id="area" label={say(startWords.area)} hint={say(startWords.areaHint)} error={areaError}>
          <input
            {...described('area', areaError)}
            inputMode="numeric"
            autocomplete="off"
            maxLength={20}
            value={area}
            onInput={(event) => setArea(event.currentTarget.value)}
          />
        </Field>
      )}
      <button type="submit" class="primary">
        {say(startWords.look)}
      </button>
    </form>
  )
}
