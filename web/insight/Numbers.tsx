import type { StartNumbers } from '#contract/insight.ts'
import { channelLabels, closureLabels, levelLabels } from '#contract/words/labels.ts'
import { indicatorOf } from '#domain/insight/indicators.ts'
import { levels } from '#domain/org/roles.ts'
import { useWords } from '#web/lib/words.ts'
import { Breakdown } from './Breakdown.tsx'
import { CountTile } from './CountTile.tsx'
import { listOf } from './list-link.ts'
import { RateCard } from './RateCard.tsx'
import { factLabels, periodLabels, insightWords as words } from './words.ts'

/** Everything the page tells: what is, what came and went, how it went, and out of what it is made. */
export function Numbers({ numbers }: { numbers: StartNumbers }) {
  const { say } = useWords()
  const { facts } = numbers
  const told = (count: number) => say(count === 1 ? words.matterOne : words.matters, { count })
  const asked = ['answered', 'notReached', 'notAsked', 'noContact'] as const
  const asking = asked.reduce((sum, fact) => sum + facts[fact], 0)
  return (
    <>
      <h2>{say(words.now)}</h2>
      <ul className="count-tiles">
        <CountTile of="open" numbers={numbers} />
        <CountTile of="late" numbers={numbers} />
        <CountTile of="nearing" numbers={numbers} />
      </ul>
      <h2>{say(words.inPeriod, { period: say(periodLabels[numbers.period]) })}</h2>
      <ul className="count-tiles">
        <CountTile
          of="received"
          numbers={numbers}
          told={say(words.voices, { matters: told(facts.received), voices: numbers.receivedVoices })}
        />
        <CountTile of="closed" numbers={numbers} told={told(facts.closed)} />
      </ul>
      <h2>{say(words.rates)}</h2>
      <ul className="rate-cards">
        {(['response', 'onTime', 'solved', 'satisfied'] as const).map((key) => (
          <RateCard
            key={key}
            of={key}
            numbers={numbers}
            apart={key === 'satisfied' ? 'basically' : undefined}
          />
        ))}
      </ul>
      <h2>{say(words.levels)}</h2>
      <ul className="rate-cards">
        {(['stayed', 'keptGrid', 'keptCommunity', 'keptStreet'] as const).map((key) => (
          <RateCard key={key} of={key} numbers={numbers} />
        ))}
      </ul>
      <div className="breakdowns">
        <Breakdown
          title={say(words.asking)}
          note={say(words.askingRule, { matters: told(asking) })}
          whole={asking}
          lines={asked.map((fact) => ({
            ...{ key: fact, name: say(factLabels[fact]), count: facts[fact] },
            link: listOf(fact, numbers),
          }))}
        />
        <Breakdown
          title={say(words.byClosure)}
          note={say(words.ofClosed, { matters: told(facts.closed) })}
          whole={facts.closed}
          lines={numbers.byClosure.map(({ closureKind, matters }) => ({
            ...{ key: closureKind, name: say(closureLabels[closureKind]), count: matters },
            link: listOf('closed', numbers, { closureKind }),
          }))}
        />
        <Breakdown
          title={say(indicatorOf('settled').name)}
          note={say(words.ofSettled, { matters: told(facts.settled) })}
          whole={facts.settled}
          lines={levels.map((level) => ({
            ...{ key: level, name: say(levelLabels[level]) },
            count: numbers.byLevel.find((line) => line.level === level)?.matters ?? 0,
            link: listOf('settled', numbers, { level }),
          }))}
        />
        <Breakdown
          title={say(words.byChannel)}
          note={say(words.ofReceived, { matters: told(facts.received) })}
          whole={facts.received}
          lines={numbers.byChannel.map(({ channel, matters, voices }) => ({
            ...{ key: channel, name: say(channelLabels[channel]), count: matters },
            told: say(words.voices, { matters: told(matters), voices }),
            link: listOf('received', numbers, { channel }),
          }))}
        />
      </div>
    </>
  )
}
