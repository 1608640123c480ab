import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lib/words.ts'
import { supervisionWords as words } from './words.ts'

const pages = [
  { to: '/supervision', name: words.board },
  { to: '/supervision/instruments', name: words.instruments },
  { to: '/supervision/findings', name: words.findings },
  { to: '/supervision/samples', name: words.samples },
] as const

/** The pages of supervision, one beside the other. */
export function SupervisionNav() {
  const { say } = useWords()
  return (
    <nav className="supervision-nav" aria-label={say(words.nav)}>
      {pages.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          search={{}}
          activeOptions={{ exact: to === '/supervision', includeSearch: false }}
        >
          {say(name)}
        </Link>
      ))}
    </nav>
  )
}
