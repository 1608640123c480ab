import { Link } from '@tanstack/react-router'
import type { Evaluation } from '#contract/evaluation.ts'
import { classLabels, measureLabels } from '#contract/words/evaluation-labels.ts'
import {
  type Class,
  classesOf,
  excludedOf,
  parts,
  type RateName,
  rates,
} from '#domain/evaluation/measures.ts'
import { reckon, scoreOf, tenthsWords } from '#domain/evaluation/score.ts'
import { useWords } from '#web/lib/words.ts'
import { besideOf, listOf, numberWords, shownWords } from './shown.ts'
import { evaluationWords as words } from './words.ts'

type Of = { found: Evaluation }

/** The month at a glance: the weighted sum, and each rate with its picture, its numbers and its sentence. */
export function RateTiles({ found }: Of) {
  return (
    <ul className="evaluation-tiles">
      <Score found={found} />
      {rates.map((rate) => (
        <RateTile key={rate} rate={rate} found={found} />
      ))}
    </ul>
  )
}

function Score({ found: { whole, terms } }: Of) {
  const { language, say } = useWords()
  const score = scoreOf(whole, terms)
  const weighted = rates.filter((rate) => terms.weights[rate] > 0)
  return (
    <li className="evaluation-tile evaluation-whole">
      <h3>{say(words.score)}</h3>
      {score.kind === 'shown' ? (
        <p className="rate-figure number">{say(words.points, { points: tenthsWords(score.tenths) })}</p>
      ) : (
        <p className="rate-none">{say(score.kind === 'none' ? words.scoreNone : words.scoreFew)}</p>
      )}
      <ul className="evaluation-sum">
        {weighted.map((rate) => (
          <li key={rate}>
            <span>{say(measureLabels[rate].name)}</span>
            <span className="number">
              {shownWords(reckon(rate, whole[rate] ?? {}, terms).shown, terms.fewestCases, say)}
            </span>
            <span className="quiet number">
              × {numberWords(terms.weights[rate], language)}
              {language === 'zh' ? '%' : ' %'}
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet">{say(words.scoreRule)}</p>
    </li>
  )
}

function RateTile({ rate, found }: Of & { rate: RateName }) {
  const { language, say } = useWords()
  const { terms, whole } = found
  const counts = whole[rate] ?? {}
  const { numerator, denominator, shown } = reckon(rate, counts, terms)
  const { excluded, all } = excludedOf(counts)
  const beside = besideOf(rate, counts)
  const weight = terms.weights[rate]
  return (
    <li className="evaluation-tile">
      <h3>
        {say(measureLabels[rate].name)}{' '}
        <small className="quiet">{weight > 0 ? say(words.weight, { weight }) : say(words.unweighted)}</small>
      </h3>
      <p className={shown.kind === 'shown' ? 'rate-figure number' : 'rate-none'}>
        {shownWords(shown, terms.fewestCases, say)}
      </p>
      {denominator > 0 && (
        <p className="number">
          {say(words.over, {
            numerator: numberWords(numerator, language),
            denominator: numberWords(denominator, language),
          })}
        </p>
      )}
      <Bar rate={rate} found={found} denominator={denominator} />
      {beside.length > 0 && (
        <p className="evaluation-beside">
          <span className="quiet">{say(words.beside)}</span>
          {beside.map(([one, count]) => (
            <Count key={one} found={found} rate={rate} of={one} count={count} />
          ))}
        </p>
      )}
      {excluded > 0 && (
        <p>
          <Link
            className="link number"
            to="/evaluation/lines"
            search={listOf(found, rate, { excluded: '1' })}
          >
            {say(words.excludedOf, { all, excluded })}
          </Link>
        </p>
      )}
      <p className="quiet">
        {say(measureLabels[rate].rule)}
        {rate === 'satisfaction' &&
          ` ${say(words.basically, { share: Math.round(terms.basicallyShare * 100) })}`}
      </p>
    </li>
  )
}

/** The classes of a rate as parts of one bar from zero, each with its word and number under it. */
function Bar({ rate, found, denominator }: Of & { rate: RateName; denominator: number }) {
  const counts = found.whole[rate] ?? {}
  const inWhole = classesOf[rate].filter((one) => parts[one] !== 'beside')
  if (denominator === 0) return null
  return (
    <>
      <div className="evaluation-bar" aria-hidden="true">
        {inWhole.map((one) => (
          <i
            key={one}
            data-class={one}
            style={{ width: `${((counts[one]?.counted ?? 0) / denominator) * 100}%` }}
          />
        ))}
      </div>
      <p className="evaluation-beside">
        {inWhole.map((one) => (
          <Count key={one} found={found} rate={rate} of={one} count={counts[one]?.counted ?? 0} mark />
        ))}
      </p>
    </>
  )
}

type CountOf = Of & { rate: RateName; of: Class; count: number; mark?: boolean }

function Count({ found, rate, of, count, mark = false }: CountOf) {
  const { say } = useWords()
  const name = say(classLabels[of])
  const told = (
    <>
      {mark && <i data-class={of} aria-hidden="true" />}
      {name} <b className="number">{count}</b>
    </>
  )
  if (count === 0) return <span className="evaluation-count quiet">{told}</span>
  return (
    <Link
      className="link evaluation-count"
      to="/evaluation/lines"
      search={listOf(found, rate, { class: of, excluded: '0' })}
      aria-label={say(words.open, { shown: `${name} ${count}`, what: say(measureLabels[rate].name) })}
    >
      {told}
    </Link>
  )
}
