import type { ClosureKind } from '#domain/matter/matter.ts'
import type { Verb } from '#domain/matter/moves.ts'
import * as lines from './lines.ts'
import type { Random } from './random.ts'
import type { Story } from './stories/story.ts'
import type { Wait } from './timetable.ts'

export const endings = [
  'rated',
  'revisited',
  'unreached',
  'unhappy',
  'redone',
  'returned',
  'reopened',
  'kept',
  'reopenAsked',
  'refused',
  'withdrawn',
] as const
export type Ending = (typeof endings)[number]

export type Part = 'sorter' | 'checker' | 'reviser' | 'handler' | 'wrong' | 'dispatcher' | 'resident'
/** One thing that will be done, before its time is known. */
export type Draft = {
  verb: Verb
  by: Part
  input: Record<string, unknown>
  wait: Wait
  unit?: 'handler' | 'wrong'
  picture?: 'after'
}

type Facts = { story: Story; hasContact: boolean; kind: string; handlerName: string }

/** Everything that happens to a matter after it arrived, in order. In: chance, what it is about, how it ends. */
export function courseOf(random: Random, facts: Facts, ending: Ending): Draft[] {
  const { story } = facts
  const isHot = story.urgency === 'critical'
  const accept: Draft = {
    verb: 'accept',
    by: 'sorter',
    input: {},
    wait: isHot ? ['any', 1, 6] : ['work', 4, 150],
  }
  if (ending === 'refused' && story.refuse) {
    const [route, reason] = story.refuse
    return [{ verb: 'refuse', by: 'sorter', input: { route, reason }, wait: ['work', 5, 120] }]
  }
  if (ending === 'withdrawn')
    return [
      accept,
      {
        verb: 'withdraw',
        by: 'resident',
        input: { reason: random.pick(lines.withdrawals) },
        wait: ['home', 60, 1500],
      },
    ]
  const opening = [accept, triageOf(facts, isHot), ...noteOf(random, isHot)]
  const first = ending === 'returned' ? wrongWay(random, facts) : []
  const done = [...opening, ...first, ...handling(random, facts, ending === 'returned')]
  if (ending === 'redone') {
    const reason = random.pick(lines.redos)
    done.push(
      { verb: 'redo', by: 'checker', input: { reason }, wait: ['work', 20, 300] },
      ...again(random, facts),
    )
  }
  done.push({ verb: 'verify', by: 'checker', input: {}, wait: ['work', 15, 300] })
  return [...done, ...closing(random, facts, ending)]
}

function triageOf({ story, kind }: Facts, isHot: boolean): Draft {
  const input = { title: story.title, kind, categoryCode: story.code, urgency: story.urgency ?? 'normal' }
  return { verb: 'triage', by: 'sorter', input, wait: isHot ? ['any', 1, 2] : ['work', 1, 8] }
}

function noteOf(random: Random, isHot: boolean): Draft[] {
  if (isHot || !random.chance(0.12)) return []
  return [{ verb: 'note', by: 'sorter', input: { text: random.pick(lines.notes) }, wait: ['work', 1, 15] }]
}

function wrongWay(random: Random, { handlerName }: Facts): Draft[] {
  const reason = random.pick(lines.returns).replace('{right}', handlerName)
  return [
    { verb: 'dispatch', by: 'dispatcher', unit: 'wrong', input: { instruction: '' }, wait: ['work', 5, 120] },
    { verb: 'return', by: 'wrong', input: { reason }, wait: ['work', 40, 380] },
  ]
}

function handling(random: Random, facts: Facts, isSecondWay: boolean): Draft[] {
  const { story, hasContact } = facts
  const isHot = story.urgency === 'critical'
  const isDispute = facts.kind === 'dispute'
  const drafts: Draft[] = [
    {
      verb: 'dispatch',
      by: isSecondWay ? 'dispatcher' : 'sorter',
      unit: 'handler',
      input: { instruction: random.chance(0.4) ? random.pick(lines.instructions) : '' },
      wait: isHot ? ['any', 1, 4] : ['work', 3, 100],
    },
    { verb: 'sign', by: 'handler', input: {}, wait: isHot ? ['any', 1, 8] : ['work', 5, 240] },
  ]
  if (hasContact && random.chance(isHot ? 1 : 0.3))
    drafts.push({
      verb: 'contact',
      by: 'handler',
      input: { how: 'unreached', note: '电话无人接听，稍后再拨。' },
      wait: isHot ? ['any', 1, 2] : ['work', 5, 40],
    })
  drafts.push({
    verb: 'contact',
    by: 'handler',
    input: {
      how: random.pick(['phone', 'phone', 'visit', 'message'] as const),
      note: story.contact ?? random.pick(lines.contacts),
    },
    wait: isHot ? ['any', 2, 12] : ['work', 8, 160],
  })
  if (story.ask) {
    const [question, answer] = story.ask
    drafts.push(
      { verb: 'ask', by: 'handler', input: { question }, wait: ['work', 5, 60] },
      { verb: 'answer', by: 'resident', input: { text: answer }, wait: ['home', 20, 600] },
    )
  }
  if (story.progress)
    drafts.push({
      verb: 'progress',
      by: 'handler',
      input: { text: story.progress },
      wait: isDispute ? ['work', 400, 2600] : ['work', 60, 700],
    })
  drafts.push({
    verb: 'submit',
    by: 'handler',
    input: { result: story.result, outcome: story.outcome ?? 'solved' },
    picture: 'after',
    wait: isHot
      ? ['any', 10, 70]
      : story.urgency === 'urgent'
        ? ['work', 60, 300]
        : isDispute
          ? ['work', 500, 3600]
          : ['work', 90, 1400],
  })
  return drafts
}

/** A second, better try by the same hands. */
function again(random: Random, { story }: Facts): Draft[] {
  return [
    {
      verb: 'progress',
      by: 'handler',
      input: { text: random.pick(lines.secondTries) },
      wait: ['work', 60, 600],
    },
    {
      verb: 'submit',
      by: 'handler',
      input: { result: story.result, outcome: story.outcome ?? 'solved' },
      wait: ['work', 100, 900],
    },
  ]
}

function closing(random: Random, facts: Facts, ending: Ending): Draft[] {
  const { story } = facts
  const satisfied = random.chance(0.72) ? 'satisfied' : 'basically'
  const rate: Draft = {
    verb: 'rate',
    by: 'resident',
    input: { solved: true, satisfied, words: story.thanks ?? '' },
    wait: ['home', 30, 2200],
  }
  const happy: Draft = {
    verb: 'revisit',
    by: 'reviser',
    input: { reached: true, how: 'phone', solved: true, satisfied, note: story.thanks ?? '' },
    wait: ['work', 120, 1500],
  }
  const miss: Draft = {
    verb: 'revisit',
    by: 'reviser',
    input: { reached: false, how: 'phone', note: '无人接听。' },
    wait: ['work', 200, 700],
  }
  const sad = story.unhappy ?? '说得挺好，可我这边还是老样子。'
  const grumble: Draft = {
    verb: 'revisit',
    by: 'reviser',
    input: { reached: true, how: 'phone', solved: false, satisfied: 'unsatisfied', note: sad },
    wait: ['work', 120, 900],
  }
  const wrongs: Draft = {
    verb: 'askReopen',
    by: 'resident',
    input: { reason: sad },
    wait: ['home', 1500, 20_000],
  }
  switch (ending) {
    case 'rated':
      return [rate]
    case 'unreached':
      return [miss, miss, miss, closeAs('procedural', lines.unreachedSummary)]
    case 'unhappy': {
      const redo: Draft = {
        verb: 'redo',
        by: 'checker',
        input: { reason: `回访时群众说：${sad}` },
        wait: ['work', 10, 120],
      }
      const verify: Draft = { verb: 'verify', by: 'checker', input: {}, wait: ['work', 15, 200] }
      const ends = random.chance(0.6)
        ? [happy, closeAs(kindOfClosure(facts), story.result)]
        : [grumble, closeAs('stabilised', random.pick(lines.stabilised))]
      return [grumble, redo, ...again(random, facts), verify, ...ends]
    }
    case 'reopened': {
      const reopen: Draft = {
        verb: 'reopen',
        by: 'checker',
        input: { reason: '情况属实，重新办理。' },
        wait: ['work', 20, 400],
      }
      const second = handling(
        random,
        {
          ...facts,
          story: { ...story, ask: undefined, contact: '上门复看，问题确实又出现了。', progress: undefined },
        },
        false,
      )
      const verify: Draft = { verb: 'verify', by: 'checker', input: {}, wait: ['work', 15, 200] }
      return [
        happy,
        closeAs(kindOfClosure(facts), story.result),
        wrongs,
        reopen,
        ...second,
        verify,
        { ...happy, input: { ...happy.input, note: '这回好了。' } },
        closeAs(kindOfClosure(facts), story.result),
      ]
    }
    case 'kept': {
      const keep: Draft = {
        verb: 'keepClosed',
        by: 'checker',
        input: { reason: random.pick(lines.keeps) },
        wait: ['work', 30, 500],
      }
      return [happy, closeAs(kindOfClosure(facts), story.result), wrongs, keep]
    }
    case 'reopenAsked':
      return [happy, closeAs(kindOfClosure(facts), story.result), { ...wrongs, wait: ['home', 300, 4000] }]
    case 'revisited':
    case 'redone':
    case 'returned':
    case 'refused':
    case 'withdrawn':
      return [happy, closeAs(kindOfClosure(facts), story.result)]
  }
}

function kindOfClosure({ story, kind }: Facts): ClosureKind {
  if (kind === 'dispute') return 'agreed'
  return story.outcome === 'planned' || (story.outcome === 'explained' && kind !== 'consultation')
    ? 'procedural'
    : 'resolved'
}

function closeAs(closureKind: ClosureKind, summary: string): Draft {
  return { verb: 'close', by: 'checker', input: { closureKind, summary }, wait: ['work', 3, 60] }
}
