import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { refusals } from '#contract/refusals.ts'
import {
  channelLabels,
  clockLabels,
  closureLabels,
  fieldLabels,
  flagLabels,
  kindLabels,
  levelLabels,
  roleLabels,
  routeLabels,
  satisfactionLabels,
  stateLabels,
  urgencyLabels,
  verbLabels,
} from '#contract/words/labels.ts'
import type { Sentence } from '#contract/words/language.ts'
import { factTable } from '#domain/insight/facts.ts'
import { type Indicator, indicators } from '#domain/insight/indicators.ts'
import { leastForRate } from '#domain/insight/rates.ts'
import type { LimitRule } from '#domain/matter/clocks.ts'
import { type Field, fields } from '#domain/matter/fields.ts'
import { type Flag, flags } from '#domain/matter/flags.ts'
import { states } from '#domain/matter/matter.ts'
import { type Move, moveOf, type Verb, verbs } from '#domain/matter/moves.ts'
import { grants, ofCentre, ofGrid, type Permission, permissions, type Reach } from '#domain/org/grants.ts'
import { roles } from '#domain/org/roles.ts'
import { defaultProfile, profileSources } from '#domain/profile/profile.ts'
import { refusalCodes } from '#domain/refusal.ts'
import { evaluationRules } from './evaluation-doc.ts'
import { printAidRules } from './rules-of-aids.ts'
import { printPetitionRules } from './rules-of-petitions.ts'
import { printWhistleRules } from './rules-of-whistles.ts'
import { supervisionRules } from './supervision-doc.ts'

/** What single verbs ask beyond state and permission: the guards of `why-not.ts` and what a command holds its input against. */
const guarded: Partial<Record<Verb, string>> = {
  dispatch:
    'Title, kind, urgency and category are filled. The unit lies in the area of the post, or is a department or company that serves it; communities and grids do not call departments past their street. To a unit that returned it in this round only with a word why. Not after as many returns as the profile allows: then the centre rules. Not down to an area that passed it up.',
  return:
    'Not twice by the same unit between two beginnings, and within the working days of the profile after the dispatch; never after a ruling.',
  rule: 'Some unit returned it in this round. The same fields are filled as for a dispatch; the unit lies in the area of the post. It may not be returned in this round.',
  escalate:
    'Not from the district. While it is being handled only by a centre whose own unit, grid or office handles it. Ends what runs, so that lateness stays with the level that had it.',
  handDown:
    'To a centre or community of a level below in the area of the post, and never to an area that passed it up.',
  handOver: 'To a colleague who holds a post at the handling unit today by which matters are handled.',
  assist:
    'Whoever sorts asks within the bounds of a dispatch; whoever handles asks departments, companies and centres. Not the handling unit, not twice at once.',
  answerPart: 'By a unit whose part is open.',
  dropPart: 'A part is open.',
  askHold:
    'Nothing else waits for a decision, and it does not stand still already; at most the days of the profile.',
  askExtend:
    'Nothing else waits for a decision; before the limit of handling runs out, and not more often than the profile says.',
  askVoid: 'Nothing else waits for a decision.',
  grantHold:
    'A hold is asked for, by somebody else. The clocks of contact and handling stand still since the asking.',
  grantExtend: 'More time is asked for, by somebody else.',
  void: 'Voiding is asked for, by somebody else. What is void counts in no number.',
  deny: 'Something is asked for, by somebody else.',
  askReview:
    'A hold or more time was denied in this round, not twice, within the working days of the profile. It is decided from an area above the one that denied it, where there is one, and never by who denied it.',
  resume: 'It is on hold.',
  copy: 'To units as for assistance; they read it from then on.',
  submit: 'No assisting unit still has to answer.',
  merge:
    'Into another open matter that the post may join too; both locked for those who need to know, or neither. Its voices go along; it counts in no number.',
  split: 'It has several voices, and at least one stays.',
  archive: 'Closed, not archived, no reopening asked for, under a class of the profile.',
  addParty:
    'A role that its side has; agents and guardians name for whom of their side they act, guardians only for somebody without full capacity; five representatives of a side at most. A voice becomes a party once, and only by who may see who it is.',
  editParty: 'By who may see who it is; the rules of a new party hold, and something has to change.',
  removeParty: 'By who may see who it is, and nobody acts for it any longer. Its row and its versions stay.',
  relate:
    'To another matter that the person may read, once at a time; written in the story of both, where who may not read the other finds nothing.',
  unrelate: 'The other matter is one that the person may read; written in the story of both.',
  answer: 'A question is open.',
  verify: 'Not by whoever signed for it, took it over or submitted the result.',
  revisit: 'Not by whoever signed for it, took it over or submitted the result.',
  close:
    'The person has answered, or was tried for as often as the profile says; nobody is asked who left no way to be reached. Not by whoever signed for it, took it over or submitted the result. As resolved or agreed only when the person says that it is solved, or when nobody left a way to be reached and nobody says that it is not. By the product itself only when the person says that it is solved.',
  rate: 'Not of what was withdrawn or not accepted. Once by each voice. One voice of several can say for all only that it is not solved.',
  correct: 'Of a field that is not sealed, with a reason, and something has to change.',
  askReopen: 'Nothing is asked yet, and within the days of the profile after the closing.',
  keepClosed: 'A reopening is asked for.',
  withdraw: 'By the person only while hers is the only voice.',
}

const flagMeanings: Record<Flag, string> = {
  late: 'a running clock is past its due time',
  nearing: 'a running clock is past the share at which its holder is warned, and none is late',
  farOver: 'a running clock is past the share at which it is called far over',
  awaitingPerson: 'a question to the person is open',
  reopenAsked: 'the person asked to reopen and has no answer yet',
  reopened: 'it was reopened at least once',
  returned: 'some unit returned it in this round, and it is not closed',
  group: 'five voices or more joined (Petition regulation art. 20)',
  sensitive: 'only those who need to know may see it',
  urgent: 'its urgency is urgent',
  critical: 'its urgency is critical',
  unhappy: 'the person says that it is not solved or is not satisfied',
  approval: 'a request for a hold, for more time or to void it waits for a decision',
  held: 'a hold was granted and the clocks of contact and handling stand still',
  escalated: 'it was passed up from a level below',
  ruled: 'the centre ruled in this round who handles it',
  expedited: 'it was urged and is not closed',
  assisted: 'a unit that was asked to assist has not answered',
  archived: 'it is archived',
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

const code = (word: string) => `\`${word}\``
const list = (words: readonly string[] | undefined) => (words ?? []).map(code).join(' ')
const both = (label: Sentence) => [label.zh, label.en]

function doers({ needs, resident, system }: Move): string {
  return [needs && code(needs), resident && 'the person', system && 'the product'].filter(Boolean).join(', ')
}

const holders: Record<NonNullable<Move['holder']>, string> = {
  target: 'the unit named',
  centre: 'the centre',
  handling: 'the unit that handled it',
}

function statesTable(): string {
  return table(
    ['state', '中文', 'English', 'whose turn', 'leaves by'],
    states.map((state) => [
      code(state),
      ...both(stateLabels[state]),
      state === 'dispatched' || state === 'handling' ? 'the unit that handles it' : 'the centre',
      list(verbs.filter((v) => moveOf(v).from.includes(state) && !['same', state].includes(moveOf(v).to))),
    ]),
  )
}

function movesTable(): string {
  return table(
    ['verb', '中文', 'from', 'to', 'by', 'then held by', 'starts', 'stops', 'told', 'grave'],
    verbs.map((verb) => {
      const move = moveOf(verb)
      return [
        code(verb),
        verbLabels[verb].zh,
        move.from.length === states.length ? 'every state' : list(move.from),
        move.to === 'same' ? '=' : code(move.to),
        doers(move),
        move.holder === undefined ? '=' : holders[move.holder],
        list(move.starts),
        list(move.stops),
        move.told ? '✓' : '',
        move.grave ? '✓' : '',
      ]
    }),
  )
}

function fieldsTable(): string {
  return table(
    ['field', '中文', 'English', 'required from', 'sealed from', 'filled by', 'seen by', 'sensitive'],
    Object.entries(fields).map(([name, field]: [string, Field]) => [
      code(name),
      ...both(fieldLabels[name as keyof typeof fields]),
      field.requiredFrom ? code(field.requiredFrom) : '',
      field.sealedFrom ? code(field.sealedFrom) : '',
      code(field.filledBy),
      field.seenBy.join(', '),
      field.sensitive ? '✓' : '',
    ]),
  )
}

function grantsTable(): string {
  const reachOf = (role: (typeof roles)[number], permission: Permission): Reach | '' =>
    (grants[role] as Partial<Record<Permission, Reach>>)[permission] ?? ''
  return table(
    ['', ...roles.map((role) => `${roleLabels[role].zh} ${code(role)}`)],
    permissions.map((permission) => [code(permission), ...roles.map((role) => reachOf(role, permission))]),
  )
}

const measures: Record<LimitRule['limit']['unit'], string> = {
  minutes: 'minutes',
  workMinutes: 'office minutes',
  days: 'days',
  workDays: 'working days',
}

function amountOf({ amount, unit }: LimitRule['limit']): string {
  return `${amount} ${amount === 1 ? measures[unit].slice(0, -1) : measures[unit]}`
}

function conditions({ level, kind, urgency, channel }: LimitRule): string {
  const parts = [
    channel && `${channelLabels[channel].zh} ${code(channel)}`,
    urgency && `${urgencyLabels[urgency].zh} ${code(urgency)}`,
    kind && `${kindLabels[kind].zh} ${code(kind)}`,
    level && `${levelLabels[level].zh} ${code(level)}`,
  ]
  return parts.filter(Boolean).join(', ') || 'otherwise'
}

function limitsTable(): string {
  return table(
    ['clock', '中文', 'when', 'limit', 'source'],
    defaultProfile.limits.map((rule) => [
      code(rule.clock),
      clockLabels[rule.clock].zh,
      conditions(rule),
      amountOf(rule.limit),
      rule.source ?? '',
    ]),
  )
}

function settingsTable(): string {
  const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
  const { officeHours, ...figures } = defaultProfile
  const hours = officeHours.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', ')
  const values: Record<keyof typeof profileSources, string> = {
    warnShare: `${figures.warnShare * 100} % of the limit`,
    overShare: `${figures.overShare * 100} % of the limit`,
    officeHours: hours,
    returnWorkDays: `${figures.returnWorkDays} working days`,
    returnsBeforeRuling: `${figures.returnsBeforeRuling} returns`,
    extensionsMost: `${figures.extensionsMost} times`,
    holdDaysMost: `${figures.holdDaysMost} days`,
    retention: figures.retention
      .map(({ code: name, years }) => (years === null ? name : `${name} ${years} years`))
      .join(', '),
    reopenDays: `${figures.reopenDays} days`,
    revisitTries: `${figures.revisitTries} tries`,
    weightResponse: `${figures.weightResponse} %`,
    weightSolution: `${figures.weightSolution} %`,
    weightSatisfaction: `${figures.weightSatisfaction} %`,
    weightOnTime: `${figures.weightOnTime} %`,
    basicallyShare: `${figures.basicallyShare * 100} % of satisfied`,
    fewestCases: `${figures.fewestCases} cases`,
    freezeWorkDay: `${figures.freezeWorkDay}th working day of the next month`,
    exclusionAskDays: `${figures.exclusionAskDays} working days after closing`,
    exclusionVoteDays: `${figures.exclusionVoteDays} working days`,
    exclusionAppealDays: `${figures.exclusionAppealDays} working days`,
    subsidy: figures.subsidy
      .map(
        ({ level, ordinary, difficult, major }) =>
          `${level} ${[ordinary, difficult, major].map((fen) => fen / 100).join(' / ')} yuan (ordinary / difficult / major)`,
      )
      .join(', '),
    whistleLimits: 'in the chapter of the whistles, step by step',
    whistlePlanDays: Object.entries(figures.whistlePlanDays)
      .map(([kind, days]) => `${kind} ${days} working days`)
      .join(', '),
    whistleFarShare: `${figures.whistleFarShare * 100} % of the limit`,
  }
  return table(
    ['setting', 'default', 'source'],
    (Object.keys(values) as (keyof typeof values)[]).map((key) => [
      code(key),
      values[key],
      profileSources[key],
    ]),
  )
}

const bases = {
  received: 'received in the period',
  closed: 'closed in the period',
  now: 'at this moment',
} as const

function indicatorsTable(): string {
  return table(
    ['indicator', '中文', 'English', 'of matters', 'numerator', 'denominator', 'rule', '规则', 'source'],
    indicators.map((one: Indicator) => [
      code(one.key),
      ...both(one.name),
      bases[factTable[one.numerator].basis],
      code(one.numerator),
      one.denominator ? code(one.denominator) : '',
      one.rule.en,
      one.rule.zh,
      one.source,
    ]),
  )
}

const labelsTable = (labels: Record<string, Sentence>) =>
  table(
    ['word', '中文', 'English'],
    Object.entries(labels).map(([word, label]) => [code(word), ...both(label)]),
  )

/** The rules of the product as one page of Markdown, out of the tables that decide them. */
export function printRules(): string {
  const parts = [
    '# Rules\n\nPrinted from the tables by `node scripts/rules-doc.ts`; a test keeps it fresh, so change the tables and not this page.\nWhat each role may do at each place in each state stands, line by line, in `test/rules/__snapshots__/`.',
    `## States 状态\n\nA state says whose turn it is, and nothing else.\n\n${statesTable()}`,
    `## Moves 动作\n\nThe only way anything changes. What is not written is not allowed; \`=\` means unchanged. Told: the person sees it in the tracking. Grave: asked for apart, with a reason.\nA clock \`contact\` starts only where some voice left a way to be reached; a try that did not reach anybody stops no clock. A triage that changes kind or urgency gives the running clocks the limit of the new facts, counted from the start they had. A voice that joins while a result is checked or asked about has to be asked too: what was answered before counts no more.\n\n${movesTable()}`,
    `### What single moves ask beyond that\n\n${table(
      ['verb', '中文', 'rule'],
      (Object.keys(guarded) as Verb[]).map((verb) => [code(verb), verbLabels[verb].zh, guarded[verb] ?? '']),
    )}`,
    `## Fields 字段\n\n${fieldsTable()}`,
    `## Who may do what 权限\n\n\`own\`: what the unit of the post holds (for reading: also what it took part in). \`subtree\`: what lies, by place or by holder, in the area the post works for. \`all\`: the whole district. What belongs to the centre (${list([...ofCentre])}) \`subtree\` gives only where the centre of the matter lies in that area: the first receiver is responsible (Beijing regulation art. 14). For its own community a grid does ${list([...ofGrid])} with what happens in the grid. Empty: no. A sensitive matter is reached only by those who need to know, whatever stands here.\n\n${grantsTable()}`,
    `## Default deadlines 默认时限\n\nA district changes them in its own profile; a matter ends under the version it began with. The first line that fits counts.\n\n${limitsTable()}\n\n${settingsTable()}`,
    printWhistleRules(table, amountOf),
    printAidRules(table, amountOf),
    printPetitionRules(table),
    `## Flags 标识\n\nDerived from facts and running clocks, never stored.\n\n${table(
      ['flag', '中文', 'English', 'holds when'],
      flags.map((flag) => [code(flag), ...both(flagLabels[flag]), flagMeanings[flag]]),
    )}`,
    `## Closure kinds 结案类型\n\n${labelsTable(closureLabels)}`,
    `## Other routes 其他途径\n\nNamed with every refusal to accept.\n\n${labelsTable(routeLabels)}`,
    `## Kinds 类别\n\n${labelsTable(kindLabels)}`,
    `## Channels 渠道\n\n${labelsTable(channelLabels)}`,
    `## Answers of the person 评价\n\n${labelsTable(satisfactionLabels)}`,
    `## Numbers 指标\n\nThe first numbers of the start page. Each is a count of matters that the reader may see, and opens the list of them. A share needs ${leastForRate} matters; below that its counts are shown without a percentage, and nothing counted is “no cases yet”, not 0 %. 100 % means all and 0 % means none, never a rounding. Nothing ranks people or units.\n\n${indicatorsTable()}`,
    supervisionRules(table),
    evaluationRules(table),
    `## Refusals 提示\n\n${table(
      ['code', 'status', '中文', 'English'],
      refusalCodes.map((refused) => [
        code(refused),
        String(refusals[refused].status),
        ...both(refusals[refused]),
      ]),
    )}`,
  ]
  return `${parts.join('\n\n')}\n`
}

export const rulesFile = fileURLToPath(new URL('../docs/rules.md', import.meta.url))

if (import.meta.main) await writeFile(rulesFile, printRules())
