import { CloseOutlined, SearchOutlined } from '@ant-design/icons'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { useWords } from '#web/lib/words.ts'
import type { Filters } from '#web/matter/filters.ts'
import { consoleWords as words } from './words.ts'

/** Search by number or words, within the list that is open. */
export function SearchBox() {
  const { say } = useWords()
  const navigate = useNavigate()
  const location = useRouterState({ select: (state) => state.location })
  const q = (location.search as Filters).q ?? ''
  const [draft, setDraft] = useState({ q, typed: q })
  const typed = draft.q === q ? draft.typed : q
  const setTyped = (text: string) => setDraft({ q, typed: text })
  const input = useRef<HTMLInputElement>(null)

  const go = (text: string) => {
    const box = /\/matters\/(\w+)/.exec(location.pathname)?.[1] ?? 'area'
    void navigate({
      to: '/matters/$box',
      params: { box },
      search: (before: Filters) => ({ ...before, q: text.trim() || undefined, do: undefined }),
    })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go(typed)
    input.current?.blur()
  }
  return (
    <form role="search" className="search" onSubmit={submit}>
      <SearchOutlined aria-hidden="true" />
      <input
        ref={input}
        id="search"
        type="text"
        enterKeyHint="search"
        className="input"
        maxLength={100}
        aria-label={say(words.search)}
        placeholder={say(words.search)}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && input.current?.blur()}
      />
      {typed !== '' && (
        <button
          type="button"
          aria-label={say(words.clearSearch)}
          onClick={() => {
            setTyped('')
            if (q) go('')
            input.current?.focus()
          }}
        >
          <CloseOutlined aria-hidden="true" />
        </button>
      )}
      <button type="submit" className="hidden-text" tabIndex={-1}>
        {say(words.searchGo)}
      </button>
    </form>
  )
}
