import { Link } from '@tanstack/react-router'
import type { Evaluation } from '#contract/evaluation.ts'
import { classLabels, measureLabels } from '#contract/words/evaluation-labels.ts'
import {
  type Class,
  excludedOf,
  type Figures,
  type Measure,
  type RateName,
  rates,
} from '#domain/evaluation/measures.ts'
import { reckon, scoreOf, tenthsWords } from '#domain/evaluation/score.ts'
import { useWords } from '#web/lib/words.ts'
import { listOf, numberWords } from './shown.ts'
import { evaluationWords as words } from './words.ts'
import '#web/ui/table.css'

type Of = { found: Evaluation }

/** What stands beside the rates of a unit, never hidden: the class, and in which measure it is looked up. */
const besides: readonly [Measure, Class][] = [
  ['solution', 'unreachable'],
  ['solution', 'notAsked'],
  ['solution', 'noContact'],
  ['satisfaction', 'unanswered'],
  ['returned', 'returned'],
  ['reopened', 'reopened'],
]

/** Unit by unit, in the order of the tree; every number opens its matters. */
export function UnitTable({ found }: Of) {
  const { say } = useWords()
  return (
    <section className="panel" aria-labelledby="evaluation-units">
      <header>
        <h2 id="evaluation-units">{say(words.byUnit)}</h2>
        <span className="quiet">{say(words.order)}</span>
      </header>
      <section className="table-scroll evaluation-scroll" aria-labelledby="evaluation-units" tabIndex={0}>
        <table className="table table-folds evaluation-table">
          <thead>
            <tr>
              <th scope="col">{say(words.unit)}</th>
              {rates.map((rate) => (
                <th key={rate} scope="col">
                  {say(measureLabels[rate].name)}
                </th>
              ))}
              <th scope="col">{say(words.score)}</th>
              {besides.map(([measure, one]) => (
                <th key={`${measure} ${one}`} scope="col">
                  {say(classLabels[one])}
                </th>
              ))}
              <th scope="col">{say(words.excluded)}</th>
            </tr>
          </thead>
          <tbody>
            {found.units.map((unit) => (
              <Row key={unit.id} found={found} unit={unit} figures={unit.figures} />
            ))}
          </tbody>
          <tfoot>
            <Row found={found} figures={found.whole} />
          </tfoot>
        </table>
      </section>
    </section>
  )
}

type RowOf = Of & { unit?: Evaluation['units'][number]; figures: Figures }

function Row({ found, unit, figures }: RowOf) {
  const { say } = useWords()
  const score = scoreOf(figures, found.terms)
  const excluded = rates.map((rate) => [rate, excludedOf(figures[rate]).excluded] as const)
  return (
    <tr>
      <th scope="row" data-depth={Math.min(unit?.depth ?? 0, 4)}>
        {unit?.name ?? say(words.whole)}
      </th>
      {rates.map((rate) => (
        <td key={rate} data-label={say(measureLabels[rate].name)}>
          <RateCell found={found} rate={rate} figures={figures} unitId={unit?.id} />
        </td>
      ))}
      <td data-label={say(words.score)} className="number">
        {score.kind === 'shown' ? tenthsWords(score.tenths) : <span className="quiet">–</span>}
      </td>
      {besides.map(([measure, one]) => {
        const count = figures[measure]?.[one]?.counted ?? 0
        return (
          <td key={`${measure} ${one}`} data-label={say(classLabels[one])} className="number">
            {count === 0 ? (
              <span className="quiet">0</span>
            ) : (
              <Link
                className="link"
                to="/evaluation/lines"
                search={listOf(found, measure, { class: one, excluded: '0', unitId: unit?.id })}
                aria-label={say(words.open, { shown: count, what: say(classLabels[one]) })}
              >
                {count}
              </Link>
            )}
          </td>
        )
      })}
      <td data-label={say(words.excluded)} className="number">
        {excluded.every(([, count]) => count === 0) && <span className="quiet">0</span>}
        {excluded.map(([rate, count]) =>
          count === 0 ? null : (
            <Link
              key={rate}
              className="link evaluation-out"
              to="/evaluation/lines"
              search={listOf(found, rate, { excluded: '1', unitId: unit?.id })}
            >
              {say(measureLabels[rate].name)} {count}
            </Link>
          ),
        )}
      </td>
    </tr>
  )
}

function RateCell({
  found,
  rate,
  figures,
  unitId,
}: Of & { rate: RateName; figures: Figures; unitId: string | undefined }) {
  const { language, say } = useWords()
  const { numerator, denominator, shown } = reckon(rate, figures[rate] ?? {}, found.terms)
  const told = `${numberWords(numerator, language)} / ${denominator}`
  if (shown.kind === 'none') return <span className="quiet">{say(words.noCases)}</span>
  return (
    <span className="evaluation-cell">
      {shown.kind === 'shown' ? (
        <b className="number">{say(words.percent, { percent: tenthsWords(shown.tenths) })}</b>
      ) : (
        <span className="quiet">{say(words.fewShort)}</span>
      )}
      <Link
        className="link number"
        to="/evaluation/lines"
        search={listOf(found, rate, { excluded: '0', unitId })}
        aria-label={say(words.open, { shown: told, what: say(measureLabels[rate].name) })}
      >
        {told}
      </Link>
    </span>
  )
}
