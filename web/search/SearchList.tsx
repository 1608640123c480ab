import { useWords } from '#web/lib/words.ts'
import type { SearchOption } from './options.ts'
import { forgetRecent } from './recent.ts'
import './search.css'
import { searchWords as words } from './words.ts'

type Props = {
  id: string
  isOpen: boolean
  options: readonly SearchOption[]
  at: number
  isWaiting: boolean
  onActive: (at: number) => void
  onPick: (option: SearchOption) => void
  onForget: () => void
}

const groups = ['recent', 'matters', 'units', 'staff', 'all'] as const

/** The suggestions below the search box, by kind. The box keeps the focus. */
export function SearchList({ id, isOpen, options, at, isWaiting, onActive, onPick, onForget }: Props) {
  const { say } = useWords()
  const isNothing = !isWaiting && options.every((one) => one.group === 'all')
  return (
    <div className="search-list" hidden={!isOpen} onMouseDown={(event) => event.preventDefault()}>
      <div role="listbox" id={id} aria-label={say(words.suggestions)}>
        {isOpen &&
          groups
            .filter((group) => options.some((one) => one.group === group))
            .map((group) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of options within a listbox has no element of its own
              <div key={group} role="group" aria-label={group === 'all' ? undefined : say(words[group])}>
                {group !== 'all' && (
                  <span className="search-group" aria-hidden="true">
                    {say(words[group])}
                  </span>
                )}
                {options.map((option, index) =>
                  option.group === group ? (
                    // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus, as the combobox pattern asks
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the input
                    <div
                      key={option.key}
                      id={`${id}-${index}`}
                      role="option"
                      aria-selected={index === at}
                      data-active={index === at ? 'yes' : 'no'}
                      onPointerEnter={() => onActive(index)}
                      onClick={() => onPick(option)}
                    >
                      <span>{option.label}</span>
                      {option.note && <small>{option.note}</small>}
                    </div>
                  ) : null,
                )}
              </div>
            ))}
      </div>
      {isOpen && isNothing && <p className="quiet">{say(words.none)}</p>}
      {isOpen && options.some((one) => one.group === 'recent') && (
        <button
          type="button"
          className="link"
          onClick={() => {
            forgetRecent()
            onForget()
          }}
        >
          {say(words.forget)}
        </button>
      )}
      <span className="hidden-text" role="status">
        {isOpen && !isWaiting ? say(words.count, { count: options.length }) : ''}
      </span>
    </div>
  )
}
