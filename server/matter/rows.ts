import type { Flagged } from '#domain/matter/flags.ts'
import type { Matter } from '#domain/matter/matter.ts'
import type { MatterRow } from '../db/tables.gen.ts'

/** What a line of a list shows of every matter. */
export const shownColumns = [
  ...(['district_id', 'id', 'number', 'state', 'kind', 'level', 'urgency', 'channel'] as const),
  ...(['category_code', 'title', 'place_text', 'place_unit_id', 'holder_id', 'handler_id'] as const),
  ...(['appeals', 'solved', 'satisfied', 'received_at', 'changed_at', 'closure_kind', 'version'] as const),
]

/** Of what few matters have: what it is where there is none, and whether there is some of a matter called m. */
const marks = {
  question_open: [false, 'm.question_open'],
  reopen_asked: [false, 'm.reopen_asked'],
  reopenings: [0, 'm.reopenings > 0'],
  returned_by: [[], `m.returned_by <> '{}'`],
  sensitive: [false, 'm.sensitive'],
  request: [null, 'm.request is not null'],
  held: [null, 'm.held is not null'],
  passed_up: [[], `m.passed_up <> '{}'`],
  ruled: [false, 'm.ruled'],
  expedited: [0, 'm.expedited > 0'],
  parts: [[], `m.parts <> '[]'`],
  archived_at: [null, 'm.archived_at is not null'],
} as const satisfies Partial<Record<keyof MatterRow, readonly [unknown, string]>>
export type Marks = Pick<MatterRow, keyof typeof marks>

/** What a matter has that has none of it. */
export const unmarked = Object.fromEntries(
  Object.entries(marks).map(([name, [none]]) => [name, none]),
) as unknown as Marks

/** All of it as one column, null for most: half of the work of reading a list was to read that there was nothing. */
export const marksColumn = `case when ${Object.values(marks)
  .map(([, some]) => some)
  .join(' or ')} then json_build_object(${Object.keys(marks)
  .map(
    (name) =>
      `'${name}', ${name.endsWith('_at') ? `floor(extract(epoch from m.${name}) * 1000)` : `m.${name}`}`,
  )
  .join(', ')}) end marks`

/** A line of a list as far as it is shown. */
export type ShownRow = Pick<MatterRow, (typeof shownColumns)[number]> & Marks

/** The facts that the flags of a line follow from. */
export const flaggedOf = (row: ShownRow): Flagged => ({
  state: row.state as Matter['state'],
  urgency: row.urgency as Matter['urgency'],
  appeals: row.appeals,
  questionOpen: row.question_open,
  reopenAsked: row.reopen_asked,
  reopenings: row.reopenings,
  returnedBy: row.returned_by,
  sensitive: row.sensitive,
  satisfied: row.satisfied as Matter['satisfied'],
  solved: row.solved,
  request: row.request as Matter['request'],
  held: row.held as Matter['held'],
  passedUp: row.passed_up,
  ruled: row.ruled,
  expedited: row.expedited,
  parts: row.parts as Matter['parts'],
  archivedAt: row.archived_at,
})

/** What the rules look at: not the long text, where it lies on the map, or the end of the chain. */
export const listedColumns = [
  ...(['district_id', 'id', 'number', 'state', 'kind', 'level', 'urgency', 'channel'] as const),
  ...(['category_code', 'title', 'place_text', 'place_unit_id', 'place_path'] as const),
  ...(['centre_id', 'centre_path', 'centre_level', 'holder_id', 'holder_path'] as const),
  ...(['handling_id', 'handling_path', 'handler_id', 'involved', 'sensitive', 'need_to_know'] as const),
  ...(['returned_by', 'ruled', 'passed_up', 'dispatched_at', 'submitted_by', 'worked_by', 'parts'] as const),
  ...([
    'request',
    'denied',
    'held',
    'extensions',
    'expedited',
    'question_open',
    'reopen_asked',
    'reopenings',
  ] as const),
  ...(['appeals', 'has_contact', 'revisit_tries', 'solved', 'satisfied', 'result'] as const),
  ...([
    'received_at',
    'closed_at',
    'closure_kind',
    'joined_into',
    'archived_at',
    'retention',
    'mediation',
  ] as const),
  ...(['changed_at', 'version', 'profile_version'] as const),
]
export type ListedRow = Pick<MatterRow, (typeof listedColumns)[number]>

/** The facts the rules look at, out of the row; of a line of a list without the story. */
export function matterOf(row: ListedRow & { story?: string }): Matter {
  return {
    id: row.id,
    state: row.state as Matter['state'],
    kind: row.kind as Matter['kind'],
    level: row.level as Matter['level'],
    urgency: row.urgency as Matter['urgency'],
    channel: row.channel as Matter['channel'],
    categoryCode: row.category_code,
    title: row.title,
    story: row.story ?? '',
    placeText: row.place_text,
    placePath: row.place_path,
    centreId: row.centre_id,
    centrePath: row.centre_path,
    centreLevel: row.centre_level as Matter['centreLevel'],
    holderId: row.holder_id,
    holderPath: row.holder_path,
    handlingId: row.handling_id,
    handlingPath: row.handling_path,
    handlerId: row.handler_id,
    involved: row.involved,
    sensitive: row.sensitive,
    needToKnow: row.need_to_know,
    returnedBy: row.returned_by,
    ruled: row.ruled,
    passedUp: row.passed_up,
    dispatchedAt: row.dispatched_at,
    submittedBy: row.submitted_by,
    workedBy: row.worked_by,
    parts: row.parts as Matter['parts'],
    request: row.request as Matter['request'],
    denied: row.denied as Matter['denied'],
    held: row.held as Matter['held'],
    extensions: row.extensions,
    expedited: row.expedited,
    questionOpen: row.question_open,
    reopenAsked: row.reopen_asked,
    reopenings: row.reopenings,
    appeals: row.appeals,
    hasContact: row.has_contact,
    revisitTries: row.revisit_tries,
    solved: row.solved,
    satisfied: row.satisfied as Matter['satisfied'],
    result: row.result,
    receivedAt: row.received_at,
    closedAt: row.closed_at,
    closureKind: row.closure_kind as Matter['closureKind'],
    joinedInto: row.joined_into,
    archivedAt: row.archived_at,
    retention: row.retention,
    mediation: row.mediation as Matter['mediation'],
    version: row.version,
    profileVersion: row.profile_version,
  }
}

/** The columns that a move may change. */
export function changedColumns(m: Matter) {
  return {
    state: m.state,
    kind: m.kind,
    level: m.level,
    urgency: m.urgency,
    category_code: m.categoryCode,
    title: m.title,
    place_text: m.placeText,
    centre_id: m.centreId,
    centre_path: m.centrePath,
    centre_level: m.centreLevel,
    holder_id: m.holderId,
    holder_path: m.holderPath,
    handling_id: m.handlingId,
    handling_path: m.handlingPath,
    handler_id: m.handlerId,
    involved: [...m.involved],
    sensitive: m.sensitive,
    need_to_know: [...m.needToKnow],
    returned_by: [...m.returnedBy],
    ruled: m.ruled,
    passed_up: [...m.passedUp],
    dispatched_at: m.dispatchedAt,
    submitted_by: m.submittedBy,
    worked_by: [...m.workedBy],
    parts: [...m.parts],
    request: m.request,
    denied: m.denied,
    held: m.held,
    extensions: m.extensions,
    expedited: m.expedited,
    question_open: m.questionOpen,
    reopen_asked: m.reopenAsked,
    reopenings: m.reopenings,
    appeals: m.appeals,
    has_contact: m.hasContact,
    revisit_tries: m.revisitTries,
    solved: m.solved,
    satisfied: m.satisfied,
    result: m.result,
    closed_at: m.closedAt,
    closure_kind: m.closureKind,
    mediation: m.mediation,
    joined_into: m.joinedInto,
    archived_at: m.archivedAt,
    retention: m.retention,
    version: m.version,
  }
}
