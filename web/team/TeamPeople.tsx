import { Button } from 'antd'
import { useState } from 'react'
import type { TeamView } from '#contract/team.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { TeamDeed } from './TeamDeed.tsx'
import { teamWords as words } from './words.ts'

/** The members of a team with their days; whoever may takes one out. */
export function TeamPeople({ team }: { team: TeamView }) {
  const { language, say } = useWords()
  const now = useNow()
  const [open, setOpen] = useState<string>()
  return (
    <ul className="team-members">
      {team.people.map((one) => (
        <li key={one.id}>
          <div className="team-person" data-on={one.outAt === null ? 'yes' : 'no'}>
            <b>{one.name}</b>
            <span>{one.unitName}</span>
            {one.isLead && <FlagTag tone="info">{say(words.lead1)}</FlagTag>}
            <small className="quiet">
              {one.outAt === null
                ? say(words.term, {
                    from: dayWords(one.fromOn, now, language),
                    to: dayWords(one.toOn ?? team.toOn, now, language),
                  })
                : say(words.out)}
            </small>
            {one.mayRemove && (
              <Button
                size="small"
                aria-expanded={open === one.id}
                aria-label={say(words.removeOne, { name: one.name })}
                onClick={() => setOpen(open === one.id ? undefined : one.id)}
              >
                {say(words.remove)}
              </Button>
            )}
          </div>
          {open === one.id && (
            <TeamDeed team={team} verb="removeMember" memberId={one.id} onClose={() => setOpen(undefined)} />
          )}
        </li>
      ))}
    </ul>
  )
}
