/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { Proof as Proven } from '#contract/proof.ts'
import { proofLabel } from '#contract/words/proof.ts'
import { readProofCode } from '#domain/mediation/proof.ts'
import { at, call, type Outcome } from '../api.ts'
import { go } from '../navigate.ts'
import { described, Field } from '../parts/Field.tsx'
import { Link } from '../parts/Link.tsx'
import { proofPath } from '../paths.ts'
import { useSay } from '../reader.ts'
import { refusedWords, unreachedWords } from '../refused.ts'
import '../styles/person.css'
import { exactly } from '../when.ts'
import { proofStateWords, proofWords as words } from '../words/proof.ts'
import { startWords } from '../words/start.ts'

/** Whether the paper in somebody's hands is genuine. In: the code in the fragment of the address, if there is one. */
export function Proof({ district, code: typed }: { district: number; code: string }) {
  const { say, language } = useSay()
  const code = readProofCode(typed)
  const [outcome, setOutcome] = useState<Outcome<Proven>>()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (code === undefined) return
    let isOver = false
    void call<Proven>('POST', `${at(district)}/papers/check`, { code }).then((answer) => {
      if (!isOver) setOutcome(answer)
    })
    return () => {
      isOver = true
    }
  }, [district, code, turn])
  if (outcome && 'ok' in outcome) return <Shown proof={outcome.ok} district={district} />
  if (code !== undefined && !outcome) return <p class="sheet skeleton">{say(startWords.opening)}</p>
  const isUnreached = outcome !== undefined && 'unreached' in outcome
  return (
    <section class="sheet">
      <h1>{say(words.title)}</h1>
      <p>{say(words.lead)}</p>
      {isUnreached ? (
        <div class="notice" role="alert">
          <p>{say(unreachedWords(outcome))}</p>
          <button type="button" class="button" onClick={() => setTurn(turn + 1)}>
            {say(startWords.retry)}
          </button>
        </div>
      ) : (
        <CodeForm
          district={district}
          before={typed}
          refused={outcome && 'refused' in outcome ? refusedWords(outcome.refused, language) : undefined}
        />
      )}
    </section>
  )
}

function CodeForm({
  district,
  before,
  refused,
}: {
  district: number
  before: string
  refused: string | undefined
}) {
  const { say } = useSay()
  const [typed, setTyped] = useState(before)
  const [isChecked, setChecked] = useState(before !== '')
  const wrong = isChecked && readProofCode(typed) === undefined ? say(words.codeWrong) : undefined
  const error = wrong ?? (typed === before ? refused : undefined)
  const submit = (event: Event) => {
    event.preventDefault()
    setChecked(true)
    const code = readProofCode(typed)
    if (code === undefined) document.getElementById('proof')?.focus()
    else go(proofPath(district, code))
  }
  return (
    <form class="code-form" onSubmit={submit} noValidate>
      <Field id="proof" label={say(words.code)} hint={say(words.codeHint)} error={error}>
        <input
          {...described('proof', error)}
          class="digits"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={40}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            setChecked(false)
          }}
        />
      </Field>
      <button type="submit" class="button primary">
        {say(words.go)}
      </button>
    </form>
  )
}

const yuan = (fen: number, language: 'zh' | 'en') => {
  const amount = (fen / 100).toLocaleString(language === 'zh' ? 'zh-CN' : 'en', { minimumFractionDigits: 2 })
  return language === 'zh' ? `${amount} 元` : `${amount} yuan`
}

function Shown({ proof, district }: { proof: Proven; district: number }) {
  const { say, language } = useSay()
  const { form, number, committeeName, districtName, drawnAt, state, agreement } = proof
  const facts: [label: string, value: string][] = [
    [say(words.form), say(proofLabel(form))],
    [say(words.number), number],
    [say(words.committee), `${districtName} ${committeeName}`],
    [say(words.drawnAt), exactly(Date.parse(drawnAt), language)],
    [say(words.state), say(proofStateWords[state])],
  ]
  if (agreement) {
    facts.push(
      [say(words.effectiveOn), agreement.effectiveOn ?? '—'],
      [say(words.fen), agreement.fen === 0 ? say(words.noMoney) : yuan(agreement.fen, language)],
      [say(words.parties), say(words.signedOf, { parties: agreement.parties, signed: agreement.signed })],
    )
  }
  const isStale = state === 'replaced' || state === 'notInForce' || state === 'gone'
  return (
    <>
      <section class="sheet">
        <h1>{say(words.genuine)}</h1>
        {isStale && (
          <p class="notice" role="alert">
            {say(proofStateWords[state])}
          </p>
        )}
        <p>{say(words.compare)}</p>
        <dl class="held">
          {facts.map(([label, value]) => (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
        <Link class="button" to={proofPath(district, '')}>
          {say(words.another)}
        </Link>
      </section>
      <FileCheck sha256={proof.sha256} />
    </>
  )
}

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Compares a file on the device with the fingerprint on record. */
function FileCheck({ sha256 }: { sha256: string }) {
  const { say } = useSay()
  const [result, setResult] = useState<'same' | 'different' | 'unable'>()
  const compare = async (file: File | undefined) => {
    setResult(undefined)
    if (!file) return
    const digest = await globalThis.crypto?.subtle
      ?.digest('SHA-256', await file.arrayBuffer())
      .catch(() => undefined)
    setResult(digest ? (hex(digest) === sha256 ? 'same' : 'different') : 'unable')
  }
  return (
    <section class="sheet" aria-labelledby="file-title">
      <h2 id="file-title">{say(words.fileTitle)}</h2>
      <p>{say(words.file)}</p>
      <label class="field">
        <span>{say(words.choose)}</span>
        <input
          type="file"
          accept=".pdf,.docx"
          onChange={(event) => void compare(event.currentTarget.files?.[0])}
        />
      </label>
      <p aria-live="polite" class={result === 'different' ? 'notice' : undefined}>
        {result && say(words[result])}
      </p>
    </section>
  )
}
