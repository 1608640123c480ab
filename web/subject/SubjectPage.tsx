import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import type { SubjectPage as Subject } from '#contract/subject.ts'
import { eraseGroundLabels, identityCheckLabels, subjectFieldLabels } from '#contract/words/subject.ts'
import { call } from '#web/lib/api.ts'
import { useWords } from '#web/lib/words.ts'
import { RevealDialog, type Shown } from '#web/matter/RevealDialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { useSubject } from './queries.ts'
import { Standing } from './SubjectsPage.tsx'
import './subjects.css'
import { kindTitles, subjectWords as words } from './words.ts'

export function SubjectRoute() {
  const { id } = useParams({ from: '/staff/subjects/$id' })
  return <SubjectPage key={id} id={id} />
}

/** One request: what is asked and by whom it is sure to be, and the answer. */
function SubjectPage({ id }: { id: string }) {
  const { say } = useWords()
  const subject = useSubject(id)
  const { data } = subject
  const what = data?.field ? say(subjectFieldLabels[data.field]) : ''
  const title = data ? say(kindTitles[data.kind], { what }) : say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page subjects">
      <p>
        <Link className="link" to="/subjects">
          {say(words.back)}
        </Link>
      </p>
      {subject.isPending && <Skeleton rows={8} />}
      {subject.error && <ErrorState error={subject.error} onRetry={() => void subject.refetch()} />}
      {data && (
        <>
          <h1>
            {title} <Standing row={data} />
          </h1>
          <Asked subject={data} />
          {data.state !== 'open' ? (
            <Answered subject={data} />
          ) : data.outcomes.length > 0 ? (
            <AnswerForm subject={data} />
          ) : (
            <Notice tone="info">{say(words.waits)}</Notice>
          )}
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

function Asked({ subject }: { subject: Subject }) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { field, ground, value, words: said } = subject
  const isGone = said === null && subject.tookWords
  return (
    <section className="panel" aria-labelledby="asked">
      <header>
        <h2 id="asked">{say(words.asked)}</h2>
      </header>
      <div className="panel-body">
        <dl className="subject-facts">
          <Fact name={say(words.matter)}>
            <Link
              className="link"
              to="/matters/$box/$id"
              params={{ box: 'all', id: subject.matter.id }}
              search={{}}
            >
              <span className="number">{subject.matter.number}</span> {subject.matter.title}
            </Link>
          </Fact>
          {field && <Fact name={say(words.field)}>{say(subjectFieldLabels[field])}</Fact>}
          {value && <Fact name={say(words.value)}>{value}</Fact>}
          {ground && <Fact name={say(words.ground)}>{say(eraseGroundLabels[ground])}</Fact>}
          <Fact name={say(words.words)}>{said ?? say(isGone ? words.wordsGone : words.wordsNone)}</Fact>
          <Fact name={say(words.how)}>{say(subject.byPhone ? words.byPhone : words.byCode)}</Fact>
          <Fact name={say(words.askedAt)}>
            <When at={subject.askedAt} />
          </Fact>
        </dl>
        {subject.outcomes.length > 0 && subject.hasSecret && (
          <button type="button" className="link" onClick={() => setOpen(true)}>
            {say(words.reveal)}
          </button>
        )}
        {isOpen && (
          <RevealDialog
            offered={['contact', 'other']}
            ask={(body) => call('revealSubject', { params: { id: subject.id }, body })}
            more={Right}
            onClose={() => setOpen(false)}
          />
        )}
      </div>
    </section>
  )
}

function Right({ shown }: { shown: Shown & { value: string | null } }) {
  const { say } = useWords()
  return shown.value === null ? null : (
    <p>
      {say(words.right)}
      <b className="number">{shown.value}</b>
    </p>
  )
}

function Answered({ subject }: { subject: Subject }) {
  const { say } = useWords()
  return (
    <section className="panel" aria-labelledby="answered">
      <header>
        <h2 id="answered">{say(words.answer)}</h2>
      </header>
      <div className="panel-body">
        <p className="quiet">
          {say(words.answeredBy, { name: subject.answeredBy ?? '' })}{' '}
          {subject.answeredAt && <When at={subject.answeredAt} />}
        </p>
        <blockquote>{subject.answer}</blockquote>
        {subject.checked && <p>{say(identityCheckLabels[subject.checked])}</p>}
        {subject.tookWords && <p>{say(words.tookWords)}</p>}
      </div>
    </section>
  )
}
