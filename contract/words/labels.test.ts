import { describe, expect, test } from 'vitest'
import { priorities, ticketStates } from '#domain/hall/ticket.ts'
import { relations } from '#domain/intake/hand-over.ts'
import { clockKinds } from '#domain/matter/clocks.ts'
import { fields } from '#domain/matter/fields.ts'
import { flags } from '#domain/matter/flags.ts'
import {
  channels,
  closureKinds,
  holdReasons,
  kinds,
  partOutcomes,
  routes,
  satisfactions,
  states,
  urgencies,
  voidReasons,
} from '#domain/matter/matter.ts'
import { verbs } from '#domain/matter/moves.ts'
import { relationsSeen } from '#domain/nearby/links.ts'
import { levels, roles, unitKinds } from '#domain/org/roles.ts'
import { paperNames } from '#domain/paper/paper.ts'
import { capacities, partyKinds, partyRoles, sides } from '#domain/party/party.ts'
import { justiceLines } from '#domain/triage/category.ts'
import * as mainLabels from './labels.ts'
import { inWords, type Sentence } from './language.ts'
import * as partyLabels from './party-labels.ts'

const labels = { ...mainLabels, ...partyLabels }

const keysOf: Record<string, readonly string[]> = {
  stateLabels: states,
  verbLabels: verbs,
  kindLabels: kinds,
  channelLabels: channels,
  urgencyLabels: urgencies,
  levelLabels: levels,
  closureLabels: closureKinds,
  routeLabels: routes,
  satisfactionLabels: satisfactions,
  holdLabels: holdReasons,
  voidLabels: voidReasons,
  partLabels: partOutcomes,
  clockLabels: clockKinds,
  flagLabels: flags,
  fieldLabels: Object.keys(fields),
  paperLabels: paperNames,
  roleLabels: roles,
  unitKindLabels: unitKinds,
  ticketStateLabels: ticketStates,
  priorityLabels: priorities,
  relationLabels: relations,
  justiceLabels: justiceLines,
  sideLabels: sides,
  partyKindLabels: partyKinds,
  partyRoleLabels: partyRoles,
  capacityLabels: capacities,
  linkLabels: relationsSeen,
}

describe.each<[string, Record<string, Sentence>]>(Object.entries(labels))('%s', (name, table) => {
  test('name exactly what the domain knows', () => {
    expect(Object.keys(table).toSorted()).toEqual([...(keysOf[name] ?? [])].toSorted())
  })

  test('are written in Chinese and in English, and not in a mixture', () => {
    for (const { zh, en } of Object.values(table)) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(zh).not.toMatch(/[A-Za-z]/)
      expect(en).toMatch(/[A-Za-z]/)
      expect(en).not.toMatch(/\p{Script=Han}|[，。！？；：]/u)
    }
  })

  test('tell any two things apart in either language', () => {
    for (const language of ['zh', 'en'] as const) {
      const words = Object.values(table).map((label) => label[language].toLowerCase())
      expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([])
    }
  })
})

test('a sentence is filled with its facts and stays whole without them', () => {
  const sentence = { zh: '还有 {n} 天（{n}）', en: '{n} days left, {name}' }
  expect(inWords(sentence, 'zh', { n: 3 })).toBe('还有 3 天（3）')
  expect(inWords(sentence, 'en', { n: 0 })).toBe('0 days left, ')
})
