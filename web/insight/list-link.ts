import type { StartNumbers } from '#contract/insight.ts'
import { type Fact, factTable } from '#domain/insight/facts.ts'

type Span = Pick<StartNumbers, 'from' | 'to'>
type More = Partial<Pick<StartNumbers['byChannel'][number], 'channel'>> &
  Partial<Pick<StartNumbers['byClosure'][number], 'closureKind'>> &
  Partial<Pick<StartNumbers['byLevel'][number], 'level'>>

const boxOf = { now: 'area', received: 'all', closed: 'closed' } as const

/** The list that a number is the count of. In: the fact, the days of the numbers, and the line of a breakdown. */
export function listOf(fact: Fact, { from, to }: Span, more: More = {}) {
  const { basis } = factTable[fact]
  const days = basis === 'now' ? {} : { from, to }
  return {
    to: '/matters/$box',
    params: { box: boxOf[basis] },
    search: { fact, ...days, ...more },
  } as const
}
