import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lib/words.ts'
import { evaluationWords as words } from './words.ts'

const pages = [
  { to: '/evaluation', name: words.month },
  { to: '/evaluation/months', name: words.months },
  { to: '/evaluation/exclusions', name: words.exclusions },
  { to: '/evaluation/panel', name: words.panel },
] as const

/** The pages of evaluation, one beside the other. */
export function EvaluationNav() {
  const { say } = useWords()
  return (
    <nav className="evaluation-nav" aria-label={say(words.nav)}>
      {pages.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          search={{}}
          activeOptions={{ exact: to === '/evaluation', includeSearch: false }}
        >
          {say(name)}
        </Link>
      ))}
    </nav>
  )
}
