import type { Order } from '#domain/intake/order-row.ts'
import { shorten } from '#domain/intake/text.ts'
import type { Channel, Kind } from '#domain/matter/matter.ts'
import { levelOf } from '#domain/org/tree.ts'
import { classify, type TriageTable } from '#domain/triage/classify.ts'
import { newId } from '../ids.ts'
import { saysMore, type Voice } from '../matter/birth.ts'
import type { UnitFacts } from '../org/queries.ts'
import type { PlaceBook } from './places.ts'

/** What all orders of a run share; those of another system belong to no import. */
export type Setting = {
  district: number
  channel: Channel
  importId: string | null
  centre: UnitFacts
  placeOf: PlaceBook
  words: TriageTable
}

const longestTitle = 60

/** A quarrel between people is a dispute whatever the hotline called it (有诉即调); who only asks or advises is left alone. */
function kindFor(order: Order, table: TriageTable): Kind {
  const proposed = classify(
    saysMore(order.title, order.words) ? `${order.title}\n${order.words}` : order.words,
    table,
  ).kind
  const mayBecome = order.kind === undefined || order.kind === 'complaint' || order.kind === 'request'
  if (proposed === 'dispute' && mayBecome) return 'dispute'
  return order.kind ?? proposed ?? 'request'
}

/** An order of the hotline, or of another channel, as a voice at our door; a person triages, so it has no category yet. First receiver is responsible. */
export function voiceOf(
  order: Order,
  { district, channel, importId, centre, placeOf, words }: Setting,
  now: number,
): Voice {
  const isNameless = order.callerName === undefined || /^(匿名|不详|保密)/.test(order.callerName)
  return {
    district,
    matterId: newId(now),
    appealId: newId(now),
    commandId: newId(now),
    channel,
    kind: kindFor(order, words),
    urgency: order.urgency,
    categoryCode: null,
    title: shorten(order.title, longestTitle),
    words: order.words,
    place: placeOf(order),
    placeCode: null,
    centre: { id: centre.id, path: centre.path, level: levelOf(centre) },
    name: isNameless ? null : (order.callerName ?? null),
    phone: order.callerPhone ?? null,
    isAnonymous: isNameless && order.callerPhone === undefined,
    isConfidential: order.confidential,
    externalNo: order.orderNo,
    externalDueAt: order.dueAt ?? null,
    importId,
    submittedAt: order.receivedAt ?? now,
  }
}
