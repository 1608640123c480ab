import type { MatterPage } from '#contract/matter.ts'
import {
  closureLabels,
  holdLabels,
  kindLabels,
  partLabels,
  routeLabels,
  satisfactionLabels,
  urgencyLabels,
  voidLabels,
} from '#contract/words/labels.ts'
import {
  closingKinds,
  holdReasons,
  kinds,
  routes,
  satisfactions,
  urgencies,
  voidReasons,
} from '#domain/matter/matter.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { dutyWords } from '#web/duty/words.ts'
import type { Sentence } from '#web/lib/words.ts'
import type { KeptFile } from '#web/ui/FileInput.tsx'
import { contactLabels, outcomeLabels, outcomeNotes } from './choice-words.ts'
import type { FieldSpec, FormOption, FormValue } from './field-spec.ts'
import { formWords as words } from './form-words.ts'
import type { Mention } from './MentionField.tsx'

function optionsOf<K extends string>(
  keys: readonly K[],
  labels: Record<K, Sentence>,
  notes?: Record<K, Sentence>,
): FormOption[] {
  return keys.map((value) => ({ value, label: labels[value], ...(notes ? { note: notes[value] } : {}) }))
}

const note: FieldSpec = { name: 'note', label: words.note, kind: 'area', isOptional: true }
const reason: FieldSpec = { name: 'reason', label: words.reason, kind: 'area' }
const files: FieldSpec = { name: 'files', label: words.files, kind: 'files', isOptional: true }
const isReached = (value: FormValue) => value['reached'] === true

/** The form of every verb a person of the staff may do. A verb without a row needs nothing but the press of its button. */
export const verbFields: Partial<Record<Verb, readonly FieldSpec[]>> = {
  accept: [note],
  refuse: [
    { name: 'route', label: words.route, kind: 'select', options: optionsOf(routes, routeLabels) },
    reason,
  ],
  triage: [
    { name: 'title', label: words.title, kind: 'line', hint: words.titleHint },
    { name: 'categoryCode', label: words.category, kind: 'category' },
    { name: 'kind', label: words.kind, kind: 'choices', options: optionsOf(kinds, kindLabels) },
    { name: 'urgency', label: words.urgency, kind: 'choices', options: optionsOf(urgencies, urgencyLabels) },
    note,
  ],
  dispatch: [
    { name: 'unitId', label: words.unit, kind: 'target' },
    {
      name: 'whyOther',
      label: dutyWords.whyOther,
      kind: 'area',
      hint: dutyWords.whyOtherHint,
      shownIf: (value) => value['offList'] === true,
    },
    { name: 'assistIds', label: dutyWords.assistAlong, kind: 'assistAlong', isOptional: true },
    {
      name: 'instruction',
      label: words.instruction,
      kind: 'area',
      isOptional: true,
      hint: words.instructionHint,
    },
  ],
  return: [reason, files],
  rule: [
    { name: 'unitId', label: words.unit, kind: 'target' },
    { name: 'reason', label: words.rulingReason, kind: 'area', hint: words.rulingHint },
  ],
  escalate: [
    { name: 'tried', label: words.tried, kind: 'area', hint: words.triedHint },
    { name: 'reason', label: words.escalateReason, kind: 'area' },
    files,
  ],
  handDown: [
    { name: 'unitId', label: words.handDownTo, kind: 'target' },
    { name: 'instruction', label: words.instruction, kind: 'area' },
  ],
  handOver: [{ name: 'accountId', label: words.colleague, kind: 'colleague' }, reason],
  assist: [
    { name: 'unitIds', label: words.assistants, kind: 'targets' },
    { name: 'task', label: words.task, kind: 'area', hint: words.taskHint },
  ],
  answerPart: [
    {
      name: 'outcome',
      label: words.partOutcome,
      kind: 'choices',
      options: optionsOf(['done', 'declined'], partLabels),
    },
    { name: 'text', label: words.partText, kind: 'area' },
    files,
  ],
  dropPart: [{ name: 'unitId', label: words.dropPartOf, kind: 'openPart' }, reason],
  askHold: [
    { name: 'why', label: words.holdWhy, kind: 'choices', options: optionsOf(holdReasons, holdLabels) },
    { name: 'days', label: words.holdDays, kind: 'number', hint: words.holdDaysHint },
    reason,
    files,
  ],
  askExtend: [
    { name: 'amount', label: words.extendBy, kind: 'number', hint: words.extendHint },
    reason,
    files,
  ],
  askVoid: [
    { name: 'why', label: words.voidWhy, kind: 'choices', options: optionsOf(voidReasons, voidLabels) },
    reason,
  ],
  grantHold: [note],
  grantExtend: [note],
  void: [note],
  askReview: [reason, files],
  deny: [reason],
  resume: [note],
  expedite: [{ name: 'text', label: words.expediteText, kind: 'area', hint: words.expediteHint }],
  copy: [
    { name: 'unitIds', label: words.copyTo, kind: 'targets' },
    { name: 'text', label: words.copyText, kind: 'area' },
  ],
  merge: [
    { name: 'intoId', label: words.mergeInto, kind: 'matter', hint: words.mergeHint },
    { ...reason, isOptional: true },
  ],
  split: [
    { name: 'appealIds', label: words.splitVoices, kind: 'voices', hint: words.splitHint },
    { name: 'title', label: words.splitTitle, kind: 'line', isOptional: true },
    reason,
  ],
  contact: [
    {
      name: 'how',
      label: words.contactHow,
      kind: 'choices',
      options: optionsOf(['phone', 'visit', 'message', 'unreached'], contactLabels),
    },
    { name: 'note', label: words.contactNote, kind: 'area' },
  ],
  progress: [
    { name: 'text', label: words.progressText, kind: 'area' },
    { name: 'toPerson', label: words.toPerson, kind: 'check', isOptional: true },
    files,
  ],
  ask: [{ name: 'question', label: words.question, kind: 'area', hint: words.questionHint }],
  submit: [
    {
      name: 'outcome',
      label: words.outcome,
      kind: 'wideChoices',
      options: optionsOf(['solved', 'explained', 'planned', 'unable'], outcomeLabels, outcomeNotes),
    },
    { name: 'result', label: words.result, kind: 'area', hint: words.resultHint },
    files,
  ],
  verify: [note],
  redo: [reason],
  revisit: [
    { name: 'reached', label: words.reached, kind: 'yesNo', yes: words.reachedYes, no: words.reachedNo },
    {
      name: 'how',
      label: words.how,
      kind: 'choices',
      options: [
        { value: 'phone', label: words.howPhone },
        { value: 'visit', label: words.howVisit },
        { value: 'message', label: words.howMessage },
      ],
    },
    {
      name: 'solved',
      label: words.solved,
      kind: 'yesNo',
      yes: words.solvedYes,
      no: words.solvedNo,
      shownIf: isReached,
    },
    {
      name: 'satisfied',
      label: words.satisfied,
      kind: 'choices',
      options: optionsOf(satisfactions, satisfactionLabels),
      shownIf: isReached,
    },
    { name: 'note', label: words.revisitNote, kind: 'area', isOptional: true },
  ],
  close: [
    {
      name: 'closureKind',
      label: words.closureKind,
      kind: 'choices',
      options: optionsOf(closingKinds, closureLabels),
    },
    { name: 'summary', label: words.summary, kind: 'area' },
  ],
  reopen: [reason],
  keepClosed: [reason],
  withdraw: [reason],
  note: [
    { name: 'text', label: words.text, kind: 'area' },
    {
      name: 'mentions',
      label: words.mentions,
      kind: 'mentions',
      isOptional: true,
      hint: words.mentionsHint,
    },
    files,
  ],
  correct: [
    { name: 'title', label: words.title, kind: 'line', before: (matter) => matter.title },
    {
      name: 'placeText',
      label: words.placeText,
      kind: 'line',
      isOptional: true,
      before: (matter) => matter.placeText,
    },
    reason,
  ],
  archive: [{ name: 'retention', label: words.retention, kind: 'retention', hint: words.retentionHint }],
}

const blanks: Partial<Record<Verb, (matter: MatterPage) => FormValue>> = {
  triage: ({ title, kind, categoryCode, urgency, proposal }) => ({
    title,
    kind: proposal?.kind ?? kind,
    categoryCode: categoryCode ?? proposal?.categoryCode ?? '',
    urgency: proposal?.urgency ?? urgency,
  }),
  progress: () => ({ toPerson: true }),
  askHold: () => ({ days: 30 }),
  askExtend: () => ({ amount: 5 }),
  answerPart: () => ({ outcome: 'done' }),
  revisit: () => ({ how: 'phone' }),
  contact: () => ({ how: 'phone' }),
  close: ({ result, solved }) => ({ summary: result ?? '', ...(solved ? { closureKind: 'resolved' } : {}) }),
  correct: ({ title, placeText }) => ({ title, placeText }),
}

/** What a verb's form begins with. */
export function blankOf(verb: Verb, matter: MatterPage): FormValue {
  return blanks[verb]?.(matter) ?? {}
}

/** The fields in sight for what has been answered so far. */
export function shownFields(verb: Verb, value: FormValue): readonly FieldSpec[] {
  return (verbFields[verb] ?? []).filter((spec) => spec.shownIf?.(value) ?? true)
}

/** The input of the contract out of what stands in the form. */
export function inputOf(verb: Verb, value: FormValue): Record<string, unknown> {
  return inputOfFields(shownFields(verb, value), value)
}

/** The same of the fields given. */
export function inputOfFields(fields: readonly FieldSpec[], value: FormValue): Record<string, unknown> {
  const entries = fields.map((spec): [string, unknown] => {
    const given = value[spec.name]
    if (spec.kind === 'files')
      return [spec.name, ((given as KeptFile[] | undefined) ?? []).map((file) => file.id)]
    if (spec.kind === 'number') return [spec.name, given === '' ? undefined : Number(given)]
    if (spec.kind === 'mentions') return [spec.name, (given as Mention[] | undefined)?.map((one) => one.id)]
    return [spec.name, given === '' ? undefined : given]
  })
  return Object.fromEntries(entries.filter(([, given]) => given !== undefined))
}
