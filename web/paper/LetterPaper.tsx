import type { PaperView } from '#contract/paper.ts'
import { routeLabels } from '#contract/words/labels.ts'
import { exactTime } from '#web/lib/time.ts'
import { routeGuides, chinese as words } from './chinese.ts'

/** The notice that an appeal is not taken: why, and which way is open instead. */
export function LetterPaper({ view }: { view: PaperView }) {
  const { refusal, person } = view
  if (!refusal) return null
  const said = words.refusalSaid
    .replace('{time}', exactTime(Date.parse(view.receivedAt), 'zh').split(' ')[0] ?? '')
    .replace('{title}', view.title)
    .replace('{number}', view.number)
  // an answer given before is no way to go
  const way = refusal.route === 'answeredBefore' ? words.refusalNoRoute : words.refusalRoute
  const route = way
    .replace('{route}', routeLabels[refusal.route].zh)
    .replace('{guide}', routeGuides[refusal.route])
  return (
    <div className="paper-letter">
      <p className="paper-dear">
        {person.name === null ? words.refusalDearNobody : words.refusalDear.replace('{name}', person.name)}
      </p>
      <p>{said}</p>
      <p className="paper-long">{refusal.reason}</p>
      <p>{route}</p>
      <p>{words.refusalOthers}</p>
      <p>{words.refusalKnown}</p>
      <p className="paper-received">{words.receivedBy}</p>
    </div>
  )
}
