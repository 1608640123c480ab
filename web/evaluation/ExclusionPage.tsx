import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import type { ExclusionPage as Exclusion, ExclusionTold } from '#contract/exclusion.ts'
import {
  exclusionReasonLabels,
  exclusionStateLabels,
  measureLabels,
  voteLabels,
} from '#contract/words/evaluation-labels.ts'
import { roleLabels } from '#contract/words/labels.ts'
import type { ExclusionStep } from '#domain/evaluation/exclusion.ts'
import { hrefOf } from '#web/lib/api.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FileGrid } from '#web/ui/FileGrid.tsx'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { EvaluationNav } from './EvaluationNav.tsx'
import { ExclusionStepForm } from './ExclusionStepForm.tsx'
import { useExclusion } from './queries.ts'
import { stateTones } from './tones.ts'
import { stepWords, toldWords, exclusionWords as words } from './words.ts'
import './evaluation.css'

export function ExclusionRoute() {
  const { id } = useParams({ from: '/staff/evaluation/exclusions/$id' })
  return <ExclusionPage key={id} id={id} />
}

/** One exclusion: what is asked and why, who voted what, what happened, and what the reader may do. */
function ExclusionPage({ id }: { id: string }) {
  const { say } = useWords()
  const exclusion = useExclusion(id)
  const { data } = exclusion
  const title = data ? say(words.of, { number: data.matter.number }) : say(words.askTitle)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page evaluation">
      <EvaluationNav />
      {exclusion.isPending && <Skeleton rows={8} />}
      {exclusion.error && <ErrorState error={exclusion.error} onRetry={() => void exclusion.refetch()} />}
      {data && (
        <>
          <h1>
            {title} <FlagTag tone={stateTones[data.state]}>{say(exclusionStateLabels[data.state])}</FlagTag>
          </h1>
          <About data={data} />
          <Steps data={data} />
          <section className="panel" aria-labelledby="exclusion-story">
            <header>
              <h2 id="exclusion-story">{say(words.story)}</h2>
            </header>
            <ol className="evaluation-story">
              {data.story.map((line) => (
                <Told key={line.id} id={id} line={line} />
              ))}
            </ol>
          </section>
        </>
      )}
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function About({ data }: { data: Exclusion }) {
  const { language, say } = useWords()
  const now = useNow()
  const { matter, unit, reason, measures, voteBy, appealBy, votes, seats, state } = data
  const { name, means } = exclusionReasonLabels[reason]
  return (
    <section className="panel" aria-label={say(words.reason)}>
      <div className="panel-body">
        <dl className="evaluation-facts">
          {matter.title !== null && (
            <Fact name={matter.number}>
              <Link
                className="link"
                to="/matters/$box/$id"
                params={{ box: 'all', id: matter.id }}
                search={{}}
              >
                {matter.title}
              </Link>
            </Fact>
          )}
          <Fact name={say(words.unit)}>{unit.name}</Fact>
          <Fact name={say(words.reason)}>
            <b>{say(name)}</b>
            <br />
            <span className="quiet">{say(means)}</span>
          </Fact>
          <Fact name={say(words.rates)}>
            {measures.map((rate) => say(measureLabels[rate].name)).join(language === 'zh' ? '、' : ', ')}
          </Fact>
          {state === 'voting' && <Fact name={say(words.voteBy)}>{dayWords(voteBy, now, language)}</Fact>}
          {state === 'refused' && appealBy !== null && (
            <Fact name={say(words.appealBy)}>{dayWords(appealBy, now, language)}</Fact>
          )}
          <Fact name={say(words.seats)}>
            {say(words.votes, votes)}
            <ul className="evaluation-seats">
              {seats.map((seat) => (
                <li key={seat.unit.id}>
                  {seat.unit.name}{' '}
                  <span className="quiet">{say(seat.vote ? voteLabels[seat.vote] : words.notYet)}</span>
                </li>
              ))}
            </ul>
          </Fact>
        </dl>
        <p className="quiet">{say(words.panelOnly)}</p>
      </div>
    </section>
  )
}

function Steps({ data }: { data: Exclusion }) {
  const { say } = useWords()
  const [open, setOpen] = useState<ExclusionStep>()
  if (open)
    return <ExclusionStepForm key={open} id={data.id} step={open} onClose={() => setOpen(undefined)} />
  if (data.may.length === 0) return null
  return (
    <div className="form-actions">
      {data.may.map((one) => (
        <Button
          key={one}
          type={one === 'vote' || one === 'grant' ? 'primary' : 'default'}
          onClick={() => setOpen(one)}
        >
          {say(stepWords[one])}
        </Button>
      ))}
    </div>
  )
}

/** One line of what happened: offices and posts, never names. */
function Told({
  id,
  line: { at, verb, unitName, role, vote, text, files },
}: {
  id: string
  line: ExclusionTold
}) {
  const { language, say } = useWords()
  const post = role ? `${language === 'en' ? ', ' : ' '}${say(roleLabels[role])}` : ''
  const who = unitName === null ? '' : `${unitName}${post}`
  const sentence = toldWords[verb]
  return (
    <li>
      <p>
        {sentence ? say(sentence, { who, vote: vote ? say(voteLabels[vote]) : '' }) : who}{' '}
        <span className="quiet">
          <When at={at} />
        </span>
      </p>
      {text !== null && <blockquote>{text}</blockquote>}
      <FileGrid
        files={files.map((file) => {
          const params = { id, fileId: file.id }
          return {
            ...{ id: file.id, name: file.name, isPicture: file.mime.startsWith('image/') },
            smallUrl: hrefOf('readExclusionFile', { params, query: { size: 'small' } }),
            fullUrl: hrefOf('readExclusionFile', { params, query: {} }),
          }
        })}
      />
    </li>
  )
}
