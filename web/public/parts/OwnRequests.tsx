/** @jsxImportSource preact */
import { eraseGroundLabels, subjectFieldLabels } from '#contract/words/subject.ts'
import { dayOf, startOfDay } from '#domain/calendar/days.ts'
import type { OwnRequest } from '../person-api.ts'
import { useSay } from '../reader.ts'
import { atWords, dayWords } from '../when.ts'
import { outcomeWords, personWords, requestWords } from '../words/person.ts'

/** What was asked, until when it is answered, and the answer with the other ways there are. */
export function OwnRequests({ requests }: { requests: readonly OwnRequest[] }) {
  const { say } = useSay()
  return (
    <section class="sheet" aria-labelledby="requests-title">
      <h2 id="requests-title">{say(personWords.requests)}</h2>
      <ul class="mine owns">
        {requests.map((request) => (
          <Line key={request.id} request={request} />
        ))}
      </ul>
    </section>
  )
}

function Line({ request }: { request: OwnRequest }) {
  const { say, language } = useSay()
  const { kind, field, ground, state, answer, answeredAt } = request
  const now = Date.now()
  const isLate = state === 'open' && request.dueOn < dayOf(now)
  const tone = isLate ? 'late' : state === 'open' ? 'going' : 'over'
  const what = field ? say(subjectFieldLabels[field]) : ground ? say(eraseGroundLabels[ground]) : ''
  const due = dayWords(startOfDay(request.dueOn), language)
  return (
    <li class={`own ${tone} asked`}>
      <span class="badge">{say(outcomeWords[state])}</span>
      <strong>{say(requestWords[kind], { what })}</strong>
      {state === 'open' && (
        <span class="own-turn">{say(isLate ? personWords.late : personWords.due, { due })}</span>
      )}
      <small class="tabular">
        {say(personWords.askedOn, { when: atWords(Date.parse(request.askedAt), now, language) })}
        {answeredAt &&
          ` · ${say(personWords.answeredOn, { when: atWords(Date.parse(answeredAt), now, language) })}`}
      </small>
      {answer && <blockquote>{answer}</blockquote>}
      {(state === 'refused' || state === 'partly') && <p class="hint">{say(personWords.other)}</p>}
    </li>
  )
}
