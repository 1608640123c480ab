import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import {
  closureLabels,
  kindLabels,
  levelLabels,
  satisfactionLabels,
  urgencyLabels,
} from '#contract/words/labels.ts'
import { evaluationWords, exclusionWords } from '#web/evaluation/words.ts'
import { useWords } from '#web/lib/words.ts'
import { When } from '#web/ui/When.tsx'
import { formWords } from './form-words.ts'
import { useCategories } from './queries.ts'
import { matterWords as words } from './words.ts'

/** The columns of a matter, by name. */
export function Details({ matter }: { matter: MatterPage }) {
  const { say } = useWords()
  const { nameOf } = useCategories()
  const rating = [
    matter.solved === null ? '' : say(matter.solved ? formWords.solvedYes : formWords.solvedNo),
    matter.satisfied === null ? '' : say(satisfactionLabels[matter.satisfied]),
  ].filter(Boolean)
  const lines: [string, ReactElement | string | false | null | undefined][] = [
    [say(words.kind), say(kindLabels[matter.kind])],
    [
      say(words.category),
      nameOf(matter.categoryCode) ?? matter.categoryCode ?? (
        <span key="none" className="quiet">
          {say(words.notSorted)}
        </span>
      ),
    ],
    [say(words.urgency), say(urgencyLabels[matter.urgency])],
    [say(words.level), say(levelLabels[matter.level])],
    [say(words.centre), matter.centre.name],
    [
      say(words.handling),
      matter.handling && [matter.handling.name, matter.handlerName].filter(Boolean).join(' · '),
    ],
    [say(words.receivedAt), <When key="received" at={matter.receivedAt} />],
    [say(words.closedAt), matter.closedAt && <When key="closed" at={matter.closedAt} />],
    [say(formWords.closureKind), matter.closureKind && say(closureLabels[matter.closureKind])],
    [say(words.rating), rating.join(' · ')],
    [
      say(evaluationWords.title),
      matter.mayAskExclusion && (
        <Link key="ask" className="link" to="/evaluation/exclusions/new" search={{ matter: matter.id }}>
          {say(exclusionWords.askTitle)}
        </Link>
      ),
    ],
  ]
  return (
    <section className="panel" aria-labelledby="details-title">
      <header>
        <h2 id="details-title">{say(words.details)}</h2>
      </header>
      <dl className="details">
        {lines
          .filter(([, value]) => value !== false && value !== null && value !== undefined && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
