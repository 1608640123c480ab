import { Link, type LinkProps } from '@tanstack/react-router'
import type { MediationFigures } from '#contract/mediation-figures.ts'
import { figureLabels, figureSums, noLine, wanOf } from '#contract/words/figure-labels.ts'
import { justiceLabels } from '#contract/words/labels.ts'
import { mediationSourceLabels } from '#contract/words/mediation-labels.ts'
import { rateOf } from '#domain/insight/rates.ts'
import type { FigureName } from '#domain/mediation/figures.ts'
import { Breakdown } from '#web/insight/Breakdown.tsx'
import { useWords } from '#web/lib/words.ts'
import { figureWords as words } from './figure-words.ts'

type Of = { numbers: MediationFigures }

const avertedTiles = [
  ['avertedSuicide', 'suicide'],
  ['avertedCrime', 'crime'],
  ['avertedBrawl', 'brawl'],
  ['avertedPetition', 'petition'],
] as const

/** The list that a number is the count of. */
export function casesOf(
  { from, to, unit }: MediationFigures,
  figure: FigureName,
  more: object = {},
): LinkProps {
  const search = { figure, from, to, ...(unit ? { unit: unit.id } : {}), ...more }
  return { to: '/mediations/cases', search } as LinkProps
}

/** One count with its rule; of what it is a part stands beside it, never a bare share. */
function Tile({ numbers, of, whole, told }: Of & { of: FigureName; whole?: FigureName; told?: string }) {
  const { language, say } = useWords()
  const { name, rule } = figureLabels[of]
  const count = numbers.figures[of]
  const all = whole && numbers.figures[whole]
  const figure =
    all === undefined
      ? count.toLocaleString(language)
      : all === 0
        ? say(words.noCases)
        : say(words.of, { part: count, whole: all })
  return (
    <li className="count-tile" data-tone={(of === 'late' || of === 'unmet') && count > 0 ? 'act' : undefined}>
      <Link {...casesOf(numbers, of)} className="count-link">
        <span>{say(name)}</span>
        <b className="number">{told ?? figure}</b>
      </Link>
      <p>{say(rule)}</p>
    </li>
  )
}

function Sum({ of, told }: { of: keyof typeof figureSums; told: string }) {
  const { say } = useWords()
  return (
    <li className="count-tile">
      <div className="count-link figure-sum">
        <span>{say(figureSums[of].name)}</span>
        <b className="number">{told}</b>
      </div>
      <p>{say(figureSums[of].rule)}</p>
    </li>
  )
}

/** The share of success: percent only where enough was counted, and always numerator and denominator. */
function Success({ numbers }: Of) {
  const { say } = useWords()
  const { agreed: part, closed: whole } = numbers.figures
  const rate = rateOf(part, whole)
  const counted = say(words.of, { part, whole })
  const told =
    rate.kind === 'none'
      ? say(words.noCases)
      : rate.kind === 'few'
        ? counted
        : `${counted} · ${say(words.percent, { percent: rate.percent })}`
  return <Tile numbers={numbers} of="agreed" told={told} />
}

/** All the numbers: what is, what came and went, what was agreed, where it came from and what it is about. */
export function FigureTiles({ numbers }: Of) {
  const { language, say } = useWords()
  const { figures, parties, fen, medianDays, averted, bySource, byLine } = numbers
  const opened = figures.opened
  const note = say(words.ofOpened, { count: opened })
  return (
    <>
      <h2>{say(words.inAndOut)}</h2>
      <ul className="count-tiles">
        <Tile numbers={numbers} of="opened" />
        <Sum of="parties" told={say(words.people, { count: parties.toLocaleString(language) })} />
        <Tile numbers={numbers} of="hard" whole="opened" />
        <Tile numbers={numbers} of="closed" />
        <Success numbers={numbers} />
        <Tile numbers={numbers} of="failed" whole="closed" />
        <Sum
          of="medianDays"
          told={medianDays === null ? say(words.noCases) : say(words.days, { count: medianDays })}
        />
      </ul>
      <h2>{say(words.agreements)}</h2>
      <ul className="count-tiles">
        <Sum
          of="fen"
          told={figures.agreed === 0 ? say(words.noCases) : say(words.wan, { sum: wanOf(fen) })}
        />
        {(['written', 'oral', 'performed', 'inPart', 'unperformed', 'unmet', 'confirmAsked'] as const).map(
          (of) => (
            <Tile key={of} numbers={numbers} of={of} whole="agreed" />
          ),
        )}
        <Tile numbers={numbers} of="confirmed" whole="confirmAsked" />
      </ul>
      <h2>{say(words.averted)}</h2>
      <ul className="count-tiles">
        <Tile numbers={numbers} of="averted" whole="closed" />
        {avertedTiles.map(([of, kind]) => (
          <Tile
            key={of}
            numbers={numbers}
            of={of}
            told={
              figures[of] === 0
                ? say(words.noCases)
                : say(words.casesAndHeads, { cases: figures[of], count: averted[kind] })
            }
          />
        ))}
      </ul>
      <h2>{say(words.now)}</h2>
      <ul className="count-tiles">
        <Tile numbers={numbers} of="open" />
        <Tile numbers={numbers} of="late" whole="open" />
      </ul>
      <div className="breakdowns">
        <Breakdown
          title={say(words.bySource)}
          note={note}
          whole={opened}
          lines={bySource.map(({ source, cases }) => ({
            ...{ key: source, name: say(mediationSourceLabels[source]), count: cases },
            link: casesOf(numbers, 'opened', { source }),
          }))}
        />
        <Breakdown
          title={say(words.byLine)}
          note={note}
          whole={opened}
          lines={byLine.map(({ line, cases }) => ({
            ...{ key: line ?? 'none', name: say(line === null ? noLine : justiceLabels[line]) },
            ...{ count: cases, link: casesOf(numbers, 'opened', { line: line ?? 'none' }) },
          }))}
        />
      </div>
    </>
  )
}
