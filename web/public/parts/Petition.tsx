/** @jsxImportSource preact */
import type { TrackedPetition } from '#contract/public.ts'
import {
  agentPowerLabels,
  clockSentenceOf,
  issuedLabels,
  petitionEndingLabels,
} from '#contract/words/petition.ts'
import { dayOf, daysBetween, startOfDay, yearOf } from '#domain/calendar/days.ts'
import { statutoryRoutes } from '#domain/petition/routes.ts'
import { useSay } from '../reader.ts'
import { dayWords } from '../when.ts'
import { petitionDays, petitionStanding, petitionWords as words } from '../words/petition.ts'

/** Where a petition stands: who does what next, in how many days and by which rule, the papers, and what the agents did. */
export function Petition({ petition: p }: { petition: TrackedPetition }) {
  const { say, language } = useSay()
  const thisYear = yearOf(dayOf(Date.now()))
  const dayText = (day: string) => {
    const said = dayWords(startOfDay(day), language)
    if (yearOf(day) === thisYear) return said
    return language === 'zh' ? `${yearOf(day)}年${said}` : `${said} ${yearOf(day)}`
  }
  const { clock } = p
  const left = clock?.dueOn ? daysBetween(dayOf(Date.now()), clock.dueOn) : null
  const due = clock?.dueOn ? dayText(clock.dueOn) : ''
  const route = p.route === null || p.route === 'petition' ? null : statutoryRoutes[p.route]
  const told = clock && { ...clock, start: dayText(clock.startedOn), due: clock.dueOn && due }
  return (
    <section class="sheet" aria-labelledby="petition-title">
      <h2 id="petition-title">{say(words.title, { number: p.number })}</h2>
      <p>
        <b>
          {say(petitionStanding[p.state], {
            unit: p.turnName ?? p.bodyName ?? '',
            ending: p.ending ? say(petitionEndingLabels[p.ending]) : '',
          })}
        </b>
      </p>
      {route && <p class="words">{say(route.told)}</p>}
      {left !== null && (
        <p>
          {clock?.isLate
            ? say(words.late)
            : left === 0
              ? say(petitionDays.today)
              : say(petitionDays.left, { days: left, due })}
        </p>
      )}
      {told && (
        <details>
          <summary>{say(words.why)}</summary>
          <p class="hint">{clockSentenceOf(told, language)}</p>
        </details>
      )}
      {p.papers.length > 0 && (
        <>
          <h3>{say(words.papers)}</h3>
          <ul class="plain">
            {p.papers.map((paper) => (
              <li key={paper.form}>
                {say(issuedLabels[paper.form])}
                <span class="hint">
                  {' · '}
                  {say(words.issued, { day: dayText(paper.on) })}
                  {' · '}
                  {paper.deliveredOn === null
                    ? say(words.onTheWay)
                    : say(words.received, { day: dayText(paper.deliveredOn) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {p.agents.length > 0 && (
        <>
          <h3>{say(words.agents)}</h3>
          {p.agents.map((one) => (
            <p key={one.name}>{say(words.until, { name: one.name, day: dayText(one.toOn) })}</p>
          ))}
        </>
      )}
      {p.acts.length > 0 && (
        <>
          <h3>{say(words.acts)}</h3>
          <ul class="plain">
            {p.acts.map((act, i) => (
              <li key={`${act.on}${i}`}>
                {dayText(act.on)} {act.name} · {say(agentPowerLabels[act.power])}
                {act.text && <p class="words">{act.text}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      {p.state !== 'ended' && <p class="hint">{say(words.rate)}</p>}
    </section>
  )
}
