import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '#web/lib/words.ts'
import type { Wiring } from './Field.tsx'
import { uiWords } from './ui-words.ts'

export type Option = { value: string; label: string; note?: string }

/** One out of many by typing a part of it: a combobox with a list below. Who gives the options decides how they are found. */
export function Picker({
  wiring,
  options,
  value,
  shown,
  onSearch,
  onPick,
  isSearching,
  placeholder,
}: {
  wiring: Wiring
  options: readonly Option[]
  value: string
  /** What the closed field says. */
  shown: string
  onSearch: (typed: string) => void
  onPick: (option: Option) => void
  isSearching?: boolean
  placeholder?: string
}) {
  const { say } = useWords()
  const listId = useId()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(0)
  const isAwaited = useRef(false)
  const input = useRef<HTMLInputElement>(null)
  const at = Math.min(active, options.length - 1)

  const close = () => {
    setOpen(false)
    setTyped(undefined)
  }
  const pick = (option: Option) => {
    onPick(option)
    onSearch('')
    close()
  }
  const pickFirst = useRef(() => {})
  pickFirst.current = () => {
    const [option] = options
    if (option && isOpen) pick(option)
  }
  useEffect(() => {
    // who was quicker than the search gets what it finds first, not what stood there before
    if (!isAwaited.current || isSearching) return
    isAwaited.current = false
    pickFirst.current()
  }, [isSearching])
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move !== undefined) {
      event.preventDefault()
      setOpen(true)
      setActive(isOpen ? Math.max(0, Math.min(at + move, options.length - 1)) : 0)
      document.getElementById(`${listId}-${at + move}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && isOpen && !event.nativeEvent.isComposing) {
      event.preventDefault()
      if (isSearching) {
        isAwaited.current = true
        return
      }
      const option = options[at]
      if (option) pick(option)
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      close()
    }
  }

  return (
    <div className="picker">
      <input
        {...wiring}
        ref={input}
        className="input"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && at >= 0 ? `${listId}-${at}` : undefined}
        placeholder={placeholder}
        value={typed ?? shown}
        onFocus={(event) => event.target.select()}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setTyped(event.target.value)
          onSearch(event.target.value)
          setActive(0)
          isAwaited.current = false
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {/* biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus, as the combobox pattern asks */}
      <ul
        id={listId}
        className="picker-list"
        role="listbox"
        hidden={!isOpen}
        aria-label={placeholder ?? say(uiWords.pickerCount, { count: options.length })}
      >
        {isOpen &&
          options.map((option, index) => (
            <li
              key={option.value}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={option.value === value}
              data-active={index === at ? 'yes' : 'no'}
              onPointerEnter={() => setActive(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
            >
              <span>{option.label}</span>
              {option.note && <small>{option.note}</small>}
            </li>
          ))}
        {isOpen && options.length === 0 && (
          <li className="picker-empty" role="option" aria-selected="false" aria-disabled="true">
            {say(isSearching ? uiWords.pickerSearching : uiWords.pickerEmpty)}
          </li>
        )}
      </ul>
    </div>
  )
}
