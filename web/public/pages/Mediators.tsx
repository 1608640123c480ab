/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { PublicOffice } from '#contract/mediator.ts'
import { languageLabels } from '#contract/words/mediation-labels.ts'
import type { Outcome } from '../api.ts'
import { listMediators } from '../mediators-api.ts'
import { useSay } from '../reader.ts'
import { refusedWords, unreachedWords } from '../refused.ts'
import '../styles/mediators.css'
import { mediatorsWords as words } from '../words/mediators.ts'
import { startWords } from '../words/start.ts'

type Page = { districtName: string; rows: readonly PublicOffice[]; next: string | null }
type Shown = { page?: Page; problem?: Exclude<Outcome<Page>, { ok: Page }> }

/** Committees and studios of a district, with the mediators who agreed to stand here. */
export function Mediators({ district }: { district: number }) {
  const { say, language } = useSay()
  const [{ page, problem }, setShown] = useState<Shown>({})
  const [isLoading, setLoading] = useState(true)
  const load = async (before: Page | undefined) => {
    setLoading(true)
    const outcome = await listMediators(district, before?.next ?? undefined)
    setLoading(false)
    if (!('ok' in outcome)) setShown(before ? { page: before, problem: outcome } : { problem: outcome })
    else setShown({ page: { ...outcome.ok, rows: [...(before?.rows ?? []), ...outcome.ok.rows] } })
  }
  useEffect(() => {
    let isOver = false
    void listMediators(district).then((outcome) => {
      if (isOver) return
      setLoading(false)
      setShown('ok' in outcome ? { page: outcome.ok } : { problem: outcome })
    })
    return () => {
      isOver = true
    }
  }, [district])
  return (
    <>
      <div class="welcome">
        <h1>{say(words.title)}</h1>
        <p>{say(words.lead)}</p>
      </div>
      {!page && isLoading && <p class="sheet skeleton">{say(startWords.opening)}</p>}
      {page?.rows.length === 0 && <p class="sheet">{say(words.none)}</p>}
      {page?.rows.map((office) => (
        <Office key={office.id} office={office} />
      ))}
      {problem && (
        <div class="notice" role="alert">
          <p>
            {'refused' in problem ? refusedWords(problem.refused, language) : say(unreachedWords(problem))}
          </p>
          <button type="button" class="button" onClick={() => void load(page)}>
            {say(startWords.retry)}
          </button>
        </div>
      )}
      {page?.next && !problem && (
        <button type="button" class="button" disabled={isLoading} onClick={() => void load(page)}>
          {say(words.more)}
        </button>
      )}
      {page && page.rows.length > 0 && <p class="hint">{say(words.order)}</p>}
    </>
  )
}

function Office({ office }: { office: PublicOffice }) {
  const { say } = useSay()
  const { id, kind, name, phone, settled, mediators } = office
  return (
    <section class="sheet" aria-labelledby={`office-${id}`}>
      <h2 id={`office-${id}`}>{name}</h2>
      <p class="hint">
        {say(words[kind])} ·{' '}
        {settled === null ? say(words.fewSettled) : say(words.settled, { count: settled })}
      </p>
      {mediators.length === 0 ? (
        <p>{say(words.nobody)}</p>
      ) : (
        <ul class="mediators">
          {mediators.map((one, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may bear one name, and the list never moves
            <li key={`${one.name}${i}`}>
              <Mediator one={one} />
            </li>
          ))}
        </ul>
      )}
      {phone && (
        <a class="button" href={`tel:${phone}`}>
          {say(words.call, { phone })}
        </a>
      )}
    </section>
  )
}

function Mediator({ one }: { one: PublicOffice['mediators'][number] }) {
  const { say, language } = useSay()
  const list = (parts: readonly string[]) => parts.join(say({ zh: '、', en: ', ' }))
  return (
    <>
      <strong>{one.name}</strong>
      {one.sinceYear !== null && <span> {say(words.since, { year: one.sinceYear })}</span>}
      {one.specialities.length > 0 && (
        <p>{say(words.knows, { what: list(one.specialities.map((name) => name[language])) })}</p>
      )}
      {one.languages.length > 0 && (
        <p>{say(words.speaks, { what: list(one.languages.map((code) => say(languageLabels[code]))) })}</p>
      )}
      {one.about !== '' && <p class="about">{one.about}</p>}
    </>
  )
}
