import { CloseOutlined, SearchOutlined } from '@ant-design/icons'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { listBoxes } from '#contract/list.ts'
import { useWords } from '#web/lib/words.ts'
import type { Filters } from '#web/matter/filters.ts'
import type { Box } from '#web/matter/queries.ts'
import { optionsOf, type SearchOption } from '#web/search/options.ts'
import { isPersonal, keepRecent, readRecent } from '#web/search/recent.ts'
import { SearchList } from '#web/search/SearchList.tsx'
import { useSuggestions } from '#web/search/use-suggestions.ts'
import { useMay } from './queries.ts'
import { consoleWords as words } from './words.ts'

/** Search as you type: matters, units and people at once; Enter without a choice searches the list that is open. */
export function SearchBox() {
  const { language, say } = useWords()
  const navigate = useNavigate()
  const location = useRouterState({ select: (state) => state.location })
  const mayRead = useMay('matter.read')
  const q = (location.search as Filters).q ?? ''
  const [draft, setDraft] = useState({ q, typed: q })
  const typed = draft.q === q ? draft.typed : q
  const setTyped = (text: string) => setDraft({ q, typed: text })
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [recent, setRecent] = useState<string[]>([])
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const here = /\/matters\/(\w+)/.exec(location.pathname)?.[1] as Box
  const box: Box = listBoxes.includes(here) ? here : 'area'
  const { found, isFetching } = useSuggestions(typed, isOpen && mayRead)
  const options: SearchOption[] =
    typed.trim() === ''
      ? recent.map((text) => ({
          key: text,
          group: 'recent',
          label: text,
          note: '',
          to: { box, search: { q: text } },
        }))
      : // a number of somebody stands in no address
        optionsOf(found, typed.trim(), box, language).filter(
          (one) => one.group !== 'all' || !isPersonal(typed),
        )
  const at = Math.min(active, options.length - 1)

  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const search = (text: string) =>
    void navigate({
      to: '/matters/$box',
      params: { box },
      search: (before: Filters) => ({ ...before, q: text.trim() || undefined, do: undefined }),
    })
  const pick = ({ group, label, to }: SearchOption) => {
    close()
    input.current?.blur()
    if (group === 'all' || group === 'recent') {
      const text = group === 'all' ? typed.trim() : label
      keepRecent(text)
      setTyped(text)
      return search(text)
    }
    if (group === 'matters') keepRecent(typed)
    setTyped('')
    if (to.id !== undefined)
      return void navigate({ to: '/matters/$box/$id', params: { box: to.box, id: to.id }, search: to.search })
    return void navigate({ to: '/matters/$box', params: { box: to.box }, search: to.search })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const chosen = options[at]
    if (chosen) return pick(chosen)
    if (isPersonal(typed)) return options[0] ? pick(options[0]) : undefined
    keepRecent(typed)
    close()
    search(typed)
    input.current?.blur()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault()
      setOpen(true)
      const next = Math.max(-1, Math.min(at + step, options.length - 1))
      setActive(next)
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      if (isOpen && options.length > 0) close()
      else input.current?.blur()
    }
  }
  const isShown = isOpen && mayRead && (typed.trim() !== '' || recent.length > 0)
  return (
    <form role="search" className="search" onSubmit={submit}>
      <SearchOutlined aria-hidden="true" />
      <input
        ref={input}
        id="search"
        type="text"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={listId}
        aria-activedescendant={isShown && at >= 0 ? `${listId}-${at}` : undefined}
        enterKeyHint="search"
        className="input"
        maxLength={100}
        aria-label={say(words.search)}
        placeholder={say(words.search)}
        value={typed}
        onFocus={() => {
          setRecent(readRecent())
          setOpen(true)
        }}
        onBlur={close}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(-1)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
      />
      {typed !== '' && (
        <button
          type="button"
          aria-label={say(words.clearSearch)}
          onClick={() => {
            setTyped('')
            if (q) search('')
            input.current?.focus()
          }}
        >
          <CloseOutlined aria-hidden="true" />
        </button>
      )}
      <button type="submit" className="hidden-text" tabIndex={-1}>
        {say(words.searchGo)}
      </button>
      <SearchList
        id={listId}
        isOpen={isShown}
        options={options}
        at={at}
        isWaiting={isFetching}
        onActive={setActive}
        onPick={pick}
        onForget={() => setRecent([])}
      />
    </form>
  )
}
