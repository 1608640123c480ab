import type { Document } from '../../document/document.ts'
import { effectiveAt } from '../agreement.ts'
import type { Mediation } from '../mediation.ts'
import { contents, cover, endNotice, revisitRecords, statement } from './closing.ts'
import type { FileFacts } from './facts.ts'
import { application, mandate, register, rightsNotice } from './intake.ts'
import { agreementPaper, confirmationPaper, performance, sessionRecord } from './settling.ts'

/** The papers of a mediation in the order of the official file (domain rules §1.4). `must`: a file without it is not complete. */
export const forms = {
  application: { must: true },
  register: { must: true },
  rightsNotice: { must: true },
  mandate: { must: false },
  sessionRecord: { must: true },
  agreement: { must: true },
  performance: { must: false },
  revisit: { must: true },
  confirmation: { must: false },
  endNotice: { must: true },
  dossier: { must: false },
} as const satisfies Record<string, { must: boolean }>
export type Form = keyof typeof forms
export const formNames = Object.keys(forms) as Form[]

/** Of which a mediation has several, and of which one each is drawn: by their ids. */
export type Paper = { form: Form; of: string | null }

const isFailed = (m: Mediation) => m.endedAt !== null

/** Which papers there are now, in the order of the file. */
export function papersOf(m: Mediation): Paper[] {
  const held = m.sessions.filter(({ state, kind }) => state === 'held' && kind === 'joint')
  const agreements = m.agreements.filter(({ droppedAt }) => droppedAt === null)
  const each = (form: Form, ids: readonly { id: string }[]): Paper[] =>
    ids.map(({ id }) => ({ form, of: id }))
  const bound = agreements.filter((one) => effectiveAt(one) !== null)
  return [
    { form: 'application', of: null },
    { form: 'register', of: null },
    { form: 'rightsNotice', of: null },
    ...each('mandate', m.mandates),
    ...each('sessionRecord', held),
    ...each('agreement', agreements),
    ...each(
      'performance',
      bound.filter(({ obligations }) => obligations.some(({ done }) => done.length > 0)),
    ),
    ...(m.revisits.length > 0 ? [{ form: 'revisit' as const, of: null }] : []),
    ...each(
      'confirmation',
      bound.filter(({ kind }) => kind !== 'oral'),
    ),
    ...(isFailed(m) ? [{ form: 'endNotice' as const, of: null }] : []),
  ]
}

/** Which papers a complete file would have and this one has not (domain rules §1.4, must and optional). */
export function missingPapers(m: Mediation): Form[] {
  const there = new Set(papersOf(m).map(({ form }) => form))
  const isNeeded: Partial<Record<Form, boolean>> = {
    // who applied signs the application; where the committee began by itself the register stands for it
    application: m.source === 'applied',
    agreement: !isFailed(m),
    revisit: !isFailed(m),
    endNotice: isFailed(m),
    sessionRecord: !isFailed(m),
  }
  const isUntold = m.participants.some(({ told }) => told === null)
  return formNames.filter((form) => {
    if (form === 'rightsNotice') return isUntold
    return forms[form].must && (isNeeded[form] ?? true) && !there.has(form)
  })
}

/** Draws one paper; several where a form has several sheets. Nothing where it is not there yet. */
export function drawPaper(facts: FileFacts, { form, of }: Paper): Document[] {
  const some = (document: Document | undefined) => (document ? [document] : [])
  const id = of ?? ''
  switch (form) {
    case 'application':
      return [application(facts)]
    case 'register':
      return [register(facts)]
    case 'rightsNotice':
      return [rightsNotice(facts)]
    case 'mandate':
      return some(mandate(facts, id))
    case 'sessionRecord':
      return some(sessionRecord(facts, id))
    case 'agreement':
      return some(agreementPaper(facts, id))
    case 'performance':
      return some(performance(facts, id))
    case 'revisit':
      return revisitRecords(facts)
    case 'confirmation':
      return some(confirmationPaper(facts, id))
    case 'endNotice':
      return some(endNotice(facts))
    case 'dossier':
      return []
  }
}

/**
 * The whole file 卷宗: cover, index with page numbers, every paper in its order, the statement of what is missing. In: how long
 * it is kept and what is missing, in words.
 */
export function drawDossier(facts: FileFacts, kept: string, missing: readonly string[]): Document[] {
  const papers = papersOf(facts.m)
    // the confirmation belongs to the file once it was asked for
    .filter(
      ({ form, of }) =>
        form !== 'confirmation' ||
        facts.m.agreements.some((one) => one.id === of && one.confirmations.length > 0),
    )
    .flatMap((paper) => drawPaper(facts, paper))
  const all = [...papers, statement(facts, missing)]
  const titles = all.map(({ title, number }) =>
    number === undefined || number === facts.number ? title : `${title}（${number}）`,
  )
  return [cover(facts, kept), contents(facts, titles, 2), ...all]
}
