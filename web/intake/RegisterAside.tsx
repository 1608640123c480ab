import { Button } from 'antd'
import type { MatterLink } from '#contract/desk.ts'
import { counted, useWords } from '#web/lib/words.ts'
import { MatterLinks } from '#web/matter/MatterLinks.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import type { useSaid, useSimilar } from './desk-queries.ts'
import { saidWords, deskWords as words } from './desk-words.ts'
import type { RegisterValue } from './register-value.ts'

type Props = {
  value: RegisterValue
  similar: ReturnType<typeof useSimilar>
  said: ReturnType<typeof useSaid>['data']
  onJoin: (matter: MatterLink) => void
}

/** What is here already: the same paper, what may be the same thing, what the person said before. */
export function RegisterAside({ value, similar, said, onJoin }: Props) {
  const { say } = useWords()
  const others = similar?.rows ?? []
  const join = (row: MatterLink, label: string) =>
    row.state !== 'closed' &&
    row.id !== value.joins?.id && <Button onClick={() => onJoin(row)}>{label}</Button>
  const joinThis = (row: MatterLink) => join(row, say(words.joinThis))
  const joinByKey = (row: MatterLink, index: number) => join(row, say(words.joinByKey, { digit: index + 1 }))
  return (
    <>
      {similar?.isPaperKnown && (
        <section className="panel" aria-label={say(words.paperHere)}>
          <div className="panel-body">
            <Notice tone="near" live>
              {say(similar.paper ? words.paperHere : words.paperElsewhere)}
            </Notice>
          </div>
          {similar.paper && <MatterLinks rows={[similar.paper]} action={joinThis} isApart />}
        </section>
      )}
      <section className="panel" aria-labelledby="similar-title">
        <header>
          <h2 id="similar-title" aria-live="polite">
            {say(words.similar)}
            {others.length > 0 && <span className="number"> {others.length}</span>}
          </h2>
        </header>
        {others.length > 0 ? (
          <MatterLinks rows={others} action={joinByKey} isApart />
        ) : (
          <p className="panel-body quiet register-none">{say(words.similarNone)}</p>
        )}
      </section>
      {said && said.rows.length > 0 && (
        <section className="panel" aria-labelledby="said-title">
          <header>
            <h2 id="said-title" aria-live="polite">
              {say(counted(saidWords, said.rows.length + said.more), {
                count: said.rows.length + said.more,
              })}
            </h2>
          </header>
          <MatterLinks rows={said.rows} action={joinThis} isApart />
          {said.more > 0 && (
            <p className="quiet matter-links-more">{say(words.saidMore, { count: said.more })}</p>
          )}
        </section>
      )}
    </>
  )
}
