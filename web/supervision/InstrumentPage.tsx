import { useMutation } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import type { InstrumentPage as Instrument } from '#contract/supervision.ts'
import { clockLabels, roleLabels } from '#contract/words/labels.ts'
import { instrumentStateLabels } from '#contract/words/supervision-labels.ts'
import type { Day } from '#domain/calendar/days.ts'
import { formNumber } from '#domain/supervision/form.ts'
import type { SupervisionStep } from '#domain/supervision/steps.ts'
import { keepFile } from '#web/lib/fetch-file.ts'
import { newId } from '#web/lib/ids.ts'
import { dayWords, exactTime } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { useInstrument } from './queries.ts'
import { StepForm } from './StepForm.tsx'
import { SupervisionNav } from './SupervisionNav.tsx'
import { Told } from './Told.tsx'
import { kindWords, toneOf } from './tones.ts'
import { stepWords, supervisionWords as words } from './words.ts'
import './supervision.css'

export function InstrumentRoute() {
  const { id } = useParams({ from: '/staff/supervision/instruments/$id' })
  return <InstrumentPage key={id} id={id} />
}

/** One instrument: to whom and why, what happened, and what the reader may do. */
function InstrumentPage({ id }: { id: string }) {
  const { language, say } = useWords()
  const instrument = useInstrument(id)
  const { data } = instrument
  const title = data
    ? say(words.numbered, {
        ...{ kind: kindWords(data.kind, language), number: formNumber(data), no: data.no, year: data.year },
      })
    : say(words.instruments)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page supervision">
      <SupervisionNav />
      {instrument.isPending && <Skeleton rows={8} />}
      {instrument.error && <ErrorState error={instrument.error} onRetry={() => void instrument.refetch()} />}
      {data && (
        <>
          <div className="page-top">
            <h1>
              {title} <FlagTag tone={toneOf(data)}>{say(instrumentStateLabels[data.state])}</FlagTag>
            </h1>
            <Print data={data} />
          </div>
          <About data={data} />
          <Steps data={data} />
          <section className="panel" aria-labelledby="supervision-story">
            <header>
              <h2 id="supervision-story">{say(words.story)}</h2>
            </header>
            <Told lines={data.story} />
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

function About({ data }: { data: Instrument }) {
  const { language, say } = useWords()
  const now = useNow()
  const on = (day: Day) => dayWords(day, now, language)
  const { matter, unit, giver, clockKind, clockDueAt, answerOn, promisedOn, isOverdue, state } = data
  const clock = say(clockLabels[clockKind])
  return (
    <section className="panel" aria-label={say(words.matter)}>
      <div className="panel-body">
        <dl className="supervision-facts">
          <Fact name={say(words.matter)}>
            <Link className="link" to="/matters/$box/$id" params={{ box: 'all', id: matter.id }} search={{}}>
              <span className="number">{matter.number}</span> {matter.title}
            </Link>
          </Fact>
          <Fact name={say(words.addressed)}>{unit.name}</Fact>
          <Fact name={say(words.giver)}>
            {giver.unit.name} · {say(roleLabels[giver.role])}
          </Fact>
          <Fact name={say(words.clock)}>
            {clockDueAt === null
              ? clock
              : say(words.clockWas, { clock, due: exactTime(Date.parse(clockDueAt), language) })}
          </Fact>
          <Fact name={say(words.answerOn)}>
            {state === 'waiting' && isOverdue ? say(words.overdue, { day: on(answerOn) }) : on(answerOn)}
          </Fact>
          {promisedOn !== null && <Fact name={say(words.promise)}>{on(promisedOn)}</Fact>}
        </dl>
        <p className="quiet">{say(words.frozen)}</p>
      </div>
    </section>
  )
}

function Steps({ data }: { data: Instrument }) {
  const { say } = useWords()
  const [open, setOpen] = useState<SupervisionStep>()
  if (data.may.length === 0) return null
  // the form stays as it is while somebody else moves the instrument on
  if (open !== undefined)
    return <StepForm key={open} id={data.id} step={open} onClose={() => setOpen(undefined)} />
  return (
    <div className="supervision-buttons">
      {data.may.map((step, i) => (
        <Button
          key={step}
          type={i === 0 && step !== 'cancel' ? 'primary' : 'default'}
          danger={step === 'cancel'}
          onClick={() => setOpen(step)}
        >
          {say(stepWords[step])}
        </Button>
      ))}
    </div>
  )
}

function Print({ data }: { data: Instrument }) {
  const { say } = useWords()
  const draw = useMutation({
    mutationFn: (as: 'pdf' | 'word') =>
      keepFile('drawInstrument', {
        params: { id: data.id },
        body: { commandId: newId(), as, purpose: words.forFile.zh },
      }),
  })
  return (
    <div className="supervision-print">
      {(['pdf', 'word'] as const).map((as) => (
        <Button
          key={as}
          size="small"
          loading={draw.isPending && draw.variables === as}
          disabled={draw.isPending}
          onClick={() => draw.mutate(as)}
        >
          {say(words.print)} {as === 'pdf' ? 'PDF' : 'Word'}
        </Button>
      ))}
      {draw.error && (
        <ErrorState error={draw.error} onRetry={() => draw.variables && draw.mutate(draw.variables)} />
      )}
    </div>
  )
}
