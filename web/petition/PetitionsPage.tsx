import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { type PetitionRow, petitionBoxes } from '#contract/petition.ts'
import {
  clockNames,
  petitionEndingLabels,
  petitionKindLabels,
  petitionStateLabels,
} from '#contract/words/petition.ts'
import { petitionKinds } from '#domain/petition/petition.ts'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { ClockTag } from './ClockLine.tsx'
import { dayText } from './day-text.ts'
import './petition.css'
import { type PetitionBox, type PetitionSearch, readPetitionSearch, usePetitions } from './queries.ts'
import { petitionWords as words } from './words.ts'

const boxWords: Record<PetitionBox, Sentence> = {
  turn: words.turnBox,
  going: words.going,
  late: words.lateBox,
  over: words.overBox,
}

/** The petitions of the area by their clocks: our turn, going on, late, ended. */
export function PetitionsPage() {
  const { say } = useWords()
  const search = useSearch({ from: '/staff/petitions' })
  const petitions = usePetitions(search)
  const title = say(words.list)
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = petitions.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="page petitions">
      <div className="page-top">
        <h1>{title}</h1>
        <Link to="/petitions/figures" search={{}} className="link">
          {say(words.figures)}
        </Link>
      </div>
      <p className="page-lead">{say(words.lead)}</p>
      <Filters search={search} />
      {petitions.isPending && <Skeleton rows={6} />}
      {petitions.error && <ErrorState error={petitions.error} onRetry={() => void petitions.refetch()} />}
      {petitions.data && rows.length === 0 && (
        <Empty title={say(words.emptyList)}>{say(words.emptyText)}</Empty>
      )}
      {rows.length > 0 && (
        <ul className="panel petition-list">
          {rows.map((row) => (
            <li key={row.id}>
              <Row row={row} />
            </li>
          ))}
        </ul>
      )}
      {petitions.hasNextPage && (
        <Button loading={petitions.isFetchingNextPage} onClick={() => void petitions.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}

function Row({ row }: { row: PetitionRow }) {
  const { language, say } = useWords()
  const { clock } = row
  const name = clock && say(clockNames[clock.kind])
  return (
    <Link className="petition-row" to="/matters/$box/$id" params={{ box: 'all', id: row.matterId }}>
      <span className="petition-row-top">
        <b>{row.title}</b>
        <FlagTag tone={row.ending ? 'still' : 'info'}>
          {say(row.ending ? petitionEndingLabels[row.ending] : petitionStateLabels[row.state])}
        </FlagTag>
        {clock && <ClockTag clock={clock} />}
      </span>
      <span>
        {clock &&
          (clock.dueOn === null
            ? say(words.still, { clock: name ?? '' })
            : say(words.due, { clock: name ?? '', day: dayText(clock.dueOn, language) }))}
        {row.turnName && <span className="quiet"> · {say(words.turn, { unit: row.turnName })}</span>}
      </span>
      <span className="quiet">
        <span className="number">{row.number}</span> · {say(petitionKindLabels[row.kind])} · {row.officeName}
        {row.bodyName && ` → ${row.bodyName}`}
      </span>
    </Link>
  )
}

function Filters({ search }: { search: PetitionSearch }) {
  const { say } = useWords()
  const navigate = useNavigate()
  const { of = 'turn', type } = search
  const go = (change: Record<string, unknown>) =>
    void navigate({ to: '/petitions', search: readPetitionSearch({ ...search, ...change }), replace: true })
  return (
    <div className="petition-filters">
      <div className="petition-boxes" role="group" aria-label={say(words.which)}>
        {petitionBoxes.map((box) => (
          <button
            key={box}
            type="button"
            className="petition-box"
            aria-pressed={of === box}
            onClick={() => go({ of: box === 'turn' ? undefined : box })}
          >
            {say(boxWords[box])}
          </button>
        ))}
      </div>
      <select
        className="input petition-kind"
        aria-label={say(words.kind)}
        value={type ?? ''}
        onChange={(event) => go({ type: event.target.value })}
      >
        <option value="">{say(words.anyKind)}</option>
        {petitionKinds.map((one) => (
          <option key={one} value={one}>
            {say(petitionKindLabels[one])}
          </option>
        ))}
      </select>
    </div>
  )
}
