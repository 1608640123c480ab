import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { TeamTold, TeamView } from '#contract/team.ts'
import { teamKindLabels, teamVerbLabels } from '#contract/words/aid.ts'
import type { TeamVerb } from '#domain/team/moves.ts'
import { AidLine } from '#web/aid/AidLine.tsx'
import '#web/aid/aid.css'
import { useAids } from '#web/aid/queries.ts'
import { SaidWords } from '#web/aid/SaidWords.tsx'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { counted, useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import '#web/whistle/whistle.css'
import { useTeam } from './queries.ts'
import { TeamDeed } from './TeamDeed.tsx'
import { TeamState } from './TeamLine.tsx'
import { TeamPeople } from './TeamPeople.tsx'
import { teamSaidLabels, teamToldWords, teamWords as words } from './words.ts'

export function TeamRoute() {
  const { id } = useParams({ from: '/staff/teams/$id' })
  return <TeamPage key={id} id={id} />
}

/** One team: what for, until when, who is in it, its orders, and its log. */
function TeamPage({ id }: { id: string }) {
  const { say } = useWords()
  const team = useTeam(id)
  const { data } = team
  const title = data?.name ?? say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page whistles">
      <p>
        <Link className="link" to="/teams" search={{}}>
          {say(words.back)}
        </Link>
      </p>
      {team.isPending && <Skeleton rows={10} />}
      {team.error && <ErrorState error={team.error} onRetry={() => void team.refetch()} />}
      {data && <Whole team={data} />}
    </div>
  )
}

function Whole({ team }: { team: TeamView }) {
  const { language, say } = useWords()
  const now = useNow()
  const { name, unitName, leadName, leadUnitName: unit } = team
  const term = {
    from: dayWords(team.fromOn, now, language),
    to: dayWords(team.toOn, now, language),
  }
  return (
    <>
      <h1 className="whistle-title">
        <b className="number">{name}</b> <span>{say(teamKindLabels[team.kind])}</span>
        <TeamState row={team} />
      </h1>
      <section className="panel" aria-labelledby="purpose">
        <header>
          <h2 id="purpose">{say(words.purpose)}</h2>
        </header>
        <div className="panel-body">
          <p className="whistle-words-whole">{team.purpose ?? say(words.destroyed)}</p>
          <p>
            {say(words.leads, { name: leadName, unit })} · {say(words.term, term)}
          </p>
          <p className="quiet">
            {say(words.setUpBy)} {unitName}
          </p>
          <Deeds team={team} />
        </div>
      </section>
      <section className="panel" aria-labelledby="people">
        <header>
          <h2 id="people">{say(words.people)}</h2>
        </header>
        <div className="panel-body">
          <TeamPeople team={team} />
        </div>
      </section>
      <Orders team={team} />
      <section className="panel" aria-labelledby="log">
        <header>
          <h2 id="log">{say(words.story)}</h2>
        </header>
        <div className="panel-body">
          <ol className="whistle-told">
            {team.told.toReversed().map((one) => (
              <Told key={one.id} one={one} />
            ))}
          </ol>
        </div>
      </section>
    </>
  )
}

/** What may be done with the team now; each opens its form below. */
function Deeds({ team }: { team: TeamView }) {
  const { say } = useWords()
  const [open, setOpen] = useState<TeamVerb>()
  const may = team.may.filter((verb) => verb !== 'removeMember')
  if (may.length === 0) return null
  return (
    <section aria-label={say(words.doNow)}>
      <div className="whistle-buttons">
        {may.map((verb) => (
          <Button
            key={verb}
            aria-expanded={verb === open}
            onClick={() => setOpen(verb === open ? undefined : verb)}
          >
            {say(teamVerbLabels[verb])}
          </Button>
        ))}
      </div>
      {team.open > 0 && may.includes('addMember') && (
        <p className="quiet">{say(counted(words.openFirst, team.open), { n: team.open })}</p>
      )}
      {open && <TeamDeed key={open} team={team} verb={open} onClose={() => setOpen(undefined)} />}
    </section>
  )
}

/** The orders that were dispatched to the team, as far as the reader sees them. */
function Orders({ team }: { team: TeamView }) {
  const { say } = useWords()
  const open = useAids({ of: 'area', team: team.id })
  const over = useAids({ of: 'done', team: team.id })
  const rows = [open, over].flatMap((one) => one.data?.pages.flatMap((page) => page.rows) ?? [])
  return (
    <section className="panel" aria-labelledby="orders">
      <header>
        <h2 id="orders">{say(words.openOrders)}</h2>
      </header>
      {open.data && rows.length === 0 && <p className="quiet whistle-none">{say(words.noOrders)}</p>}
      <ul className="whistle-list">
        {rows.map((row) => (
          <AidLine key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

function Told({ one }: { one: TeamTold }) {
  const { language, say } = useWords()
  const now = useNow()
  const { name = '', unit = '', toOn } = one.facts
  return (
    <li>
      <p>
        {say(teamToldWords[one.verb], {
          ...{ who: one.byName ?? '', name, unit },
          day: toOn ? dayWords(toOn, now, language) : '',
        })}{' '}
        <small className="quiet">
          <When at={one.at} />
        </small>
      </p>
      {one.verb !== 'found' && <SaidWords said={one.words} labels={teamSaidLabels} />}
    </li>
  )
}
