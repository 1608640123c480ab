import { Link } from '@tanstack/react-router'
import type { MatterPage } from '#contract/matter.ts'
import { holdLabels } from '#contract/words/labels.ts'
import { asking } from '#domain/matter/moves.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { When } from '#web/ui/When.tsx'
import { standingWords as words } from './standing-words.ts'
import { actionSentence, quoteOf } from './story-words.ts'

/** What stands beside the state: a request that waits, a hold, where a joined matter went and what came to this one. */
export function Standing({ matter }: { matter: MatterPage }) {
  const { language, say } = useWords()
  const { request, held, joinedInto, joined, archivedAt, destroyedAt } = matter
  const asked = request ? askedOf(matter.actionLog) : []
  return (
    <>
      {asked.length > 0 && (
        <Notice tone="near">
          {asked.map((action) => (
            <div key={action.seq}>
              <p>
                {actionSentence(action, language, { categoryOf: () => undefined })} <When at={action.at} />
              </p>
              <blockquote>{quoteOf(action)}</blockquote>
            </div>
          ))}
          <p className="quiet">{say(mayDecide(matter) ? words.decide : words.waits)}</p>
        </Notice>
      )}
      {held && (
        <Notice tone="info">
          <p>
            {say(words.held, { why: say(holdLabels[held.why]), days: held.days })} <When at={held.since} />
          </p>
        </Notice>
      )}
      {joinedInto && (
        <Notice tone="info">
          <p>
            {joinedInto.mayRead ? say(words.joinedInto) : say(words.joinedElsewhere)}{' '}
            {joinedInto.mayRead && <MatterLink matter={joinedInto} />}
          </p>
        </Notice>
      )}
      {matter.closureKind === 'voided' && request === null && (
        <Notice tone="info">
          <p>{say(words.voided)}</p>
        </Notice>
      )}
      {joined.length > 0 && (
        <Notice tone="info">
          <p>{say(words.joined, { count: joined.length })}</p>
          <ul className="plain-list">
            {joined.map((one) => (
              <li key={one.id}>
                <MatterLink matter={one} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {destroyedAt && (
        <Notice tone="info">
          <p>
            {say(words.destroyed)} <When at={destroyedAt} />
          </p>
        </Notice>
      )}
      {archivedAt && !destroyedAt && (
        <Notice tone="info">
          <p>
            {say(words.archived)} <When at={archivedAt} />
          </p>
        </Notice>
      )}
    </>
  )
}

/** What is asked for; where it is asked for once more, also what it was at first and why it was denied. */
function askedOf(log: MatterPage['actionLog']): MatterPage['actionLog'] {
  const last = log.findLast(({ verb }) => asking.includes(verb))
  if (last?.verb !== 'askReview') return last ? [last] : []
  const [first, denied] = [
    log.findLast(({ verb }) => asking.includes(verb) && verb !== 'askReview'),
    log.findLast(({ verb }) => verb === 'deny'),
  ]
  return [first, denied, last].filter((action) => action !== undefined)
}

const mayDecide = ({ may }: MatterPage) => may.includes('deny')

function MatterLink({ matter }: { matter: MatterPage['joined'][number] }) {
  return (
    <Link className="link" to="/matters/$box/$id" params={{ box: 'all', id: matter.id }} search={{}}>
      <span className="number">{matter.number}</span> {matter.title}
    </Link>
  )
}
