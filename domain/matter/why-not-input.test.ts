import { describe, expect, test } from 'vitest'
import { dispatchTo, played } from '#test/rules/play.ts'
import { units } from '#test/rules/scene.ts'
import { situations } from '#test/rules/situations.ts'
import { closingKinds, type Matter } from './matter.ts'
import { whyNotAgain, whyNotClosure, whyNotCorrection } from './why-not-input.ts'

const all = situations(units.community, units.department)
const at = (name: string) => all[name] as Matter

describe('the name under which a matter closes', () => {
  const said = (solved: boolean | null, hasContact = true) =>
    Object.fromEntries(
      closingKinds.map((kind) => [kind, whyNotClosure({ solved, hasContact }, kind)?.refused]),
    )
  const free = { referred: undefined, procedural: undefined, stabilised: undefined }

  test('is any of them where the person says that it is solved', () => {
    expect(said(true)).toEqual({ resolved: undefined, agreed: undefined, ...free })
    expect(said(true, false)).toEqual({ resolved: undefined, agreed: undefined, ...free })
  })

  test('is never resolved or agreed where the person says that it is not', () => {
    expect(said(false)).toEqual({ resolved: 'notSolved', agreed: 'notSolved', ...free })
    expect(said(false, false)).toEqual({ resolved: 'notSolved', agreed: 'notSolved', ...free })
  })

  test('is not resolved or agreed where the person could have been asked and has said nothing', () => {
    expect(said(null)).toEqual({ resolved: 'notAsked', agreed: 'notAsked', ...free })
    expect(whyNotClosure({ solved: null, hasContact: true }, 'agreed')).toEqual({
      refused: 'notAsked',
      facts: { closure: 'agreed' },
      field: 'closureKind',
    })
  })

  test('is what the verification found where nobody left a way to be reached', () => {
    expect(said(null, false)).toEqual({ resolved: undefined, agreed: undefined, ...free })
  })
})

describe('a unit that returned it', () => {
  test('gets it again only with a word why', () => {
    const again = (instruction?: string) => whyNotAgain(at('returned'), units.department, instruction)
    for (const nothing of [undefined, ''])
      expect(again(nothing)).toEqual({
        refused: 'sameUnit',
        facts: { unit: units.department.name },
        field: 'instruction',
      })
    expect(again('裁定由贵单位办理')).toBeUndefined()
  })

  test('is another than one that did not, and is forgiven by a reopening', () => {
    expect(whyNotAgain(at('returned'), units.otherDepartment, undefined)).toBeUndefined()
    const second = played(at('returned'), ['dispatch', dispatchTo(units.otherDepartment)], ['reopen'])
    expect(whyNotAgain(second, units.department, undefined)).toBeUndefined()
  })
})

describe('a correction', () => {
  test('has to change something', () => {
    const matter = at('received')
    const { title, placeText } = matter
    for (const same of [{}, { title }, { placeText }, { title, placeText }])
      expect(whyNotCorrection(matter, same)).toEqual({ refused: 'nothingChanged' })
    expect(whyNotCorrection(matter, { title, placeText: '4 栋' })).toBeUndefined()
  })

  test('is made until the matter is closed, and then names the field that is sealed', () => {
    expect(whyNotCorrection(at('submitted'), { title: '路灯' })).toBeUndefined()
    expect(whyNotCorrection(at('closed'), { placeText: '4 栋' })).toEqual({
      refused: 'sealedField',
      facts: { field: 'placeText' },
      field: 'placeText',
    })
  })
})
