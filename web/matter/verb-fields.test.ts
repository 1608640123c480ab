import { describe, expect, test } from 'vitest'
import { moveInputs } from '#contract/moves.ts'
import { moveOf, type Verb, verbs } from '#domain/matter/moves.ts'
import { checkInput } from './check.ts'
import { inPanels } from './likely.ts'
import { inputOf, shownFields, verbFields } from './verb-fields.ts'

/** Those with a form in the bar of steps; the panels of parties and relations have forms of their own. */
const staffVerbs = verbs.filter(
  (verb) => moveOf(verb).needs !== undefined && moveOf(verb).from.length > 0 && !inPanels.has(verb),
)
const shapeOf = (verb: Verb) => Object.keys(moveInputs[verb].shape)

describe('the forms of the verbs', () => {
  test.each(staffVerbs)('%s asks for exactly what the contract takes', (verb) => {
    const names = (verbFields[verb] ?? []).map((field) => field.name)
    expect([...names].sort()).toEqual(shapeOf(verb).sort())
  })

  test.each(staffVerbs.filter((verb) => verbFields[verb]))(
    '%s names every missing field beside a field that is shown',
    (verb) => {
      const shown = shownFields(verb, {}).map((field) => field.name)
      for (const field of Object.keys(checkInput(verb, inputOf(verb, {})))) expect(shown).toContain(field)
    },
  )

  test('somebody who was reached is asked for both answers, and only then', () => {
    const answers = { reached: true, how: 'phone' }
    expect(Object.keys(checkInput('revisit', inputOf('revisit', answers)))).toEqual(['solved', 'satisfied'])
    expect(checkInput('revisit', inputOf('revisit', { ...answers, reached: false }))).toEqual({})
    expect(inputOf('revisit', { reached: false, how: 'phone', solved: true })).not.toHaveProperty('solved')
  })

  test('files go as their ids, and what is empty does not go', () => {
    const files = [{ id: '01a2020c-079a-7b2d-b535-c1f601de42c6', name: 'a.jpg', isPicture: true }]
    expect(inputOf('note', { text: '看过', files })).toEqual({ text: '看过', files: [files[0]?.id] })
    expect(inputOf('accept', { note: '' })).toEqual({})
  })

  test('a text too long is refused with how long it may be', () => {
    expect(checkInput('ask', { question: '问'.repeat(501) })).toMatchObject({
      question: { refused: 'tooLong', facts: { max: 500 } },
    })
  })
})
